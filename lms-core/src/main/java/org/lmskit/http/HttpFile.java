package org.lmskit.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Something of known size that clients may cache and read in parts.
 *
 * @param contentType its media type
 * @param size in bytes
 * @param tag changes with the bytes; such as their digest; no quotes
 * @param source opens a part
 * @see "RFC 9110, 13 and 14"
 */
public record HttpFile(String contentType, long size, String tag, Source source) {
  /** Opens a part of a file. */
  @FunctionalInterface
  public interface Source {
    /** The bytes of this part, in a stream that the caller closes. */
    InputStream open(long from, long length) throws IOException;
  }

  /**
   * Answers GET and HEAD: 200 with all of it, 206 with the range asked for, 304 if the client has
   * it, 416 if the range lies outside. Anything else is 405.
   */
  public HttpResponse answer(HttpRequest request) {
    boolean isGet = request.method().equals("GET");
    if (!isGet && !request.method().equals("HEAD")) {
      return HttpResponse.of(405).withHeader("Allow", "GET, HEAD");
    }
    if (request.headers().all("If-None-Match").stream().anyMatch(this::names)) {
      return HttpResponse.of(304).withHeader("ETag", entityTag());
    }
    // RFC 9110, 14.2: Range is defined for GET alone
    return (isGet ? range(request) : Optional.<ByteRange>empty())
        .map(this::part)
        .orElseGet(this::whole);
  }

  private Optional<ByteRange> range(HttpRequest request) {
    Optional<String> condition = request.header("If-Range");
    // RFC 9110, 13.1.5: a date or a weak tag never matches here
    if (condition.isPresent() && !condition.get().equals(entityTag())) {
      return Optional.empty();
    }
    return request.header("Range").flatMap(header -> ByteRange.parse(header, size));
  }

  private HttpResponse whole() {
    return describe(HttpResponse.of(200, contentType, body(0, size)));
  }

  private HttpResponse part(ByteRange range) {
    HttpResponse response = range.isSatisfiable()
        ? describe(HttpResponse.of(206, contentType, body(range.from(), range.length())))
        : HttpResponse.of(416);
    return response.withHeader("Content-Range", range.contentRange(size));
  }

  private HttpResponse describe(HttpResponse response) {
    return response.withHeader("ETag", entityTag()).withHeader("Accept-Ranges", "bytes");
  }

  private HttpBody body(long from, long length) {
    return HttpBody.from(() -> source.open(from, length), length);
  }

  private String entityTag() {
    return "\"" + tag + "\"";
  }

  private boolean names(String condition) {
    return Arrays.stream(condition.split(","))
        .map(String::strip)
        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
        .anyMatch(one -> one.equals("*") || one.equals(entityTag()));
  }
}
