package org.lmskit.competency;

import org.lmskit.model.Id;

/**
 * Something that a person can be able to do.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record CompetencyId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public CompetencyId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
