package org.lmskit.assessment.analysis;

/** Which attempts of each learner are analysed. */
public enum AttemptChoice {
  /** The one of the smallest number: what he knew before he had seen the questions. */
  FIRST,
  /** The one of the largest number. */
  LAST,
  /** Each. */
  ALL
}
