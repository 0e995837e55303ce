package org.lmskit.http;

/** Ends a request early: the adapter answers with this status and the message as plain text. */
public final class HttpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * A refusal.
   *
   * @param status 400 to 599
   * @param message one line that the client may see
   */
  public HttpException(int status, String message) {
    super(message);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not an error status: " + status);
    }
    this.status = status;
  }

  /** The status, 400 to 599. */
  public int status() {
    return status;
  }

  HttpResponse toResponse() {
    return HttpResponse.text(status, String.valueOf(getMessage()));
  }
}
