package org.lmskit.certification;

import java.time.Instant;

/**
 * A published policy: it never changes.
 *
 * @param number from 1, in the order of publication
 * @param policy what was published
 * @param recordedAt when it was published
 */
public record PolicyVersion(int number, Certification policy, Instant recordedAt) {
  /** @throws IllegalArgumentException if the number is not positive */
  public PolicyVersion {
    if (number < 1) {
      throw new IllegalArgumentException("versions count from 1, this is " + number);
    }
  }
}
