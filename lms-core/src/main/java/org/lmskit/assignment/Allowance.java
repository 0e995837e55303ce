package org.lmskit.assignment;

/** From when due days count for somebody of whom the engine hears late. */
public enum Allowance {
  /** From the days on which things took effect, whenever they became known. */
  FROM_EFFECTIVE,
  /** From the day on which the reason became known at the earliest, so that nobody begins overdue. */
  REALISTIC_ALLOWANCE
}
