package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A change of a duty.
 *
 * @param day on which
 * @param byFact whether by what was done or decided on that day; else at its 00:00
 * @param situation where the duty stands from then on
 */
public record Moment(LocalDate day, boolean byFact, Situation situation) {
  /** In time. */
  static final Comparator<Moment> ORDER =
      Comparator.comparing(Moment::day).thenComparing(Moment::byFact);
}
