package org.lmskit.model;

import org.jspecify.annotations.Nullable;

/**
 * Another writer was faster: an id or a unique index is taken, or a version has moved. The engine
 * retries; a host that joins its own transaction rolls back and retries that whole transaction.
 */
public final class ConflictException extends LmsException {
  private static final long serialVersionUID = 1L;

  /** @param message names the record */
  public ConflictException(String message) {
    super(message, null);
  }

  /** A conflict that the database reported. */
  public ConflictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
