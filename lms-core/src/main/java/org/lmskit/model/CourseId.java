package org.lmskit.model;

/**
 * A course, over all its versions.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record CourseId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public CourseId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
