package org.lmskit.assignment;

/** What becomes of an open duty that lost its last reason; from the least destructive to the most. */
public enum ExitPolicy {
  /** The reason stays, and with it the duty and its due day. */
  RETAIN,
  /** Suspended if it was started, else withdrawn. */
  SUSPEND_IF_STARTED,
  /** Withdrawn if it was not started, else suspended; the default. */
  WITHDRAW_IF_NOT_STARTED,
  /** Withdrawn, started or not. */
  CANCEL
}
