package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.RuleAction;

/**
 * The flow subprocesses of sequencing.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, SB.2.1 to SB.2.3"
 */
final class FlowProcess {
  private FlowProcess() {}

  /**
   * The next activity in the tree.
   *
   * @param next null if there is none
   * @param forward the direction in which it was found
   * @param endSession whether the walk left the tree at its end
   * @param exception why there is none; null if there is one, or at the end
   */
  record Traversal(
      @Nullable Activity next,
      boolean forward,
      boolean endSession,
      @Nullable SequencingException exception) {
    static Traversal to(Activity next, boolean forward) {
      return new Traversal(next, forward, false, null);
    }

    static Traversal blocked(SequencingException exception) {
      return new Traversal(null, true, false, exception);
    }
  }

  /**
   * Where flow arrived.
   *
   * @param activity the last one that was looked at
   * @param deliverable whether it can be delivered
   * @param endSession whether the walk left the tree at its end
   * @param exception why nothing can be delivered; null if something can, or at the end
   */
  record Flow(
      Activity activity,
      boolean deliverable,
      boolean endSession,
      @Nullable SequencingException exception) {
    static Flow blocked(Activity at, SequencingException exception) {
      return new Flow(at, false, false, exception);
    }

    static Flow without(Activity at, Traversal traversal) {
      return new Flow(at, false, traversal.endSession(), traversal.exception());
    }
  }

  /** SB.2.1 Flow Tree Traversal Subprocess. */
  static Traversal flowTreeTraversal(
      Step step,
      Activity activity,
      boolean forward,
      boolean considerChildren,
      boolean cameBackward) {
    var found = traversal(step, activity, forward, considerChildren, cameBackward);
    if (found.next() == null) {
      var refusal = found.exception();
      step.trace(
          "SB.2.1 Flow Tree Traversal",
          activity,
          refusal == null ? "nothing follows" : refusal.code());
    }
    return found;
  }

  private static Traversal traversal(
      Step step,
      Activity activity,
      boolean forward,
      boolean considerChildren,
      boolean cameBackward) {
    var parent = activity.parent();
    if (cameBackward && parent != null && step.sibling(activity, 1) == null) {
      return backward(step, step.child(parent, 0), considerChildren, true);
    }
    return forward
        ? forward(step, activity, considerChildren)
        : backward(step, activity, considerChildren, false);
  }

  private static Traversal forward(Step step, Activity activity, boolean considerChildren) {
    var parent = activity.parent();
    if (isLast(step, activity) || parent == null && !considerChildren) {
      UtilityProcesses.terminateDescendentAttempts(step, step.tree().root());
      return new Traversal(null, true, true, null);
    }
    if (parent != null && (activity.isLeaf() || !considerChildren)) {
      var next = step.sibling(activity, 1);
      return next == null ? forward(step, parent, false) : Traversal.to(next, true);
    }
    return step.childCount(activity) > 0
        ? Traversal.to(step.child(activity, 0), true)
        : Traversal.blocked(SequencingException.SB_2_1_2);
  }

  /** SB.2.1 3.1: whether nothing follows the activity in a forward preorder traversal. */
  private static boolean isLast(Step step, Activity activity) {
    if (step.childCount(activity) > 0) {
      return false;
    }
    for (var at = activity; at != null; at = at.parent()) {
      if (step.sibling(at, 1) != null) {
        return false;
      }
    }
    return true;
  }

  private static Traversal backward(
      Step step, Activity activity, boolean considerChildren, boolean reversed) {
    var parent = activity.parent();
    if (parent == null) {
      return Traversal.blocked(SequencingException.SB_2_1_3);
    }
    if (activity.isLeaf() || !considerChildren) {
      if (!reversed && parent.controlMode().forwardOnly()) {
        return Traversal.blocked(SequencingException.SB_2_1_4);
      }
      var previous = step.sibling(activity, -1);
      return previous == null
          ? backward(step, parent, false, false)
          : Traversal.to(previous, false);
    }
    int count = step.childCount(activity);
    if (count == 0) {
      return Traversal.blocked(SequencingException.SB_2_1_2);
    }
    return activity.controlMode().forwardOnly()
        ? Traversal.to(step.child(activity, 0), true)
        : Traversal.to(step.child(activity, count - 1), false);
  }

  /** SB.2.2 Flow Activity Traversal Subprocess; its recursions are tail calls, here a loop. */
  static Flow flowActivityTraversal(
      Step step, Activity activity, boolean direction, boolean previousBackward) {
    var at = activity;
    boolean forward = direction;
    boolean cameBackward = previousBackward;
    while (true) {
      var parent = at.parent();
      if (parent != null && !parent.controlMode().flow()) {
        return blocked(step, at, SequencingException.SB_2_2_1);
      }
      boolean skipped = UtilityProcesses.applies(step, at, RuleAction.SKIP);
      if (!skipped && UtilityProcesses.checkActivity(step, at)) {
        return blocked(step, at, SequencingException.SB_2_2_2);
      }
      if (!skipped && at.isLeaf()) {
        return new Flow(at, true, false, null);
      }
      var traversal = skipped
          ? flowTreeTraversal(step, at, forward, false, cameBackward)
          : flowTreeTraversal(step, at, forward, true, false);
      if (traversal.next() == null) {
        return Flow.without(at, traversal);
      }
      step.trace("SB.2.2 Flow Activity Traversal", at, skipped ? "skipped" : "entered");
      at = traversal.next();
      if (!skipped) {
        cameBackward = !forward && traversal.forward();
        forward = forward || traversal.forward();
      } else if (cameBackward && !traversal.forward()) {
        forward = false;
        cameBackward = false;
      }
    }
  }

  private static Flow blocked(Step step, Activity at, SequencingException exception) {
    step.trace("SB.2.2 Flow Activity Traversal", at, exception.code());
    return Flow.blocked(at, exception);
  }

  /** SB.2.3 Flow Subprocess. */
  static Flow flow(Step step, Activity activity, boolean forward, boolean considerChildren) {
    var traversal = flowTreeTraversal(step, activity, forward, considerChildren, false);
    var next = traversal.next();
    return next == null
        ? Flow.without(activity, traversal)
        : flowActivityTraversal(step, next, forward, false);
  }
}
