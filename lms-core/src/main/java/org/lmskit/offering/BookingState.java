package org.lmskit.offering;

/** Where a booking can stand. */
public enum BookingState {
  /** He has a seat. */
  BOOKED,
  /** He waits for one. */
  WAITING,
  /** He does not come. */
  CANCELLED
}
