package org.lmskit.scorm.sequencing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.scorm.sequencing.definition.ChildActivitySet;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.RollupAction;
import org.lmskit.scorm.sequencing.definition.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations.Required;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;

/**
 * The subprocesses of rollup that evaluate rules over children.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, RB.1.4"
 */
final class RollupRuleCheck {
  private static final List<RollupRule> DEFAULT_OBJECTIVE_RULES = List.of(
      RollupRule.when(
          ChildActivitySet.ALL,
          RollupAction.SATISFIED,
          RollupCondition.of(RuleConditionType.SATISFIED)),
      RollupRule.when(
          ChildActivitySet.ALL,
          RollupAction.NOT_SATISFIED,
          RollupCondition.of(RuleConditionType.OBJECTIVE_STATUS_KNOWN)));
  private static final List<RollupRule> DEFAULT_PROGRESS_RULES = List.of(
      RollupRule.when(
          ChildActivitySet.ALL,
          RollupAction.COMPLETED,
          RollupCondition.of(RuleConditionType.COMPLETED)),
      RollupRule.when(
          ChildActivitySet.ALL,
          RollupAction.INCOMPLETE,
          RollupCondition.of(RuleConditionType.ACTIVITY_PROGRESS_KNOWN)));

  private RollupRuleCheck() {}

  /** RB.1.4 Rollup Rule Check Subprocess: whether a rule with this action applies. */
  static boolean ruleCheck(Step step, Activity activity, RollupAction action) {
    var rules = activity.rollupRules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).action() == action && applies(step, activity, i)) {
        return true;
      }
    }
    return false;
  }

  /** The rules that decide an activity's satisfaction or completion, where no measure does. */
  static List<RollupRule> rules(ActivityDefinition activity) {
    var rules = new ArrayList<RollupRule>();
    if (!activity.children().isEmpty()
        && !activity.sequencing().primaryObjective().satisfiedByMeasure()) {
      rules.addAll(rules(activity, true));
    }
    if (!activity.children().isEmpty() && !activity.completionThreshold().completedByMeasure()) {
      rules.addAll(rules(activity, false));
    }
    return List.copyOf(rules);
  }

  /** RB.1.2.b 1 and RB.1.3.b 1: the default rules stand in where no rule has either action. */
  private static List<RollupRule> rules(ActivityDefinition activity, boolean objective) {
    var own = activity.sequencing().rollup().rules().stream()
        .filter(rule -> isObjective(rule.action()) == objective)
        .toList();
    if (!own.isEmpty()) {
      return own;
    }
    return objective ? DEFAULT_OBJECTIVE_RULES : DEFAULT_PROGRESS_RULES;
  }

  private static boolean isObjective(RollupAction action) {
    return action == RollupAction.SATISFIED || action == RollupAction.NOT_SATISFIED;
  }

  private static boolean applies(Step step, Activity activity, int place) {
    var rule = activity.rollupRules().get(place);
    var children = step.contributions(activity);
    boolean result =
        isMet(rule, children.counting(place), children.meeting(place), children.unknown(place));
    if (step.isExplaining()) {
      step.trace(Explanation.of(activity, rule, bag(step, activity, rule), result));
    }
    return result;
  }

  /** What each child that counts says, for a person. */
  private static List<Truth> bag(Step step, Activity activity, RollupRule rule) {
    var bag = new ArrayList<Truth>();
    for (int i = 0; i < step.childCount(activity); i++) {
      var child = step.child(activity, i);
      if (child.isTracked() && checkChild(step, child, rule.action())) {
        bag.add(evaluateConditions(step, child, rule));
      }
    }
    return bag;
  }

  /**
   * RB.1.4 1.2.3: by the set of children. Where no child contributes, nothing contradicts a rule for
   * all or none of them (RU-11, RU-15); a share of nothing is never reached.
   */
  private static boolean isMet(RollupRule rule, int counting, int met, int unknown) {
    return switch (rule.childActivitySet()) {
      case ALL -> met == counting;
      case ANY -> met > 0;
      case NONE -> met == 0 && unknown == 0;
      case AT_LEAST_COUNT -> counting > 0 && met >= rule.minimumCount();
      case AT_LEAST_PERCENT -> counting > 0 && isShare(rule.minimumPercent(), met, counting);
    };
  }

  private static boolean isShare(BigDecimal minimum, int met, int of) {
    return minimum.multiply(BigDecimal.valueOf(of)).compareTo(BigDecimal.valueOf(met)) <= 0;
  }

  /** RB.1.4.1 Evaluate Rollup Conditions Subprocess. */
  static Truth evaluateConditions(Step step, Activity child, RollupRule rule) {
    boolean all = rule.combination() == ConditionCombination.ALL;
    var combined = Conditions.start(rule.conditions(), all);
    for (RollupCondition condition : rule.conditions()) {
      var value = Conditions.evaluate(step, child, condition.type(), null, BigDecimal.ZERO);
      combined = Conditions.combine(combined, condition.negated() ? value.not() : value, all);
    }
    return combined;
  }

  /** RB.1.4.2 Check Child for Rollup Subprocess: whether a child counts for an action. */
  static boolean checkChild(Step step, Activity child, RollupAction action) {
    var rollup = child.sequencing().rollup();
    boolean contributes =
        isObjective(action) ? rollup.rollupObjectiveSatisfied() : rollup.rollupProgressCompletion();
    var required = child.sequencing().rollupConsiderations().requiredFor(action);
    return contributes && counts(step, child, required);
  }

  private static boolean counts(Step step, Activity child, Required required) {
    boolean attempted = step.of(child).attempts() > 0;
    return switch (required) {
      case ALWAYS -> true;
      case IF_ATTEMPTED -> attempted;
      case IF_NOT_SKIPPED -> !isSkipped(step, child);
      case IF_NOT_SUSPENDED -> !(attempted && step.isSuspended(child));
    };
  }

  /** UP.2 for the skip rules, which see earlier attempts as they do when flow passes by. */
  private static boolean isSkipped(Step step, Activity child) {
    boolean rollingUp = step.isRollingUp();
    step.setRollingUp(false);
    boolean skipped = UtilityProcesses.applies(step, child, RuleAction.SKIP);
    step.setRollingUp(rollingUp);
    return skipped;
  }
}
