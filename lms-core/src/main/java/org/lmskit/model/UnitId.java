package org.lmskit.model;

/**
 * A unit of a course version: the smallest part that is tracked.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record UnitId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public UnitId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
