package org.lmskit.model;

/**
 * A part of the organisation.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record OrgUnitId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public OrgUnitId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
