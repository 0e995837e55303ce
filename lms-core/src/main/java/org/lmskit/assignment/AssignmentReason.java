package org.lmskit.assignment;

import org.lmskit.model.Reason;

/** Why an operation on assignments was refused. */
public enum AssignmentReason implements Reason {
  /** The rule asks for something that does not exist, or that nobody can be assigned. */
  SUBJECT_UNKNOWN,
  /** The audience names a part of the organisation that does not exist. */
  ORG_UNIT_UNKNOWN,
  /** The audience names a position that does not exist. */
  POSITION_UNKNOWN,
  /** Nobody can ever match the audience. */
  AUDIENCE_IMPOSSIBLE,
  /** Another rule says otherwise of the same audience and subject. */
  RULE_CONTRADICTS,
  /** A rule keeps its subject over all its versions: retire it and publish another one. */
  SUBJECT_CHANGED,
  /** A later version cannot hold from a day before today. */
  BACK_DATED,
  /** The day is after today. */
  FUTURE_DAY,
  /** A decision needs a reason in words. */
  REASON_MISSING,
  /** The learner has no such duty on that day. */
  NO_DUTY,
  /** The duty was given by no person, or that reason ended before. */
  NOT_ASSIGNED,
  /** There is no waiver to lift on that day. */
  NOT_WAIVED,
  /** There is no exclusion to lift on that day. */
  NOT_EXCLUDED,
  /** An extension ends no later than the due day. */
  NOT_LATER
}
