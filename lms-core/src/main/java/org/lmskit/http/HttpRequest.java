package org.lmskit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request as it arrived.
 *
 * @param method upper-case, such as {@code GET}
 * @param base the path at which the handler is mounted, as in the address: empty or {@code /xapi}
 * @param path what follows the base, decoded; begins with a slash
 * @param query the decoded parameters of the address
 * @param headers names without case
 * @param body read at most once, in one thread; empty if nothing was sent
 * @param connection how it arrived
 */
public record HttpRequest(
    String method,
    String base,
    String path,
    HttpQuery query,
    HttpHeaders headers,
    InputStream body,
    HttpConnection connection) {

  /**
   * A request that a program makes itself, such as a test.
   *
   * @param target a path and optional query, percent-encoded
   */
  public static HttpRequest of(String method, String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    HttpQuery query = mark < 0 ? HttpQuery.NONE : HttpQuery.parse(target.substring(mark + 1));
    return new HttpRequest(
        method,
        "",
        PercentCoding.decode(path, false),
        query,
        HttpHeaders.NONE,
        InputStream.nullInputStream(),
        HttpConnection.LOCAL);
  }

  /**
   * Splits the path of an address at the base.
   *
   * @throws HttpException 404 if it does not lie below the base, 400 if it is not well encoded
   */
  static String pathBelow(String base, String rawPath) {
    if (!rawPath.equals(base) && !rawPath.startsWith(base + "/")) {
      throw new HttpException(404, "nothing here");
    }
    String path = rawPath.substring(base.length());
    return path.isEmpty() ? "/" : PercentCoding.decode(path, false);
  }

  /** The same request with this header replaced or added. */
  public HttpRequest withHeader(String name, String value) {
    return new HttpRequest(method, base, path, query, headers.with(name, value), body, connection);
  }

  /** The same request with this body and its type. */
  public HttpRequest withBody(String contentType, byte[] bytes) {
    HttpHeaders typed = headers
        .with("Content-Type", contentType)
        .with("Content-Length", String.valueOf(bytes.length));
    return new HttpRequest(
        method, base, path, query, typed, new ByteArrayInputStream(bytes), connection);
  }

  /** The same request seen from further down: this prefix moves from the path to the base. */
  public HttpRequest below(String prefix) {
    if (!path.equals(prefix) && !path.startsWith(prefix + "/")) {
      throw new IllegalArgumentException(path + " is not below " + prefix);
    }
    String rest = path.substring(prefix.length());
    return new HttpRequest(
        method, base + prefix, rest.isEmpty() ? "/" : rest, query, headers, body, connection);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** The media type of the body without its parameters, in lower case. */
  public Optional<String> contentType() {
    return header("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty());
  }

  /** The length of the body, if the client said it. */
  public OptionalLong contentLength() {
    String text = header("Content-Length").orElse("");
    return text.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /**
   * Reads the whole body.
   *
   * @param limit the most bytes to accept
   * @throws HttpException 413 if there are more; no more than the limit is read
   * @throws IOException if it cannot be read
   */
  public byte[] readBody(int limit) throws IOException {
    if (contentLength().orElse(0) > limit) {
      throw tooLarge(limit);
    }
    byte[] bytes = body.readNBytes(limit);
    if (bytes.length == limit && body.read() >= 0) {
      throw tooLarge(limit);
    }
    return bytes;
  }

  /** Reads the whole body as UTF-8 text; see {@link #readBody}. */
  public String readText(int limit) throws IOException {
    return new String(readBody(limit), StandardCharsets.UTF_8);
  }

  private static HttpException tooLarge(int limit) {
    return new HttpException(413, "the body is larger than " + limit + " bytes");
  }
}
