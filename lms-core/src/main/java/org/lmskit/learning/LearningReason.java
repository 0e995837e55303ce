package org.lmskit.learning;

import org.lmskit.model.Reason;

/** Why enrollments and attempts refuse an operation. */
public enum LearningReason implements Reason {
  /** The learner has an open enrollment on this course. */
  ALREADY_ENROLLED,
  /** The enrollment was withdrawn or completed, so it cannot be changed so. */
  ENROLLMENT_CLOSED,
  /** Only an active enrollment can be suspended. */
  NOT_ACTIVE,
  /** Only a suspended enrollment can be resumed. */
  NOT_SUSPENDED,
  /** Only what was completed can lose that. */
  NOT_COMPLETED,
  /** Say in words why. */
  REASON_MISSING,
  /** A unit that has to come before is not satisfied yet. */
  PREREQUISITE_MISSING,
  /** The unit was tried as often as it may be. */
  ATTEMPTS_EXHAUSTED,
  /** The attempt is over; a new one has to be started. */
  ATTEMPT_ENDED,
  /** A unit names a content type that this engine was not built with. */
  CONTENT_TYPE_UNKNOWN,
  /** A unit refers to something of its content type that is not there, such as a package that nobody imported. */
  CONTENT_UNKNOWN
}
