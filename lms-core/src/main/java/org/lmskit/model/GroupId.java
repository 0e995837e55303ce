package org.lmskit.model;

/**
 * A group of people, named by the host.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record GroupId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public GroupId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
