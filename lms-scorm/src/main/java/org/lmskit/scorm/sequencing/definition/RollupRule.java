package org.lmskit.scorm.sequencing.definition;

import java.math.BigDecimal;
import java.util.List;

/**
 * A rule that computes a cluster's state from its children.
 *
 * @param childActivitySet how many children must meet the conditions; default {@link
 *     ChildActivitySet#ALL}
 * @param minimumCount for {@link ChildActivitySet#AT_LEAST_COUNT}, 0 or more; default 0
 * @param minimumPercent for {@link ChildActivitySet#AT_LEAST_PERCENT}, 0 to 1; default 0
 * @param combination how the conditions are combined for a child; default {@link
 *     ConditionCombination#ANY}
 * @param conditions at least one in a valid manifest
 * @param action what is set
 * @see "SCORM 2004 4th Ed. SN 3.7"
 */
public record RollupRule(
    ChildActivitySet childActivitySet,
    int minimumCount,
    BigDecimal minimumPercent,
    ConditionCombination combination,
    List<RollupCondition> conditions,
    RollupAction action) {
  /** Copies the conditions. */
  public RollupRule {
    conditions = List.copyOf(conditions);
  }

  /** A rule with the default combination; set is not one of the counting ones. */
  public static RollupRule when(
      ChildActivitySet set, RollupAction action, RollupCondition... conditions) {
    return new RollupRule(
        set, 0, BigDecimal.ZERO, ConditionCombination.ANY, List.of(conditions), action);
  }

  /** A rule for at least so many children. */
  public static RollupRule atLeast(int count, RollupAction action, RollupCondition... conditions) {
    return new RollupRule(
        ChildActivitySet.AT_LEAST_COUNT,
        count,
        BigDecimal.ZERO,
        ConditionCombination.ANY,
        List.of(conditions),
        action);
  }

  /** A rule for at least such a share, 0 to 1, of the children. */
  public static RollupRule atLeastShare(
      String percent, RollupAction action, RollupCondition... conditions) {
    return new RollupRule(
        ChildActivitySet.AT_LEAST_PERCENT,
        0,
        new BigDecimal(percent),
        ConditionCombination.ANY,
        List.of(conditions),
        action);
  }
}
