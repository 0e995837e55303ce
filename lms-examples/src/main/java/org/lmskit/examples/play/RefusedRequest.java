package org.lmskit.examples.play;

/** A request line that cannot be served; its message is the answer, and the session goes on. */
final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedRequest(String message) {
    super(message);
  }
}
