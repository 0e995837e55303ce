package org.lmskit.scorm.sequencing.definition;

import java.math.BigDecimal;
import java.util.List;

/**
 * The rollup of an activity: its rules over its children, and what it contributes to its parent.
 *
 * @param rules in the order of the manifest
 * @param rollupObjectiveSatisfied whether its satisfaction contributes to the parent; default true
 * @param rollupProgressCompletion whether its completion contributes to the parent; default true
 * @param objectiveMeasureWeight weight of its measure for the parent, 0 to 1; default 1
 * @see "SCORM 2004 4th Ed. SN 3.7 and 3.8"
 */
public record RollupRules(
    List<RollupRule> rules,
    boolean rollupObjectiveSatisfied,
    boolean rollupProgressCompletion,
    BigDecimal objectiveMeasureWeight) {
  /** The standard's defaults. */
  public static final RollupRules DEFAULT = new RollupRules(List.of(), true, true, BigDecimal.ONE);

  /** Copies the rules. */
  public RollupRules {
    rules = List.copyOf(rules);
  }

  /** These with other rules. */
  public RollupRules withRules(RollupRule... value) {
    return new RollupRules(
        List.of(value), rollupObjectiveSatisfied, rollupProgressCompletion, objectiveMeasureWeight);
  }

  /** These contributing satisfaction and completion or not. */
  public RollupRules contributing(boolean satisfied, boolean completion) {
    return new RollupRules(rules, satisfied, completion, objectiveMeasureWeight);
  }

  /** These with another weight, 0 to 1. */
  public RollupRules withWeight(String value) {
    return new RollupRules(
        rules, rollupObjectiveSatisfied, rollupProgressCompletion, new BigDecimal(value));
  }
}
