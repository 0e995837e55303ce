package org.lmskit.scorm.sequencing.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a sequencing rule.
 *
 * @param type what it looks at
 * @param negated whether the operator is {@code not}; the default is {@code noOp}
 * @param referencedObjective local id of the objective that it looks at; null for the primary one
 * @param measureThreshold -1 to 1, compared with a measure; the default is 0
 * @see "SCORM 2004 4th Ed. SN 3.4"
 */
public record RuleCondition(
    RuleConditionType type,
    boolean negated,
    @Nullable String referencedObjective,
    BigDecimal measureThreshold) {
  /** A condition on the primary objective or the activity, not negated. */
  public static RuleCondition of(RuleConditionType type) {
    return new RuleCondition(type, false, null, BigDecimal.ZERO);
  }

  /** This condition under the operator {@code not}. */
  public RuleCondition not() {
    return new RuleCondition(type, true, referencedObjective, measureThreshold);
  }

  /** This condition on another objective of the activity. */
  public RuleCondition on(String objective) {
    return new RuleCondition(type, negated, objective, measureThreshold);
  }

  /** This condition with another threshold. */
  public RuleCondition than(String threshold) {
    return new RuleCondition(type, negated, referencedObjective, new BigDecimal(threshold));
  }
}
