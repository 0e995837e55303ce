package org.lmskit.model;

/**
 * One event of the domain; a time-ordered UUID unless the host supplies ids of its own.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record EventId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public EventId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
