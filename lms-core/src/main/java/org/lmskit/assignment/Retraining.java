package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.Collection;

/**
 * A version for which all who had completed an earlier one do it again.
 *
 * @param version its number
 * @param effectiveOn the day on which it took effect where the tenant is
 */
record Retraining(int version, LocalDate effectiveOn) {
  /**
   * A completion.
   *
   * @param version of what was completed
   * @param on the learner's own day
   */
  record Done(int version, LocalDate on) {}

  /** Whether a learner has to: not who completed this version on what was still the day before for him. */
  boolean concerns(Collection<Done> completions) {
    return completions.stream()
        .noneMatch(done -> done.version() >= version && done.on().isBefore(effectiveOn));
  }
}
