package org.lmskit.xapi.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.http.HttpRequest;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;

/**
 * A request that passed the gate, and what is needed to answer it.
 *
 * @param request as it arrived, after the alternate request syntax was taken apart
 * @param version under which it is exchanged
 * @param store the sender's view of the store
 * @param reader reads statements of that version
 * @param limits how much the request may bring
 */
record Exchange(
    HttpRequest request,
    XapiVersion version,
    LearningRecordStore store,
    StatementReader reader,
    HttpLimits limits) {

  Parameters parameters(Set<String> names) {
    return new Parameters(request.query(), reader).only(names);
  }

  /** The media type of the body with its parameters; null if the sender did not say. */
  @Nullable
  String contentType() {
    return request.header("Content-Type").orElse(null);
  }

  /** The body, unpacked. */
  byte[] body(int limit) throws IOException {
    return Gzip.unpacked(request).readBody(limit);
  }

  boolean isBodyOf(String mediaType) {
    return request.contentType().orElse("").toLowerCase(Locale.ROOT).equals(mediaType);
  }
}
