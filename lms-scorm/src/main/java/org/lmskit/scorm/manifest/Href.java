package org.lmskit.scorm.manifest;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where content is.
 *
 * @param path the file's path in the package, decoded, with slashes; for external content the address
 *     up to its query
 * @param query the query with its {@code ?}, encoded, empty without one
 * @param fragment the fragment with its {@code #}, encoded, empty without one
 * @param external whether it lies outside of the package
 */
public record Href(String path, String query, String fragment, boolean external) {
  private static final String PATH_ENCODED = " \"#<>?`{}%\\";
  private static final char REPLACEMENT = '\uFFFD';
  private static final String QUERY_ENCODED = " \"<>#";

  /** A file of the package. */
  public static Href file(String path) {
    return new Href(path, "", "", false);
  }

  /** Reads a URL relative to the package's root, or an absolute one: decodes the path. */
  public static Href parse(String url, boolean external) {
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : "#" + encode(url.substring(hash + 1), QUERY_ENCODED);
    String rest = hash < 0 ? url : url.substring(0, hash);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : "?" + encode(rest.substring(mark + 1), QUERY_ENCODED);
    String path = mark < 0 ? rest : rest.substring(0, mark);
    return new Href(external ? path : decode(path), query, fragment, external);
  }

  /** The path with its query, percent-encoded: what a browser requests from the server. */
  public String request() {
    return (external ? path : encode(path, PATH_ENCODED)) + query;
  }

  /** The whole URL, relative to the package's root unless external. */
  public String url() {
    return request() + fragment;
  }

  /**
   * Adds an item's parameters, step by step as the standard says.
   *
   * @see "SCORM 2004 4th Ed. CAM 3.4.1.6, SCORM 1.2 CAM 2.3.2.5"
   */
  public Href withParameters(String parameters) {
    String rest = parameters.strip();
    while (rest.startsWith("?") || rest.startsWith("&")) {
      rest = rest.substring(1);
    }
    if (rest.isEmpty()) {
      return this;
    }
    String url = url();
    boolean hasQuery = url.contains("?");
    if (rest.startsWith("#") && (hasQuery || url.contains("#"))) {
      return this;
    }
    return parse(url + (hasQuery ? "&" : "?") + rest, external);
  }

  /**
   * Percent-decodes UTF-8, or Latin-1 where it is none, as JavaScript's {@code escape} writes it; text
   * that is not encoded correctly stays as it is.
   */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      String utf8 = decode(text, StandardCharsets.UTF_8);
      return utf8.indexOf(REPLACEMENT) < 0 ? utf8 : decode(text, StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String decode(String text, Charset charset) {
    return URLDecoder.decode(text.replace("+", "%2B"), charset);
  }

  private static String encode(String text, String encoded) {
    StringBuilder url = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0x20 && b < 0x7F && encoded.indexOf(b) < 0) {
        url.append((char) b);
      } else {
        url.append('%');
        url.append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xF, 16)));
        url.append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
      }
    }
    return url.toString();
  }
}
