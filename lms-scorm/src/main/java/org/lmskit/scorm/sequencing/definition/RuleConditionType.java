package org.lmskit.scorm.sequencing.definition;

/**
 * What a rule condition looks at; {@link #code()} is the manifest's word for it.
 *
 * @see "SCORM 2004 4th Ed. SN 3.4 and 3.7"
 */
public enum RuleConditionType {
  /** The referenced objective is satisfied. */
  SATISFIED("satisfied"),
  /** It is known whether the referenced objective is satisfied. */
  OBJECTIVE_STATUS_KNOWN("objectiveStatusKnown"),
  /** The measure of the referenced objective is known. */
  OBJECTIVE_MEASURE_KNOWN("objectiveMeasureKnown"),
  /** The measure of the referenced objective is above the threshold; sequencing rules only. */
  OBJECTIVE_MEASURE_GREATER_THAN("objectiveMeasureGreaterThan"),
  /** The measure of the referenced objective is below the threshold; sequencing rules only. */
  OBJECTIVE_MEASURE_LESS_THAN("objectiveMeasureLessThan"),
  /** The activity is completed. */
  COMPLETED("completed"),
  /** It is known whether the activity is completed. */
  ACTIVITY_PROGRESS_KNOWN("activityProgressKnown"),
  /** The activity was attempted at least once. */
  ATTEMPTED("attempted"),
  /** The attempt limit is reached. */
  ATTEMPT_LIMIT_EXCEEDED("attemptLimitExceeded"),
  /** A limit of duration is exceeded. */
  TIME_LIMIT_EXCEEDED("timeLimitExceeded"),
  /** Now is before the begin or after the end time limit. */
  OUTSIDE_AVAILABLE_TIME_RANGE("outsideAvailableTimeRange"),
  /** Always true; sequencing rules only. */
  ALWAYS("always");

  private final String code;

  RuleConditionType(String code) {
    this.code = code;
  }

  /** The word of the manifest, such as {@code objectiveMeasureGreaterThan}. */
  public String code() {
    return code;
  }

  /** Whether a rollup rule may use it. */
  public boolean isForRollup() {
    return this != ALWAYS
        && this != OBJECTIVE_MEASURE_GREATER_THAN
        && this != OBJECTIVE_MEASURE_LESS_THAN;
  }
}
