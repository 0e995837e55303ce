package org.lmskit.path.progress;

import org.lmskit.model.Reason;

/** Why enrollments on learning paths refuse an operation. */
public enum ProgressReason implements Reason {
  /** The learner has an open enrollment on this path. */
  ALREADY_ENROLLED,
  /** The enrollment was withdrawn or completed, so it cannot be changed so. */
  ENROLLMENT_CLOSED,
  /** Only an active enrollment can be suspended. */
  NOT_ACTIVE,
  /** Only a suspended enrollment can be resumed. */
  NOT_SUSPENDED,
  /** Only what was completed can lose that. */
  NOT_COMPLETED,
  /** The step does not open before a day, or before other steps are satisfied; the details say which. */
  NOT_YET_AVAILABLE,
  /** The step is no course and no path: there is nothing to enroll on. */
  NOTHING_TO_OPEN,
  /** The step is not waived. */
  NOT_WAIVED,
  /** Say in words why. */
  REASON_MISSING,
  /** A day after today, in the learner's zone. */
  FUTURE_DAY
}
