package org.lmskit.scorm.sequencing.definition;

/**
 * What a rollup rule sets; {@link #code()} is the manifest's word for it.
 *
 * @see "SCORM 2004 4th Ed. SN 3.7"
 */
public enum RollupAction {
  /** The rolled-up objective is satisfied. */
  SATISFIED("satisfied"),
  /** The rolled-up objective is not satisfied. */
  NOT_SATISFIED("notSatisfied"),
  /** The activity is completed. */
  COMPLETED("completed"),
  /** The activity is incomplete. */
  INCOMPLETE("incomplete");

  private final String code;

  RollupAction(String code) {
    this.code = code;
  }

  /** The word of the manifest, such as {@code notSatisfied}. */
  public String code() {
    return code;
  }
}
