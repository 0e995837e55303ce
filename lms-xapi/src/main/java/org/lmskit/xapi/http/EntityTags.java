package org.lmskit.xapi.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.http.HttpRequest;
import org.lmskit.xapi.Precondition;

/** Reads If-Match and If-None-Match (RFC 9110 13.1). */
final class EntityTags {
  private EntityTags() {}

  static Precondition precondition(HttpRequest request, boolean requiredToReplace) {
    return new Precondition(
        tags(request, "If-Match"), tags(request, "If-None-Match"), requiredToReplace);
  }

  /** Whether the sender has the representation with this tag already. */
  static boolean isKnown(HttpRequest request, String etag) {
    Set<String> known = tags(request, "If-None-Match");
    return known != null && (known.contains(Precondition.ANY) || known.contains(etag));
  }

  /** The tags of a header, without quotes and the mark of weak ones; null if the header is absent. */
  private static @Nullable Set<String> tags(HttpRequest request, String header) {
    List<String> values = request.headers().all(header);
    if (values.isEmpty()) return null;
    Set<String> tags = new LinkedHashSet<>();
    for (String value : values) {
      for (String one : value.split(",")) tags.add(bare(one.strip()));
    }
    return tags;
  }

  private static String bare(String tag) {
    String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
    boolean quoted = strong.length() >= 2 && strong.startsWith("\"") && strong.endsWith("\"");
    return quoted ? strong.substring(1, strong.length() - 1) : strong;
  }
}
