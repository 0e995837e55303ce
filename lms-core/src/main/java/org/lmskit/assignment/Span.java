package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;

/**
 * From when to when one cause is a reason for a duty, and what it says of it.
 *
 * @param cause which
 * @param since the first day
 * @param untilOrNull the first day on which it is none any more; null while no end is known
 * @param exit what becomes of the open duty if it was the last one
 * @param terms when it is due
 * @param reminders what the host is told as the due day comes and goes
 */
record Span(
    Cause cause,
    LocalDate since,
    @Nullable LocalDate untilOrNull,
    ExitPolicy exit,
    Terms terms,
    Reminders reminders) {
  /** The days of a learner from which a due day is counted, if he has the duty from a day on. */
  interface Anchors {
    Optional<LocalDate> of(DayRule.Anchor anchor, LocalDate begin);
  }

  /** What has been completed by a moment. */
  interface Completions {
    Optional<LocalDate> of(Subject subject);
  }

  /**
   * When the duty is due.
   *
   * @param dueOrNull the rule; null without a due day
   * @param knownOn the day on which the engine heard of the reason
   * @param allowance whether days count from then at the earliest
   */
  record Terms(
      @Nullable DayRule dueOrNull, LocalDate knownOn, Allowance allowance, Anchors anchors) {
    /** The due day of a duty that begins on a day, never before it; absent as long as nothing gives it. */
    Optional<LocalDate> due(LocalDate begin, Completions completions) {
      if (dueOrNull == null) {
        return Optional.empty();
      }
      return dueOrNull
          .on(new DayRule.Days() {
            @Override
            public Optional<LocalDate> of(DayRule.Anchor anchor) {
              return anchors.of(anchor, begin).map(Terms.this::atLeastKnown);
            }

            @Override
            public Optional<LocalDate> completed(Subject subject) {
              return completions.of(subject);
            }
          })
          .map(day -> day.isBefore(begin) ? begin : day);
    }

    boolean isFixed() {
      return dueOrNull instanceof DayRule.Fixed;
    }

    private LocalDate atLeastKnown(LocalDate day) {
      return allowance == Allowance.REALISTIC_ALLOWANCE && day.isBefore(knownOn) ? knownOn : day;
    }
  }

  boolean livesOn(LocalDate day) {
    return !since.isAfter(day) && (untilOrNull == null || day.isBefore(untilOrNull));
  }
}
