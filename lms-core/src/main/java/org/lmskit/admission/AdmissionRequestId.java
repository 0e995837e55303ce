package org.lmskit.admission;

import org.lmskit.model.Id;

/**
 * A request of a learner to be enrolled.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record AdmissionRequestId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public AdmissionRequestId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
