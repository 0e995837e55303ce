package org.lmskit.learning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * That everything that completes an enrollment was done, for the first time by the dates of what is known, in whatever order that
 * became known.
 *
 * @param at when
 * @param success PASSED if a required unit was passed by then and none failed
 * @param scoreOrNull the score over all units at that moment
 */
record Fulfilment(Instant at, Success success, @Nullable Score scoreOrNull) {
  /** What was done on an earlier version counts as far as it was still done when the enrollment moved. */
  static Optional<Fulfilment> of(Enrollment enrollment) {
    Instant moved = enrollment.versionSinceOrNull();
    Instant since = null;
    for (Instant moment : moments(enrollment)) {
      if (since != null && moved != null && !moment.isBefore(moved)) {
        break;
      }
      boolean isDone = isDone(enrollment.asOf(moment));
      if (isDone && (moved == null || !moment.isBefore(moved))) {
        return Optional.of(at(since == null ? moment : since, enrollment));
      }
      since = !isDone ? null : since == null ? moment : since;
    }
    return Optional.ofNullable(since).map(found -> at(found, enrollment));
  }

  /** What is not known to have been done was not. */
  private static boolean isDone(Enrollment then) {
    return then.units().stream().allMatch(UnitResult::isKnown) && then.fulfilled();
  }

  private static Fulfilment at(Instant moment, Enrollment enrollment) {
    Enrollment then = enrollment.asOf(moment);
    return new Fulfilment(moment, then.success(), then.score().orElse(null));
  }

  /** When anything happened that may have fulfilled it, the earliest first. */
  private static List<Instant> moments(Enrollment enrollment) {
    return enrollment.units().stream()
        .flatMap(UnitResult::moments)
        .distinct()
        .sorted()
        .toList();
  }
}
