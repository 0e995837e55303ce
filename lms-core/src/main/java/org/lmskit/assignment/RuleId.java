package org.lmskit.assignment;

import org.lmskit.model.Id;

/**
 * The id of an assignment rule, the same over all its versions.
 *
 * @param value 1 to 128 characters without control characters
 */
public record RuleId(String value) implements Id {
  /** @throws IllegalArgumentException if it is empty, too long or has control characters */
  public RuleId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
