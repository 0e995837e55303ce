package org.lmskit.catalog;

/** Which attempt's score counts for a unit. */
public enum ScorePolicy {
  /** The first attempt that has one. */
  FIRST,
  /** The newest attempt that has one. */
  LAST,
  /** The highest: scaled scores where there are any, else raw ones; of equals the first. */
  BEST,
  /** The mean of the scaled scores, else of the raw ones. */
  AVERAGE
}
