package org.lmskit.xapi.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lmskit.http.HttpBody;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.AttachmentContent;

/**
 * Writes {@code multipart/mixed}: the JSON, then each attachment as it is read.
 *
 * @see "xAPI 1.0.3 Communication 1.5.2"
 */
final class MultipartAnswer {
  private static final String LINE = "\r\n";

  private MultipartAnswer() {}

  static HttpResponse of(String json, List<AttachmentContent> attachments) {
    // a hash over the whole content: no content can hold its own
    StringBuilder all = new StringBuilder(json);
    attachments.forEach(one -> all.append('\n').append(one.sha2()));
    String boundary = "lmskit-"
        + Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 40);
    HttpBody body = HttpBody.streaming(out -> write(out, boundary, json, attachments));
    return HttpResponse.of(200, "multipart/mixed; boundary=" + boundary, body);
  }

  private static void write(
      OutputStream out, String boundary, String json, List<AttachmentContent> attachments)
      throws IOException {
    text(out, "--" + boundary + LINE + "Content-Type: application/json" + LINE + LINE);
    out.write(json.getBytes(StandardCharsets.UTF_8));
    for (AttachmentContent attachment : attachments) {
      text(out, LINE + "--" + boundary + LINE + "Content-Type: " + attachment.contentType() + LINE);
      text(out, "Content-Transfer-Encoding: binary" + LINE);
      text(out, "X-Experience-API-Hash: " + attachment.sha2() + LINE);
      text(out, "Content-Length: " + attachment.length() + LINE + LINE);
      try (InputStream bytes = attachment.open()) {
        bytes.transferTo(out);
      }
    }
    text(out, LINE + "--" + boundary + "--" + LINE);
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
