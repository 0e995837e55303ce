package org.lmskit.scorm.manifest.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An xml:base chain: each is relative to the one around it (XML Base, RFC 3986 5.2).
 *
 * @param strict as the standards say: what stands behind the last slash does not count
 * @param asFolder as if every base ended in a slash, which authors tend to forget
 * @param literal such folders as if their ? and #, which stand here encoded, were part of their names
 */
record Base(String strict, String asFolder, String literal) {
  static final Base ROOT = new Base("", "", "");

  Base with(@Nullable String base) {
    String written = Values.text(base).replace('\\', '/');
    String plain = withoutQuery(written);
    return new Base(
        plain.isEmpty() ? strict : join(strict, plain),
        plain.isEmpty() ? asFolder : join(asFolder, slashed(plain)),
        written.isEmpty() ? literal : join(literal, slashed(encoded(written))));
  }

  private static String slashed(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }

  private static String encoded(String base) {
    return base.replace("?", "%3F").replace("#", "%23");
  }

  /** Whether a name of its folders may have a ? or #. */
  boolean hasMarks() {
    return !literal.equals(asFolder);
  }

  boolean forgetsSlash() {
    return !folder(strict).equals(folder(asFolder));
  }

  /** A reference against one of the two bases; an absolute one stands for itself. */
  static String join(String base, String reference) {
    if (isAbsolute(reference)) {
      return reference;
    }
    if (isAbsolute(base)) {
      return absolute(base, reference);
    }
    return reference.startsWith("/") ? reference.substring(1) : folder(base) + reference;
  }

  /** RFC 3986 5.2.2: a reference with a path from the root keeps the host of the base alone. */
  private static String absolute(String base, String reference) {
    int host = base.indexOf("//") + 2;
    int path = base.indexOf('/', host);
    if (path < 0) {
      return base + (reference.startsWith("/") ? "" : "/") + reference;
    }
    return reference.startsWith("/")
        ? base.substring(0, path) + reference
        : folder(base) + reference;
  }

  /** What of a base a reference is relative to: neither its query nor its fragment. */
  private static String withoutQuery(String base) {
    return base.split("[?#]", 2)[0];
  }

  /** Whether it has a scheme or a host. */
  static boolean isAbsolute(String url) {
    return url.startsWith("//") || hasScheme(url);
  }

  /** RFC 3986 3.1. */
  private static boolean hasScheme(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      if (c == ':' || !letter && (i == 0 || "0123456789+.-".indexOf(c) < 0)) {
        return c == ':' && i > 0;
      }
    }
    return false;
  }

  /** A path without dots and empty segments; absent if it climbs out of the package. */
  static Optional<String> resolve(String path) {
    if (!path.contains("./")
        && !path.contains("//")
        && !path.endsWith(".")
        && !path.startsWith("/")) {
      return Optional.of(path);
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/")) {
      if (segment.equals("..") && segments.isEmpty()) {
        return Optional.empty();
      }
      if (segment.equals("..")) {
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }

  private static String folder(String base) {
    return base.substring(0, base.lastIndexOf('/') + 1);
  }
}
