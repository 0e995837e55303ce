package org.lmskit.competency;

import org.lmskit.model.Id;

/**
 * One piece of evidence that somebody can do something.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record EvidenceId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public EvidenceId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
