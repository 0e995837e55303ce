package org.lmskit.scorm.sequencing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.RuleAction;

/**
 * The choice request process and its subprocesses.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, SB.2.4 and SB.2.9"
 */
final class ChoiceProcess {
  private ChoiceProcess() {}

  /** SB.2.4 Choice Activity Traversal Subprocess: why the walk cannot pass; null if it can. */
  static @Nullable SequencingException choiceActivityTraversal(
      Step step, Activity activity, boolean forward) {
    var refusal = traversal(step, activity, forward);
    if (refusal != null) {
      step.trace("SB.2.4 Choice Activity Traversal", activity, refusal.code());
    }
    return refusal;
  }

  private static @Nullable SequencingException traversal(
      Step step, Activity activity, boolean forward) {
    if (forward) {
      return UtilityProcesses.applies(step, activity, RuleAction.STOP_FORWARD_TRAVERSAL)
          ? SequencingException.SB_2_4_1
          : null;
    }
    var parent = activity.parent();
    if (parent == null) {
      return SequencingException.SB_2_4_3;
    }
    return parent.controlMode().forwardOnly() ? SequencingException.SB_2_4_2 : null;
  }

  /** SB.2.9 Choice Sequencing Request Process. */
  static SequencingProcess.Result choiceSequencingRequest(Step step, @Nullable Activity target) {
    if (target == null) {
      return SequencingProcess.Result.refused(SequencingException.SB_2_9_1);
    }
    var refusal = refusal(step, target);
    step.trace("SB.2.9 Choice Sequencing Request", target, refusal == null ? "ok" : refusal.code());
    if (refusal != null) {
      return SequencingProcess.Result.refused(refusal);
    }
    if (target.isLeaf()) {
      return SequencingProcess.Result.deliver(target);
    }
    var flow = FlowProcess.flow(step, target, true, true);
    if (flow.deliverable()) {
      return SequencingProcess.Result.deliver(flow.activity());
    }
    var current = step.current();
    var common = current == null ? step.tree().root() : current.commonAncestor(target);
    UtilityProcesses.terminateDescendentAttempts(step, common);
    UtilityProcesses.endAttempt(step, common);
    step.moveTo(target);
    return SequencingProcess.Result.refused(SequencingException.SB_2_9_9);
  }

  /** SB.2.9 2 to 11: why the target cannot be reached; null if it can. */
  private static @Nullable SequencingException refusal(Step step, Activity target) {
    var unavailable = unavailable(step, target);
    if (unavailable != null) {
      return unavailable;
    }
    var current = step.current();
    if (current == null) {
      SequencingProcess.forgetGlobals(step, step.tree().root());
      return downward(step, step.tree().root(), target);
    }
    if (current == target) {
      return null;
    }
    if (current.parent() == target.parent()) {
      return sibling(step, current, target);
    }
    var common = current.commonAncestor(target);
    if (common == current) {
      return downward(step, common, target);
    }
    return common == target ? upward(current, target) : across(step, current, common, target);
  }

  /** SB.2.9 3 and 4: every activity from the root must be available and not hidden. */
  private static @Nullable SequencingException unavailable(Step step, Activity target) {
    var path = target.pathToRoot();
    for (int i = path.size() - 1; i >= 0; i--) {
      if (step.place(path.get(i)) < 0) {
        return SequencingException.SB_2_9_2;
      }
      if (UtilityProcesses.applies(step, path.get(i), RuleAction.HIDDEN_FROM_CHOICE)) {
        return SequencingException.SB_2_9_3;
      }
    }
    var parent = target.parent();
    return parent == null || parent.controlMode().choice() ? null : SequencingException.SB_2_9_4;
  }

  /** SB.2.9 8: the target is a sibling of the current activity. */
  private static @Nullable SequencingException sibling(
      Step step, Activity current, Activity target) {
    if (step.place(target) < step.place(current)) {
      return choiceActivityTraversal(step, current, false);
    }
    return step.placeOfStop(current) < step.place(target) ? SequencingException.SB_2_4_1 : null;
  }

  /** SB.2.9 9: the target is below the current activity, or nothing is current yet. */
  private static @Nullable SequencingException downward(Step step, Activity from, Activity target) {
    return from == target ? SequencingException.SB_2_9_5 : entering(step, from, target, true);
  }

  /** SB.2.9 10: the target is above the current activity. */
  private static @Nullable SequencingException upward(Activity current, Activity target) {
    return exits(current.pathBelow(target)) ? null : SequencingException.SB_2_9_7;
  }

  /** SB.2.9 11: the target is in another branch. */
  private static @Nullable SequencingException across(
      Step step, Activity current, Activity common, Activity target) {
    var left = current.pathBelow(common);
    if (!exits(left)) {
      return SequencingException.SB_2_9_7;
    }
    for (Activity activity : left) {
      // What constrains a choice is a section: CM-07d leaves a leaf that says so for its sibling.
      if (!activity.isLeaf() && activity.sequencing().constrainedChoice().constrainChoice()) {
        if (!isWithin(step, activity, target)) {
          return SequencingException.SB_2_9_8;
        }
        break;
      }
    }
    return entering(step, common, target, isAfter(step, target, current));
  }

  /** SB.2.9 11.5: a constrained activity lets choose only what is next to it in flow. */
  private static boolean isWithin(Step step, Activity constrained, Activity target) {
    boolean forward = isAfter(step, target, constrained);
    var considered = choiceFlow(step, constrained, forward);
    return considered.contains(target) || target == constrained;
  }

  private static boolean exits(List<Activity> left) {
    for (Activity activity : left) {
      if (!activity.controlMode().choiceExit()) {
        return false;
      }
    }
    return true;
  }

  /** SB.2.9 9.3, 11.8 and 11.9: from the common ancestor down to the target's parent. */
  private static @Nullable SequencingException entering(
      Step step, Activity common, Activity target, boolean forward) {
    var path = target.pathBelow(common);
    for (int i = path.size(); i > 0; i--) {
      var activity = i == path.size() ? common : path.get(i);
      var blocked = forward ? choiceActivityTraversal(step, activity, true) : null;
      if (blocked != null) {
        return blocked;
      }
      if (activity != common
          && !step.isActive(activity)
          && activity.sequencing().constrainedChoice().preventActivation()) {
        return SequencingException.SB_2_9_6;
      }
    }
    return null;
  }

  /** Whether the target comes after the other in the order of the available activities. */
  private static boolean isAfter(Step step, Activity target, Activity other) {
    var common = target.commonAncestor(other);
    if (common == other || common == target) {
      return common == other;
    }
    return step.place(below(common, target)) > step.place(below(common, other));
  }

  private static Activity below(Activity ancestor, Activity activity) {
    var path = activity.pathBelow(ancestor);
    return path.get(path.size() - 1);
  }

  /** SB.2.9.1 Choice Flow Subprocess. */
  static Activity choiceFlow(Step step, Activity activity, boolean forward) {
    var next = choiceFlowTreeTraversal(step, activity, forward);
    return next == null ? activity : next;
  }

  /** SB.2.9.2 Choice Flow Tree Traversal Subprocess: null if nothing is there. */
  static @Nullable Activity choiceFlowTreeTraversal(Step step, Activity activity, boolean forward) {
    for (var at = activity; at != null; at = at.parent()) {
      var next = step.sibling(at, forward ? 1 : -1);
      if (next != null) {
        return next;
      }
    }
    return null;
  }
}
