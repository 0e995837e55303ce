package org.lmskit.assessment;

import org.lmskit.model.Id;

/**
 * An assessment, over all its versions.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record AssessmentId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public AssessmentId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
