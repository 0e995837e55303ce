package org.lmskit.scorm.sequencing.definition;

import java.util.ArrayList;
import java.util.List;

/**
 * The sequencing rules of an activity, each list in the order of the manifest.
 *
 * @param preConditions evaluated before the activity is identified for delivery
 * @param exits evaluated after a descendant's attempt ended
 * @param postConditions evaluated after the activity's attempt ended
 * @see "SCORM 2004 4th Ed. SN 3.4"
 */
public record SequencingRules(
    List<SequencingRule> preConditions,
    List<SequencingRule> exits,
    List<SequencingRule> postConditions) {
  /** No rules: the standard's default. */
  public static final SequencingRules NONE = new SequencingRules(List.of(), List.of(), List.of());

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the action of a rule belongs into another list
   */
  public SequencingRules {
    preConditions = checked(preConditions, RuleAction.Timing.PRE);
    exits = checked(exits, RuleAction.Timing.EXIT);
    postConditions = checked(postConditions, RuleAction.Timing.POST);
  }

  /** Sorts rules into the three lists by their actions, keeping the order. */
  public static SequencingRules of(List<SequencingRule> rules) {
    return new SequencingRules(
        only(rules, RuleAction.Timing.PRE),
        only(rules, RuleAction.Timing.EXIT),
        only(rules, RuleAction.Timing.POST));
  }

  private static List<SequencingRule> only(List<SequencingRule> rules, RuleAction.Timing timing) {
    var found = new ArrayList<SequencingRule>();
    for (SequencingRule rule : rules) {
      if (rule.action().timing() == timing) {
        found.add(rule);
      }
    }
    return found;
  }

  private static List<SequencingRule> checked(
      List<SequencingRule> rules, RuleAction.Timing timing) {
    for (SequencingRule rule : rules) {
      if (rule.action().timing() != timing) {
        throw new IllegalArgumentException(
            "not a " + timing + " action: " + rule.action().code());
      }
    }
    return List.copyOf(rules);
  }
}
