package org.lmskit.observation;

import org.lmskit.model.Id;

/**
 * A checklist, over all its versions.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record ChecklistId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public ChecklistId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
