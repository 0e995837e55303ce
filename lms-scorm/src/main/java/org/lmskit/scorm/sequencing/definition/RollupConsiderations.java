package org.lmskit.scorm.sequencing.definition;

/**
 * When a child counts for the rollup of its parent ({@code adlseq:rollupConsiderations}).
 *
 * @param requiredForSatisfied when it counts for {@code satisfied}
 * @param requiredForNotSatisfied when it counts for {@code notSatisfied}
 * @param requiredForCompleted when it counts for {@code completed}
 * @param requiredForIncomplete when it counts for {@code incomplete}
 * @param measureSatisfactionIfActive whether satisfaction by measure is decided while the attempt
 *     on the activity is still in progress
 * @see "SCORM 2004 4th Ed. SN 3.9"
 */
public record RollupConsiderations(
    Required requiredForSatisfied,
    Required requiredForNotSatisfied,
    Required requiredForCompleted,
    Required requiredForIncomplete,
    boolean measureSatisfactionIfActive) {
  /** The standard's defaults: always required, measure decides while active. */
  public static final RollupConsiderations DEFAULT = new RollupConsiderations(
      Required.ALWAYS, Required.ALWAYS, Required.ALWAYS, Required.ALWAYS, true);

  /** When a child counts. */
  public enum Required {
    /** It counts always. */
    ALWAYS("always"),
    /** It counts once it was attempted. */
    IF_ATTEMPTED("ifAttempted"),
    /** It counts unless a pre-condition rule skips it. */
    IF_NOT_SKIPPED("ifNotSkipped"),
    /** It counts unless its attempt is suspended. */
    IF_NOT_SUSPENDED("ifNotSuspended");

    private final String code;

    Required(String code) {
      this.code = code;
    }

    /** The word of the manifest, such as {@code ifNotSkipped}. */
    public String code() {
      return code;
    }
  }

  /** When a child counts for this action. */
  public Required requiredFor(RollupAction action) {
    return switch (action) {
      case SATISFIED -> requiredForSatisfied;
      case NOT_SATISFIED -> requiredForNotSatisfied;
      case COMPLETED -> requiredForCompleted;
      case INCOMPLETE -> requiredForIncomplete;
    };
  }
}
