package org.lmskit.scorm.sequencing;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;

/**
 * Reads and writes the values of local objectives through their maps.
 *
 * @see "SCORM 2004 4th Ed. SN 3.10 (Objectives) and 4.2.1 (Tracking Model)"
 */
final class ObjectiveAccess {
  private ObjectiveAccess() {}

  /**
   * A value: that of a global objective that a map reads, else the local one. Nothing is known of an
   * activity that is not tracked.
   */
  static @Nullable Object read(Step step, Activity activity, int index, ObjectiveValue which) {
    return !activity.isTracked() || index < 0 ? null : mapped(step, activity, index, which);
  }

  /** A value as content finds it, be the activity tracked or not. */
  static @Nullable Object mapped(Step step, Activity activity, int index, ObjectiveValue which) {
    for (ObjectiveMap map : activity.objectives().get(index).maps()) {
      var value = map.reads(which) ? step.global(map.target()).value(which) : null;
      if (value != null || map.reads(which) && isReplaced(which)) {
        return value;
      }
    }
    var local = step.of(activity).objective(index).value(which);
    boolean hidden = local != null && step.isRollingUp() && isEarlier(step, activity, which);
    return hidden ? null : local;
  }

  /**
   * Whether a read map puts the global value in the place of the local one even while it is unknown:
   * so for satisfaction (CM-13). The text reads others only while the local one is unknown (0155).
   */
  private static boolean isReplaced(ObjectiveValue which) {
    return which == ObjectiveValue.SATISFIED_STATUS;
  }

  static @Nullable BigDecimal measure(Step step, Activity activity, int index) {
    return (BigDecimal) read(step, activity, index, ObjectiveValue.NORMALIZED_MEASURE);
  }

  static @Nullable BigDecimal progress(Step step, Activity activity) {
    return (BigDecimal) read(step, activity, 0, ObjectiveValue.PROGRESS_MEASURE);
  }

  /** Whether an objective is satisfied: decided by the measure where the objective says so. */
  static @Nullable Boolean satisfied(Step step, Activity activity, int index) {
    if (index < 0) {
      return null;
    }
    var objective = activity.objectives().get(index);
    if (!objective.satisfiedByMeasure()) {
      return (Boolean) read(step, activity, index, ObjectiveValue.SATISFIED_STATUS);
    }
    return byMeasure(step, activity, objective, measure(step, activity, index));
  }

  /** Satisfaction by measure; unknown while active if measureSatisfactionIfActive is false. */
  static @Nullable Boolean byMeasure(
      Step step, Activity activity, Objective objective, @Nullable BigDecimal measure) {
    var considerations = activity.sequencing().rollupConsiderations();
    if (measure == null
        || step.isActive(activity) && !considerations.measureSatisfactionIfActive()) {
      return null;
    }
    return measure.compareTo(objective.minNormalizedMeasure()) >= 0;
  }

  /** Whether an activity is completed: decided by its progress where the threshold says so. */
  static @Nullable Boolean completed(Step step, Activity activity) {
    var threshold = activity.completionThreshold();
    if (!threshold.completedByMeasure()) {
      return (Boolean) read(step, activity, 0, ObjectiveValue.COMPLETION_STATUS);
    }
    var progress = progress(step, activity);
    return progress == null ? null : progress.compareTo(threshold.minProgressMeasure()) >= 0;
  }

  /**
   * Sets a local value and the global ones that its maps write; null for unknown, which leaves the
   * global ones alone if the local value was unknown already.
   */
  static void write(
      Step step, Activity activity, int index, ObjectiveValue which, @Nullable Object value) {
    var known = step.of(activity).objective(index).value(which);
    if (activity.isTracked() && (value != null || known != null)) {
      set(step, activity, index, which, value);
    }
  }

  /** Sets a value that content said, be it unknown. */
  static void say(
      Step step, Activity activity, int index, ObjectiveValue which, @Nullable Object value) {
    if (activity.isTracked()) {
      set(step, activity, index, which, value);
    }
  }

  private static void set(
      Step step, Activity activity, int index, ObjectiveValue which, @Nullable Object value) {
    var local = recorded(step, activity, index, which);
    var objective = local.objective(index);
    if (local != step.of(activity) || !Objects.equals(objective.value(which), value)) {
      step.set(activity, local.withObjective(index, objective.with(which, value)));
    }
    for (ObjectiveMap map : activity.objectives().get(index).maps()) {
      if (map.writes(which)) {
        step.setGlobal(map.target(), step.global(map.target()).with(which, value));
      }
    }
  }

  /**
   * Whether what is recorded of an activity belongs to an earlier attempt on one above it. Above a
   * section never begun there is no earlier attempt (RU-17).
   */
  static boolean isStale(Step step, Activity activity, boolean progress) {
    var at = activity;
    for (var parent = at.parent(); parent != null; parent = at.parent()) {
      if (!onlyCurrent(parent, progress)) {
        return false;
      }
      if (step.of(at).parentAttempt() != step.of(parent).attempts()) {
        return true;
      }
      if (step.of(parent).attempts() == 0) {
        return false;
      }
      at = parent;
    }
    return false;
  }

  /** What local objectives share with global ones begins anew with them. */
  static void forgetShared(Step step) {
    for (Activity activity : step.tree().mapped()) {
      for (int i = 0; i < step.of(activity).objectives().size(); i++) {
        var state = step.of(activity);
        var local = state.objective(i);
        for (ObjectiveMap map : activity.objectives().get(i).maps()) {
          for (ObjectiveValue which : map.reads()) {
            local = local.with(which, null);
          }
        }
        step.set(activity, state.withObjective(i, local));
      }
    }
  }

  private static boolean onlyCurrent(Activity parent, boolean progress) {
    var mode = parent.controlMode();
    return progress
        ? mode.useCurrentAttemptProgressInformation()
        : mode.useCurrentAttemptObjectiveInformation();
  }

  private static boolean isProgress(ObjectiveValue which) {
    return which == ObjectiveValue.COMPLETION_STATUS || which == ObjectiveValue.PROGRESS_MEASURE;
  }

  private static boolean isEarlier(Step step, Activity activity, ObjectiveValue which) {
    return step.of(activity).earlier().contains(which)
        || isStale(step, activity, isProgress(which));
  }

  /**
   * The state to record into. What belongs to an earlier attempt on the parent and is not written
   * stays as such: rules see it, rollup does not.
   */
  private static ActivityState recorded(
      Step step, Activity activity, int index, ObjectiveValue written) {
    var state = step.of(activity);
    var parent = activity.parent();
    int attempt = parent == null ? 0 : step.of(parent).attempts();
    if (parent == null || state.parentAttempt() == attempt && state.earlier().isEmpty()) {
      return state;
    }
    var earlier = EnumSet.noneOf(ObjectiveValue.class);
    for (ObjectiveValue which : ObjectiveValue.values()) {
      if (state.objective(0).value(which) != null && isEarlier(step, activity, which)) {
        earlier.add(which);
      }
    }
    if (index == 0) {
      earlier.remove(written);
    }
    return state.withEarlier(attempt, Set.copyOf(earlier));
  }
}
