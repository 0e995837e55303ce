package org.lmskit.offering;

import org.lmskit.model.Id;

/**
 * One time at which an instructor-led training is held.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record OfferingId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public OfferingId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
