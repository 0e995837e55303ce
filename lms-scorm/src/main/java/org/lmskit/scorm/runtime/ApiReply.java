package org.lmskit.scorm.runtime;

/**
 * What the API answers to a call.
 *
 * @param result the returned string: a value, {@code true} or {@code false}, an error text
 * @param error the error code that {@code GetLastError} returns after the call, 0 if there is none;
 *     calls that ask for errors leave it as it was
 */
public record ApiReply(String result, int error) {
  /** Whether no error is pending after the call. */
  public boolean isOk() {
    return error == 0;
  }
}
