package org.lmskit.workforce;

import org.lmskit.model.Reason;

/** Why the workforce refuses an operation. */
public enum WorkforceReason implements Reason {
  /** The organisation has no such part on that day. */
  ORG_UNIT_UNKNOWN,
  /** There is no such position. */
  POSITION_UNKNOWN,
  /** A part of the organisation would stand under itself. */
  ORG_CYCLE,
  /** The person has that very job already on some of these days. */
  APPOINTMENT_OVERLAPS,
  /** An appointment cannot pass to another person: end it and begin another. */
  APPOINTMENT_OF_ANOTHER,
  /** Nobody is his own manager. */
  OWN_MANAGER
}
