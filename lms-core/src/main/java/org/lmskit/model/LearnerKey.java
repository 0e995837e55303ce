package org.lmskit.model;

/**
 * The pseudonym of a learner in events and records; it means nothing once the learner is erased.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record LearnerKey(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public LearnerKey {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
