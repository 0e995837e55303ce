package org.lmskit.assessment.grading;

/** How far the grading of an answer is. */
public enum GradingState {
  /** Nobody has graded it. */
  WAITING,
  /** A second person has to grade it, without knowing what the first one gave. */
  SECOND,
  /** Both differ too much: a third person decides. */
  ADJUDICATION,
  /** It has its score. */
  GRADED
}
