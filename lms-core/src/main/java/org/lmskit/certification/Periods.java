package org.lmskit.certification;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** How civil periods are compared and repeated. */
final class Periods {
  private static final long SHORTEST_MONTH = 28;
  private static final long LONGEST_MONTH = 31;

  private Periods() {}

  /** The shortest length that a period can have: 28 days a month, and its days. */
  static long shortest(Period period) {
    return Math.addExact(SHORTEST_MONTH * period.toTotalMonths(), period.getDays());
  }

  /** Whether no part of it is negative. */
  static boolean isForward(Period period) {
    return period.toTotalMonths() >= 0 && period.getDays() >= 0;
  }

  /** The first date of {@code anchor + k * period}, for any whole k, that is not before another. */
  static LocalDate next(LocalDate anchor, Period period, LocalDate notBefore) {
    long days = ChronoUnit.DAYS.between(anchor, notBefore);
    long longest = LONGEST_MONTH * period.toTotalMonths() + period.getDays();
    int k = Math.toIntExact(days >= 0 ? days / longest : Math.floorDiv(days, shortest(period)) - 1);
    while (anchor.plus(period.multipliedBy(k)).isBefore(notBefore)) {
      k++;
    }
    return anchor.plus(period.multipliedBy(k));
  }
}
