package org.lmskit.certification;

import org.lmskit.model.Reason;

/** Why an operation on certifications was refused. */
public enum CertificationReason implements Reason {
  /** The policy cannot be published; the message lists its problems. */
  POLICY_UNSOUND,
  /** No award was valid on that day. */
  NOT_VALID,
  /** An extension ends no later than the award. */
  NOT_LATER,
  /** There was nothing to pause on that day. */
  NOTHING_TO_PAUSE,
  /** There was no pause to end on that day. */
  NOT_PAUSED,
  /** While an award is paused, nothing earned elsewhere can be recorded. */
  PAUSED,
  /** The day is after today. */
  FUTURE_DAY,
  /** An override needs a reason in words. */
  REASON_MISSING
}
