package org.lmskit.scorm.sequencing.definition;

/**
 * How many of the children must meet a rollup rule's conditions.
 *
 * @see "SCORM 2004 4th Ed. SN 3.7"
 */
public enum ChildActivitySet {
  /** All children; the default. */
  ALL("all"),
  /** One child or more. */
  ANY("any"),
  /** No child. */
  NONE("none"),
  /** As many as the minimum count. */
  AT_LEAST_COUNT("atLeastCount"),
  /** As large a share as the minimum percent. */
  AT_LEAST_PERCENT("atLeastPercent");

  private final String code;

  ChildActivitySet(String code) {
    this.code = code;
  }

  /** The word of the manifest, such as {@code atLeastCount}. */
  public String code() {
    return code;
  }
}
