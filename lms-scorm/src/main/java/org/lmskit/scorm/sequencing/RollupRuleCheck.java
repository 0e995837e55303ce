package org.lmskit.scorm.sequencing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
    for (RollupRule rule : rules(activity, isObjective(action))) {
      if (rule.action() == action && applies(step, activity, rule)) {
        return true;
      }
    }
    return false;
  }

  /** RB.1.2.b 1 and RB.1.3.b 1: the default rules stand in where no rule has either action. */
  private static List<RollupRule> rules(Activity activity, boolean objective) {
    var own = activity.sequencing().rollup().rules();
    for (RollupRule rule : own) {
      if (isObjective(rule.action()) == objective) {
        return own;
      }
    }
    return objective ? DEFAULT_OBJECTIVE_RULES : DEFAULT_PROGRESS_RULES;
  }

  private static boolean isObjective(RollupAction action) {
    return action == RollupAction.SATISFIED || action == RollupAction.NOT_SATISFIED;
  }

  private static boolean applies(Step step, Activity activity, RollupRule rule) {
    var bag = new ArrayList<Truth>();
    for (int i = 0; i < step.childCount(activity); i++) {
      var child = step.child(activity, i);
      if (child.isTracked() && checkChild(step, child, rule.action())) {
        bag.add(evaluateConditions(step, child, rule));
      }
    }
    boolean result = isMet(rule, bag);
    if (step.isExplaining()) {
      step.trace(Explanation.of(activity, rule, bag, result));
    }
    return result;
  }

  /**
   * RB.1.4 1.2.3: by the set of children. Where no child contributes, nothing contradicts a rule for
   * all or none of them (RU-11, RU-15); a share of nothing is never reached.
   */
  private static boolean isMet(RollupRule rule, List<Truth> bag) {
    int met = Collections.frequency(bag, Truth.TRUE);
    int unknown = Collections.frequency(bag, Truth.UNKNOWN);
    return switch (rule.childActivitySet()) {
      case ALL -> met == bag.size();
      case ANY -> met > 0;
      case NONE -> met == 0 && unknown == 0;
      case AT_LEAST_COUNT -> !bag.isEmpty() && met >= rule.minimumCount();
      case AT_LEAST_PERCENT -> !bag.isEmpty() && isShare(rule.minimumPercent(), met, bag.size());
    };
  }

  private static boolean isShare(BigDecimal minimum, int met, int of) {
    return minimum.multiply(BigDecimal.valueOf(of)).compareTo(BigDecimal.valueOf(met)) <= 0;
  }

  /** RB.1.4.1 Evaluate Rollup Conditions Subprocess. */
  static Truth evaluateConditions(Step step, Activity child, RollupRule rule) {
    var values = new ArrayList<Truth>(rule.conditions().size());
    for (RollupCondition condition : rule.conditions()) {
      var value = Conditions.evaluate(step, child, condition.type(), null, BigDecimal.ZERO);
      values.add(condition.negated() ? value.not() : value);
    }
    return Conditions.combine(values, rule.combination() == ConditionCombination.ALL);
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
      case IF_NOT_SKIPPED -> !UtilityProcesses.applies(step, child, RuleAction.SKIP);
      case IF_NOT_SUSPENDED -> !(attempted && step.isSuspended(child));
    };
  }
}
