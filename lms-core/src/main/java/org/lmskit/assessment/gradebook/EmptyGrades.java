package org.lmskit.assessment.gradebook;

/** What becomes of columns without a grade. */
public enum EmptyGrades {
  /** They are left out: the grade is that of what was graded so far. */
  EXCLUDE_EMPTY,
  /** They count as 0, before anything is dropped or kept. */
  EMPTY_AS_ZERO
}
