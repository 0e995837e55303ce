package org.lmskit.competency;

import org.lmskit.model.Id;

/**
 * A framework of competencies.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record FrameworkId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public FrameworkId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
