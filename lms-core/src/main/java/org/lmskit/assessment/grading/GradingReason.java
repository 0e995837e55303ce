package org.lmskit.assessment.grading;

import org.lmskit.model.Reason;

/** Why grading is refused. */
public enum GradingReason implements Reason {
  /** The answer is graded. */
  ALREADY_GRADED,
  /** Nobody grades his own answer. */
  SELF_GRADING,
  /** Whoever graded an answer once does not grade it again. */
  SAME_GRADER,
  /** The rubric has no such criterion. */
  CRITERION_UNKNOWN,
  /** A criterion without points. */
  CRITERION_MISSING,
  /** Points outside 0 to the most of their criterion. */
  SCORE_OUT_OF_RANGE,
  /** Say in words why. */
  REASON_MISSING,
  /** There is no such item, or no such assessment. */
  UNKNOWN,
  /** Only people know what is right: grade it instead. */
  GRADED_BY_HAND,
  /** The new version asks for another sort of answer than those that were given. */
  OTHER_INTERACTION
}
