package org.lmskit.model;

/**
 * A job role.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record PositionId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public PositionId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
