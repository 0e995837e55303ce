package org.lmskit.model;

/**
 * A customer whose data never meets that of another. A host with one customer uses {@link #DEFAULT}.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record TenantId(String value) implements Id {
  /** The tenant of a host that has only one. */
  public static final TenantId DEFAULT = new TenantId("default");

  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public TenantId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
