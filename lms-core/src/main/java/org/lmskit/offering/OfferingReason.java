package org.lmskit.offering;

import org.lmskit.model.Reason;

/** Why offerings and bookings refuse an operation. */
public enum OfferingReason implements Reason {
  /** The plan has errors. */
  OFFERING_INVALID,
  /** The offering was called off. */
  OFFERING_CANCELLED,
  /** The first meeting has begun. */
  OFFERING_STARTED,
  /** Fewer seats than are booked. */
  CAPACITY_BELOW_BOOKED,
  /** There is no seat for somebody who comes without a booking. */
  OFFERING_FULL,
  /** The last instant for cancelling is over. */
  CUTOFF_PASSED,
  /** Who has no seat cannot attend. */
  NOT_BOOKED,
  /** There is no such meeting, it has not begun, or it does not last so long. */
  ATTENDANCE_INVALID,
  /** Somebody has attended a meeting that would go. */
  MEETING_ATTENDED,
  /** Say in words why. */
  REASON_MISSING
}
