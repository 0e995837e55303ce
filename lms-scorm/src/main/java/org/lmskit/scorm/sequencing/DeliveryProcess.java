package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.Nullable;

/**
 * The delivery request process and the content delivery environment process.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, DB"
 */
final class DeliveryProcess {
  private DeliveryProcess() {}

  /** DB.1.1 Delivery Request Process: why it cannot be delivered; null if it can. */
  static @Nullable SequencingException deliveryRequest(Step step, Activity activity) {
    if (!activity.isLeaf()) {
      return SequencingException.DB_1_1_1;
    }
    for (Activity at : activity.pathToRoot()) {
      if (UtilityProcesses.checkActivity(step, at)) {
        step.trace("DB.1.1 Delivery Request", at, "cannot be delivered");
        return SequencingException.DB_1_1_3;
      }
    }
    return null;
  }

  /** DB.2 Content Delivery Environment Process: why it cannot begin; null if it did. */
  static @Nullable SequencingException contentDelivery(Step step, Activity activity) {
    var current = step.current();
    if (current != null && step.isActive(current)) {
      return SequencingException.DB_2_1;
    }
    if (step.suspended() != activity) {
      clearSuspendedActivity(step, activity);
    }
    UtilityProcesses.terminateDescendentAttempts(step, activity);
    var path = activity.pathToRoot();
    for (int i = path.size() - 1; i >= 0; i--) {
      begin(step, path.get(i));
    }
    step.moveTo(activity);
    step.suspend(null);
    step.trace("DB.2 Content Delivery Environment", activity, "delivered");
    return null;
  }

  /** DB.2 5: resumes the attempt or begins a new one. */
  private static void begin(Step step, Activity activity) {
    if (step.isActive(activity)) {
      return;
    }
    step.setResumed(step.isSuspended(activity));
    if (activity.isTracked() && !step.isSuspended(activity)) {
      if (activity.isRoot() && !step.tree().objectivesGlobalToSystem()) {
        step.clearGlobals();
      }
      var parent = activity.parent();
      int within = parent == null ? 0 : step.of(parent).attempts();
      step.set(activity, step.of(activity).begun(within, step.now()));
    }
    step.set(activity, step.of(activity).withSuspended(false).withActive(true));
  }

  /** DB.2.1 Clear Suspended Activity Subprocess. */
  static void clearSuspendedActivity(Step step, Activity activity) {
    var suspended = step.suspended();
    if (suspended == null) {
      return;
    }
    var common = suspended.commonAncestor(activity);
    for (Activity at : suspended.pathToRoot()) {
      step.setSuspended(at, !at.isLeaf() && step.hasSuspendedChild(at));
      if (at == common) {
        break;
      }
    }
    step.suspend(null);
  }
}
