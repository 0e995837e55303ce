package org.lmskit.certification;

import org.lmskit.model.Id;

/**
 * A certification, over all versions of its policy.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record CertificationId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public CertificationId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
