package org.lmskit.xapi;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;

/** A store refuses a request. The status is the one that the specification gives it over HTTP. */
public final class XapiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Problem> problems;
  private final transient @Nullable Duration retryAfter;

  /**
   * A refusal.
   *
   * @param status the HTTP status, 400 to 599
   * @param message one sentence that names the value
   */
  public XapiException(int status, String message) {
    this(status, message, List.of());
  }

  /** A refusal with everything that is wrong. */
  public XapiException(int status, String message, List<Problem> problems) {
    super(message);
    this.status = status;
    this.problems = List.copyOf(problems);
    this.retryAfter = null;
  }

  /**
   * A refusal that may pass.
   *
   * @param retryAfter how long the store asks to wait; null if it does not say
   */
  public XapiException(
      int status, String message, List<Problem> problems, @Nullable Duration retryAfter) {
    super(message);
    this.status = status;
    this.problems = List.copyOf(problems);
    this.retryAfter = retryAfter;
  }

  /** A refusal with a cause. */
  public XapiException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.problems = List.of();
    this.retryAfter = null;
  }

  /** 400: the request is wrong in itself. */
  public static XapiException badRequest(String message) {
    return new XapiException(400, message);
  }

  /** 400: the data is wrong; all that is wrong is listed. */
  public static XapiException invalid(List<Problem> problems) {
    Problem first = problems.get(0);
    String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    return new XapiException(400, first.location() + ": " + first.message() + more, problems);
  }

  /** 403: the caller may not do this. */
  public static XapiException forbidden(String message) {
    return new XapiException(403, message);
  }

  /** 404: there is no such thing. */
  public static XapiException notFound(String message) {
    return new XapiException(404, message);
  }

  /** 409: what is stored contradicts the request. */
  public static XapiException conflict(String message) {
    return new XapiException(409, message);
  }

  /** 412: the condition of the request does not hold. */
  public static XapiException preconditionFailed(String message) {
    return new XapiException(412, message);
  }

  /** 413: the request is larger than the store accepts. */
  public static XapiException tooLarge(String message) {
    return new XapiException(413, message);
  }

  /** How long the store asks to wait before the next try; null if it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Whether the same request may succeed later: 408, 425, 429 and all from 500 on. */
  public boolean isTemporary() {
    return status >= 500 || status == 408 || status == 425 || status == 429;
  }

  /** The HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** Everything that is wrong with the data; empty if the message says it all. */
  public List<Problem> problems() {
    return problems;
  }
}
