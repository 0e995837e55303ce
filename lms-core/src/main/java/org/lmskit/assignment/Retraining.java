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

  /** The day from which on a learner's completions count: he may have completed this version on what was still the day before for him. */
  LocalDate since(Collection<Done> completions) {
    return completions.stream()
        .filter(done -> done.version() >= version)
        .map(Done::on)
        .filter(effectiveOn::isAfter)
        .min(LocalDate::compareTo)
        .orElse(effectiveOn);
  }
}
