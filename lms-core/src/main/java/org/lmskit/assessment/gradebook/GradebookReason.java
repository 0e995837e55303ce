package org.lmskit.assessment.gradebook;

import org.lmskit.model.Reason;

/** Why a gradebook is refused. */
public enum GradebookReason implements Reason {
  /** A column comes twice. */
  COLUMN_TWICE,
  /** A column's weight is negative. */
  WEIGHT_OUT_OF_RANGE,
  /** Grades can be dropped or kept only if all columns weigh the same. */
  WEIGHTS_UNEQUAL,
  /** A negative number of grades is dropped, as many as there are columns, or fewer than one is kept. */
  LIMIT_OUT_OF_RANGE,
  /** A grade is for a column that there is not. */
  COLUMN_UNKNOWN
}
