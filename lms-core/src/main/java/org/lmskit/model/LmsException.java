package org.lmskit.model;

import org.jspecify.annotations.Nullable;

/** The root of everything that LMSKit throws on purpose; caller bugs are IllegalArgumentExceptions. */
public abstract sealed class LmsException extends RuntimeException
    permits NotFoundException, RejectedException, ConflictException, StoreFailureException {
  private static final long serialVersionUID = 1L;

  LmsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
