package org.lmskit.certification;

import java.time.LocalDate;

/**
 * What becomes due by time alone, at 00:00 of a day, before that day's facts.
 *
 * @param type what becomes due
 * @param effectiveOn the day
 * @param awardedOn the completion day of the award that it is about
 */
public record DueEvent(Type type, LocalDate effectiveOn, LocalDate awardedOn) {
  /** In the order in which they follow each other. */
  public enum Type {
    /** The award can be renewed from this day on. */
    RENEWAL_WINDOW_OPENED,
    /** The award is not valid from this day on. */
    CERTIFICATION_EXPIRED,
    /** The renewal path leads nowhere from this day on. */
    GRACE_ENDED
  }
}
