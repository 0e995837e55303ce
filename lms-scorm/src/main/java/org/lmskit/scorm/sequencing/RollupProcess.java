package org.lmskit.scorm.sequencing;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.RollupAction;

/**
 * The rollup processes. Only available children count, and only the ancestors of what changed are
 * touched.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, RB"
 */
final class RollupProcess {
  private RollupProcess() {}

  /**
   * RB.1.5 Overall Rollup Process: from the activity to the root, then for the ancestors of all
   * whose primary objective reads a global objective that changed.
   */
  static void overallRollup(Step step, Activity activity) {
    if (!step.rollsUp()) {
      return;
    }
    step.setRollingUp(true);
    step.markWritten(activity);
    for (Activity at = activity; at != null; at = at.parent()) {
      rollUp(step, at);
    }
    for (int pass = 0; pass <= step.tree().globalCount() && step.hasChangedGlobals(); pass++) {
      affected(step).forEach(index -> rollUp(step, step.tree().at(index)));
    }
    step.setRollingUp(false);
  }

  /** The ancestors of all that reads a global objective that changed, the deepest first. */
  private static SortedSet<Integer> affected(Step step) {
    var affected = new TreeSet<Integer>(Collections.reverseOrder());
    for (String global : step.takeChangedGlobals()) {
      for (Activity reader : step.tree().readersOf(global)) {
        for (var at = reader.parent(); at != null; at = at.parent()) {
          affected.add(at.index());
        }
      }
    }
    return affected;
  }

  private static void rollUp(Step step, Activity activity) {
    if (!activity.isTracked()) {
      return;
    }
    if (!activity.isLeaf()) {
      measureRollup(step, activity);
      completionMeasureRollup(step, activity);
    }
    if (activity.sequencing().primaryObjective().satisfiedByMeasure()) {
      objectiveRollupUsingMeasure(step, activity);
    } else if (!activity.isLeaf()) {
      objectiveRollupUsingRules(step, activity);
    }
    if (activity.completionThreshold().completedByMeasure()) {
      activityProgressRollupUsingMeasure(step, activity);
    } else if (!activity.isLeaf()) {
      activityProgressRollupUsingRules(step, activity);
    }
  }

  /** RB.1.1.a Measure Rollup Process. */
  static void measureRollup(Step step, Activity activity) {
    var average = step.contributions(activity).measure();
    step.trace("RB.1.1.a Measure Rollup", activity, "measure", average);
    ObjectiveAccess.write(step, activity, 0, ObjectiveValue.NORMALIZED_MEASURE, average);
  }

  /** RB.1.1.b Completion Measure Rollup Process. */
  static void completionMeasureRollup(Step step, Activity activity) {
    var average = step.contributions(activity).progress();
    step.trace("RB.1.1.b Completion Measure Rollup", activity, "progress", average);
    ObjectiveAccess.write(step, activity, 0, ObjectiveValue.PROGRESS_MEASURE, average);
  }

  /** RB.1.2.a Objective Rollup Using Measure Process. */
  static void objectiveRollupUsingMeasure(Step step, Activity activity) {
    var satisfied = ObjectiveAccess.satisfied(step, activity, 0);
    step.trace("RB.1.2.a Objective Rollup Using Measure", activity, "satisfied", satisfied);
    ObjectiveAccess.write(step, activity, 0, ObjectiveValue.SATISFIED_STATUS, satisfied);
  }

  /** RB.1.2.b Objective Rollup Using Rules Process. */
  static void objectiveRollupUsingRules(Step step, Activity activity) {
    if (RollupRuleCheck.ruleCheck(step, activity, RollupAction.NOT_SATISFIED)) {
      ObjectiveAccess.write(step, activity, 0, ObjectiveValue.SATISFIED_STATUS, false);
    }
    if (RollupRuleCheck.ruleCheck(step, activity, RollupAction.SATISFIED)) {
      ObjectiveAccess.write(step, activity, 0, ObjectiveValue.SATISFIED_STATUS, true);
    }
  }

  /** RB.1.3.a Activity Progress Rollup Using Measure Process. */
  static void activityProgressRollupUsingMeasure(Step step, Activity activity) {
    var completed = ObjectiveAccess.completed(step, activity);
    step.trace("RB.1.3.a Activity Progress Rollup Using Measure", activity, "done", completed);
    ObjectiveAccess.write(step, activity, 0, ObjectiveValue.COMPLETION_STATUS, completed);
  }

  /** RB.1.3.b Activity Progress Rollup Using Rules Process. */
  static void activityProgressRollupUsingRules(Step step, Activity activity) {
    if (RollupRuleCheck.ruleCheck(step, activity, RollupAction.INCOMPLETE)) {
      ObjectiveAccess.write(step, activity, 0, ObjectiveValue.COMPLETION_STATUS, false);
    }
    if (RollupRuleCheck.ruleCheck(step, activity, RollupAction.COMPLETED)) {
      ObjectiveAccess.write(step, activity, 0, ObjectiveValue.COMPLETION_STATUS, true);
    }
  }
}
