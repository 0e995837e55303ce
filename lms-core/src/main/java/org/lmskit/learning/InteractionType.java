package org.lmskit.learning;

import java.util.Locale;

/** The kinds of questions of SCORM and xAPI: {@code cmi.interactions.n.type}. */
public enum InteractionType {
  /** Two choices. */
  TRUE_FALSE,
  /** Some of several choices. */
  CHOICE,
  /** A short text. */
  FILL_IN,
  /** A long text. */
  LONG_FILL_IN,
  /** Pairs. */
  MATCHING,
  /** Steps that were performed. */
  PERFORMANCE,
  /** An order. */
  SEQUENCING,
  /** A place on a scale of opinion. */
  LIKERT,
  /** A number. */
  NUMERIC,
  /** Anything else. */
  OTHER;

  /** The standards' word, such as {@code true-false}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the answer can be text that a person wrote. */
  public boolean isWritten() {
    return this == FILL_IN || this == LONG_FILL_IN || this == PERFORMANCE || this == OTHER;
  }
}
