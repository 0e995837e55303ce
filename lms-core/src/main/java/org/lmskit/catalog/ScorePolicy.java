package org.lmskit.catalog;

/** Which attempt counts for a unit: its score, and whether it was passed. */
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
