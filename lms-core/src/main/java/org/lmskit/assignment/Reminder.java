package org.lmskit.assignment;

import java.time.LocalDate;

/**
 * What becomes due by time alone, at 00:00 of a day.
 *
 * @param type what becomes due
 * @param day the day
 * @param cycle of which cycle of the duty
 * @param dueOn by when it is or was to be done
 * @param level of an escalation, from 1; else 0
 */
public record Reminder(Type type, LocalDate day, int cycle, LocalDate dueOn, int level) {
  /** In the order in which they follow each other. */
  public enum Type {
    /** The due day comes near. */
    DUE_SOON,
    /** The due day is over, and the duty is still to be done. */
    OVERDUE,
    /** It is over for so long that somebody above should know. */
    ESCALATED
  }

  /** Whether it tells the same of the same due day, whenever. */
  boolean isSame(Reminder other) {
    return type == other.type
        && cycle == other.cycle
        && level == other.level
        && dueOn.equals(other.dueOn);
  }
}
