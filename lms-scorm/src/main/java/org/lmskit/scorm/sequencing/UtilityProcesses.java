package org.lmskit.scorm.sequencing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.SequencingRule;

/**
 * The utility processes.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, UP"
 */
final class UtilityProcesses {
  private UtilityProcesses() {}

  /**
   * UP.1 Limit Conditions Check Process: whether a limit forbids a new attempt. The durations of an
   * attempt are not looked at: those of a new one are zero.
   */
  static boolean limitConditionsCheck(Step step, Activity activity) {
    var limits = activity.sequencing().limits();
    if (limits.isNone()
        || !activity.isTracked()
        || step.isActive(activity)
        || step.isSuspended(activity)) {
      return false;
    }
    var reached = reachedLimit(step, activity);
    if (reached != null && step.isExplaining()) {
      step.trace(Explanation.of(activity, reached, step.of(activity)));
    }
    return reached != null;
  }

  private static Explanation.@Nullable Limit reachedLimit(Step step, Activity activity) {
    var limit = activity.sequencing().limits().attemptLimit();
    if (limit != null && step.of(activity).attempts() >= limit) {
      return Explanation.Limit.ATTEMPTS;
    }
    if (Conditions.isActivityOverTime(step, activity)) {
      return Explanation.Limit.DURATION;
    }
    return Conditions.isOutsideRange(step, activity) ? Explanation.Limit.TIME_RANGE : null;
  }

  /** UP.2 Sequencing Rules Check Process: the action of the first rule that applies, else null. */
  static @Nullable RuleAction sequencingRulesCheck(
      Step step, Activity activity, List<SequencingRule> rules, @Nullable RuleAction only) {
    for (SequencingRule rule : rules) {
      if ((only == null || rule.action() == only)
          && sequencingRuleCheck(step, activity, rule) == Truth.TRUE) {
        return rule.action();
      }
    }
    return null;
  }

  /** UP.2 for one pre-condition action: whether a rule with it applies. */
  static boolean applies(Step step, Activity activity, RuleAction action) {
    var rules = activity.sequencing().rules().preConditions();
    return !rules.isEmpty() && sequencingRulesCheck(step, activity, rules, action) != null;
  }

  /** UP.2.1 Sequencing Rule Check Subprocess. */
  static Truth sequencingRuleCheck(Step step, Activity activity, SequencingRule rule) {
    var values = new ArrayList<Truth>();
    boolean all = rule.combination() == ConditionCombination.ALL;
    var result = Conditions.start(rule.conditions(), all);
    for (RuleCondition condition : rule.conditions()) {
      var value = Conditions.evaluate(
          step,
          activity,
          condition.type(),
          condition.referencedObjective(),
          condition.measureThreshold());
      var operated = condition.negated() ? value.not() : value;
      result = Conditions.combine(result, operated, all);
      if (step.isExplaining()) {
        values.add(operated);
      }
    }
    if (step.isExplaining()) {
      step.trace(Explanation.of(activity, rule, values, result));
    }
    return result;
  }

  /** UP.3 Terminate Descendent Attempts Process. */
  static void terminateDescendentAttempts(Step step, Activity activity) {
    var current = step.current();
    if (current == null) {
      return;
    }
    step.trace("UP.3 Terminate Descendent Attempts", activity, "from " + current.id());
    var common = current.commonAncestor(activity);
    for (Activity ended : current.pathBelow(common)) {
      if (ended != current) {
        endAttempt(step, ended);
      }
    }
  }

  /** UP.4 End Attempt Process. */
  static void endAttempt(Step step, Activity activity) {
    step.trace("UP.4 End Attempt", activity, "ended");
    if (!activity.isLeaf()) {
      step.setSuspended(activity, step.hasSuspendedChild(activity));
    } else if (activity.isTracked() && !step.isSuspended(activity)) {
      setByLms(step, activity);
    }
    step.setActive(activity, false);
    if (!activity.isLeaf() && !step.isSuspended(activity)) {
      SelectionRandomizationProcess.beforeNextAttempt(step, activity);
    }
    RollupProcess.overallRollup(step, activity);
  }

  /** UP.4 1.1: what content did not say, the LMS sets, unless only content may. */
  private static void setByLms(Step step, Activity activity) {
    var controls = activity.sequencing().delivery();
    var said = step.of(activity).said();
    if (!controls.completionSetByContent()
        && ObjectiveAccess.read(step, activity, 0, ObjectiveValue.COMPLETION_STATUS) == null
        && !said.contains(ObjectiveValue.COMPLETION_STATUS)) {
      ObjectiveAccess.write(step, activity, 0, ObjectiveValue.COMPLETION_STATUS, true);
    }
    if (!controls.objectiveSetByContent()
        && ObjectiveAccess.read(step, activity, 0, ObjectiveValue.SATISFIED_STATUS) == null
        && !said.contains(ObjectiveValue.SATISFIED_STATUS)) {
      ObjectiveAccess.write(step, activity, 0, ObjectiveValue.SATISFIED_STATUS, true);
    }
  }

  /** UP.5 Check Activity Process: whether the activity cannot be delivered. */
  static boolean checkActivity(Step step, Activity activity) {
    boolean refused = applies(step, activity, RuleAction.DISABLED)
        || PrerequisiteCheck.closes(step, activity)
        || limitConditionsCheck(step, activity);
    if (refused) {
      step.trace("UP.5 Check Activity", activity, "cannot be delivered");
    }
    return refused;
  }
}
