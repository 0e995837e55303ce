package org.lmskit.model;

/**
 * The id by which the host knows a learner. It stands in one erasable record only.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record LearnerId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public LearnerId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
