package org.lmskit.learning;

/** Where an enrollment stands. */
public enum EnrollmentState {
  /** The learner can work on it. */
  ACTIVE,
  /** It rests; the learner's work is kept, and counts when it is resumed. */
  SUSPENDED,
  /** It was taken back; what was done remains as history. */
  WITHDRAWN,
  /** Every required unit is satisfied. */
  COMPLETED;

  /** Whether a learner can have at most one such enrollment on a course. */
  public boolean isOpen() {
    return this == ACTIVE || this == SUSPENDED;
  }
}
