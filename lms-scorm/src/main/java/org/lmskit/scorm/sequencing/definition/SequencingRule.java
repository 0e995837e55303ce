package org.lmskit.scorm.sequencing.definition;

import java.util.List;

/**
 * A pre-condition, exit or post-condition rule of an activity: if the conditions hold, the action.
 *
 * @param combination how the conditions are combined; the default is {@link
 *     ConditionCombination#ALL}
 * @param conditions at least one in a valid manifest; a rule without any never applies
 * @param action what follows
 * @see "SCORM 2004 4th Ed. SN 3.4"
 */
public record SequencingRule(
    ConditionCombination combination, List<RuleCondition> conditions, RuleAction action) {
  /** Copies the conditions. */
  public SequencingRule {
    conditions = List.copyOf(conditions);
  }

  /** A rule whose conditions must all hold. */
  public static SequencingRule when(RuleAction action, RuleCondition... conditions) {
    return new SequencingRule(ConditionCombination.ALL, List.of(conditions), action);
  }
}
