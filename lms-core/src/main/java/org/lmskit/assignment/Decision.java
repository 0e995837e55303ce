package org.lmskit.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;

/**
 * What a person decided about a learner's duty.
 *
 * @param kind what
 * @param day from which day on
 * @param untilOrNull of an extension, the new last day on which it is done in time
 * @param dueOrNull of an assignment, when it is due; null without a due day
 * @param remindersOrNull of an assignment, what the host is told as that day comes and goes; null for nothing but that it
 *     is overdue
 */
public record Decision(
    Kind kind,
    LocalDate day,
    @Nullable LocalDate untilOrNull,
    @Nullable DayRule dueOrNull,
    @Nullable Reminders remindersOrNull) {
  /** The sorts of decisions. */
  public enum Kind {
    /** He must do it, whatever rules say. */
    ASSIGN,
    /** That reason ends. */
    UNASSIGN,
    /** He need not do it. */
    WAIVE,
    /** The waiver ends: same cycle, old due day. */
    LIFT_WAIVER,
    /** He is taken out of it. */
    EXCLUDE,
    /** The exclusion ends: a new cycle. */
    LIFT_EXCLUSION,
    /** He has until a later day. */
    EXTEND
  }

  static Decision of(Kind kind, LocalDate day) {
    return new Decision(kind, day, null, null, null);
  }

  static Decision assign(LocalDate day, @Nullable DayRule due) {
    return new Decision(Kind.ASSIGN, day, null, due, null);
  }

  static Decision extend(LocalDate day, LocalDate until) {
    return new Decision(Kind.EXTEND, day, until, null, null);
  }

  Reminders reminders() {
    return remindersOrNull == null ? Reminders.NONE : remindersOrNull;
  }
}
