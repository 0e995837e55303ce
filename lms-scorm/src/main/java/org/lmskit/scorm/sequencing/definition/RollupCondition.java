package org.lmskit.scorm.sequencing.definition;

/**
 * One condition of a rollup rule; it looks at a child's rolled-up objective or progress.
 *
 * @param type what it looks at
 * @param negated whether the operator is {@code not}; the default is {@code noOp}
 * @see "SCORM 2004 4th Ed. SN 3.7"
 */
public record RollupCondition(RuleConditionType type, boolean negated) {
  /**
   * Checks the type.
   *
   * @throws IllegalArgumentException if rollup rules cannot use it
   */
  public RollupCondition {
    if (!type.isForRollup()) {
      throw new IllegalArgumentException("not a condition of rollup rules: " + type.code());
    }
  }

  /** A condition that is not negated. */
  public static RollupCondition of(RuleConditionType type) {
    return new RollupCondition(type, false);
  }

  /** This condition under the operator {@code not}. */
  public RollupCondition not() {
    return new RollupCondition(type, true);
  }
}
