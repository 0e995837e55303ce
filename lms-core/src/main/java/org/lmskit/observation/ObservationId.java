package org.lmskit.observation;

import org.lmskit.model.Id;

/**
 * One observation of one learner.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record ObservationId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public ObservationId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
