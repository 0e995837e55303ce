package org.lmskit.assessment.analysis;

/** What a person should look at. */
public enum ItemFlag {
  /** Facility above 0.9. */
  TOO_EASY,
  /** Facility below 0.2. */
  TOO_HARD,
  /** The item-rest correlation is 0 or more, and below 0.2. */
  WEAK,
  /** Those who know more score less, and choose a wrong option: the key may be wrong. */
  SUSPECT_KEY
}
