package org.lmskit.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A rule that gives each learner a civil day: when something opens for him, or is due. Due days are inclusive; what opens
 * on a day is open from its 00:00.
 */
public sealed interface DayRule {
  /** The days of a learner from which rules count. */
  enum Anchor {
    /** The first day of his unbroken employment. */
    HIRE,
    /** The first day of the appointment that made it his. */
    APPOINTMENT,
    /** The day from which he has to do it. */
    ASSIGNMENT,
    /** The day on which he was enrolled on the learning path. */
    PATH_START
  }

  /** What is known of a learner's days. */
  interface Days {
    /** A day from which rules count; absent if he has none such. */
    Optional<LocalDate> of(Anchor anchor);

    /** The day on which something was completed; absent as long as it is not. */
    Optional<LocalDate> completed(Subject subject);
  }

  /** The same day for everybody. */
  record Fixed(LocalDate day) implements DayRule {
    @Override
    public Optional<LocalDate> on(Days days) {
      return Optional.of(day);
    }
  }

  /** So long after one of the learner's days; zero is that very day. */
  record Since(Anchor anchor, Period period) implements DayRule {
    /** @throws IllegalArgumentException if the period is negative */
    public Since {
      requireNotNegative(period);
    }

    @Override
    public Optional<LocalDate> on(Days days) {
      return days.of(anchor).map(day -> day.plus(period));
    }
  }

  /** So long after something was completed; zero is that very day. */
  record Following(Subject subject, Period period) implements DayRule {
    /** @throws IllegalArgumentException if the period is negative */
    public Following {
      requireNotNegative(period);
    }

    @Override
    public Optional<LocalDate> on(Days days) {
      return days.completed(subject).map(day -> day.plus(period));
    }
  }

  /** The day that it gives; absent as long as what it counts from is not known. */
  Optional<LocalDate> on(Days days);

  /** The same day for everybody. */
  static DayRule fixed(LocalDate day) {
    return new Fixed(day);
  }

  /** So many days after the first day of employment. */
  static DayRule hire(int days) {
    return new Since(Anchor.HIRE, Period.ofDays(days));
  }

  /** So many days after the first day of the appointment. */
  static DayRule appointment(int days) {
    return new Since(Anchor.APPOINTMENT, Period.ofDays(days));
  }

  /** So many days after the assignment. */
  static DayRule assignment(int days) {
    return new Since(Anchor.ASSIGNMENT, Period.ofDays(days));
  }

  /** So many days after the enrollment on the learning path. */
  static DayRule start(int days) {
    return new Since(Anchor.PATH_START, Period.ofDays(days));
  }

  /** So many days after something was completed. */
  static DayRule following(Subject subject, int days) {
    return new Following(subject, Period.ofDays(days));
  }

  /** So many days after another step of the learning path was satisfied. */
  static DayRule followingStep(String step, int days) {
    return following(Subject.step(step), days);
  }

  private static void requireNotNegative(Period period) {
    if (period.isNegative()) {
      throw new IllegalArgumentException("a negative period: " + period);
    }
  }
}
