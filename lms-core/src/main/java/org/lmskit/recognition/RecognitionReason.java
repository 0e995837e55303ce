package org.lmskit.recognition;

import org.lmskit.model.Reason;

/** Why recognising learning is refused. */
public enum RecognitionReason implements Reason {
  /** There is no such course. */
  COURSE_UNKNOWN,
  /** A day after today, in the learner's zone. */
  FUTURE_DAY,
  /** Say where it was done. */
  SOURCE_MISSING,
  /** Say in words why. */
  REASON_MISSING
}
