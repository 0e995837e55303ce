package org.lmskit.admission;

/** Who may enroll himself on a course. */
public enum AdmissionPolicy {
  /** Everybody. */
  OPEN,
  /** Whose request is approved. */
  BY_APPROVAL,
  /** Nobody: others enroll him. */
  CLOSED
}
