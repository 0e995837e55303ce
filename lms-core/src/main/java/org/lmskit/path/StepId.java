package org.lmskit.path;

import org.lmskit.model.Id;

/**
 * The id of a step, unique within its learning path.
 *
 * @param value 1 to 128 characters without control characters
 */
public record StepId(String value) implements Id {
  /** @throws IllegalArgumentException if it is empty, too long or has control characters */
  public StepId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
