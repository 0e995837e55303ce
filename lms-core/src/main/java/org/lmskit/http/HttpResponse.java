package org.lmskit.http;

import java.nio.charset.StandardCharsets;

/**
 * An answer. The adapter adds {@code Content-Length} if the body's length is known.
 *
 * @param status 200 to 599
 * @param headers what else to say
 * @param body empty if there is none
 */
public record HttpResponse(int status, HttpHeaders headers, HttpBody body) {
  /** @throws IllegalArgumentException if the status is outside 200 to 599 */
  public HttpResponse {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("not a final status: " + status);
    }
  }

  /** A status without a body. */
  public static HttpResponse of(int status) {
    return new HttpResponse(status, HttpHeaders.NONE, HttpBody.EMPTY);
  }

  /** A status with a body of this media type. */
  public static HttpResponse of(int status, String contentType, HttpBody body) {
    return new HttpResponse(status, HttpHeaders.of("Content-Type", contentType), body);
  }

  /** Plain text. */
  public static HttpResponse text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", utf8(text));
  }

  /** HTML. */
  public static HttpResponse html(int status, String html) {
    return of(status, "text/html; charset=utf-8", utf8(html));
  }

  /** JSON text. */
  public static HttpResponse json(int status, String json) {
    return of(status, "application/json", utf8(json));
  }

  /** The same with this header replaced or added. */
  public HttpResponse withHeader(String name, String value) {
    return new HttpResponse(status, headers.with(name, value), body);
  }

  /** Whether this status never has a body: RFC 9110, 15.3.5 and 15.4.5. */
  public boolean isBodyless() {
    return status == 204 || status == 304;
  }

  private static HttpBody utf8(String text) {
    return HttpBody.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
