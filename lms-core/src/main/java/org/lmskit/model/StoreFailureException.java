package org.lmskit.model;

import org.jspecify.annotations.Nullable;

/** The storage below could not do its work: unreachable, full, or broken. */
public final class StoreFailureException extends LmsException {
  private static final long serialVersionUID = 1L;

  /** Wraps what the storage threw. */
  public StoreFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
