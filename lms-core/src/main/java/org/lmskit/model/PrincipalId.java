package org.lmskit.model;

/**
 * The id by which the host knows whoever performs an operation.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record PrincipalId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public PrincipalId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
