package org.lmskit.model;

/**
 * One learner on one subject in one cycle.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record EnrollmentId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public EnrollmentId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
