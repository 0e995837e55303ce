package org.lmskit.model;

/**
 * One person in one position in one part of the organisation.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record AppointmentId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public AppointmentId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
