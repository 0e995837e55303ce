package org.lmskit.admission;

import org.lmskit.model.Reason;

/** Why admissions refuse an operation. */
public enum AdmissionReason implements Reason {
  /** Nobody enrolls himself on this course. */
  COURSE_CLOSED,
  /** The learner has an open enrollment on this course. */
  ALREADY_ENROLLED,
  /** The request was decided or withdrawn before. */
  REQUEST_CLOSED,
  /** Say in words why. */
  REASON_MISSING
}
