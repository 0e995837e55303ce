package org.lmskit.offering;

import org.lmskit.model.Id;

/**
 * One person's place, or place in the queue, in an offering.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record BookingId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public BookingId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
