package org.lmskit.model;

/**
 * One sitting at a unit.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record AttemptId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public AttemptId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
