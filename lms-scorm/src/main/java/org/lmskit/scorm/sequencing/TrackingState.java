package org.lmskit.scorm.sequencing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is tracked of one learner on one tree. Immutable; a step returns a new state that shares with
 * the old one all that the step did not touch.
 *
 * @see "SCORM 2004 4th Ed. SN 4.2 (Tracking Model)"
 */
public final class TrackingState {
  private final ActivityTree tree;
  private final Slots<ActivityState> activities;
  private final Slots<ObjectiveState> globals;
  private final Slots<ContributionMemory.Blocks> contributions;
  private final int current;
  private final int suspended;
  private final long seed;

  TrackingState(
      ActivityTree tree,
      Slots<ActivityState> activities,
      Slots<ObjectiveState> globals,
      Slots<ContributionMemory.Blocks> contributions,
      int current,
      int suspended,
      long seed) {
    this.tree = tree;
    this.activities = activities;
    this.globals = globals;
    this.contributions = contributions;
    this.current = current;
    this.suspended = suspended;
    this.seed = seed;
  }

  /** The tree that it belongs to. */
  public ActivityTree tree() {
    return tree;
  }

  /** The current activity: the one delivered, or where the last one ended; null before the start. */
  public @Nullable Activity current() {
    return current < 0 ? null : tree.at(current);
  }

  /** The activity that a resumeAll request delivers; null if none. */
  public @Nullable Activity suspended() {
    return suspended < 0 ? null : tree.at(suspended);
  }

  /** Whether a sequencing session is in progress. */
  public boolean isOpen() {
    return current >= 0;
  }

  /** Whether an attempt on the activity is in progress. */
  public boolean isActive(Activity activity) {
    return state(activity).active();
  }

  /** Whether the attempt on the activity is suspended. */
  public boolean isSuspended(Activity activity) {
    return state(activity).suspended();
  }

  /** How many attempts on the activity began. */
  public int attempts(Activity activity) {
    return state(activity).attempts();
  }

  /** The values of the global objectives that are known, by id, in the order of the manifest. */
  public Map<String, ObjectiveState> globals() {
    var known = new LinkedHashMap<String, ObjectiveState>();
    for (String id : tree.globalObjectives()) {
      var value = globals.get(tree.globalIndex(id));
      if (!value.isUnknown()) {
        known.put(id, value);
      }
    }
    return known;
  }

  /**
   * This state with the values of global objectives as other packages of the learner left them; ids
   * that no map of the tree names are ignored, absent ids become unknown.
   */
  public TrackingState withGlobals(Map<String, ObjectiveState> values) {
    var next = globals.cleared();
    for (Map.Entry<String, ObjectiveState> entry : values.entrySet()) {
      int index = tree.globalIndex(entry.getKey());
      next = index < 0 ? next : next.with(index, entry.getValue());
    }
    return new TrackingState(tree, activities, next, contributions, current, suspended, seed);
  }

  ActivityState state(Activity activity) {
    return activities.get(activity.index());
  }

  Slots<ActivityState> activitySlots() {
    return activities;
  }

  Slots<ObjectiveState> globalSlots() {
    return globals;
  }

  /** What of its contributions to rollup is known already; it follows from the rest. */
  Slots<ContributionMemory.Blocks> contributions() {
    return contributions;
  }

  long seed() {
    return seed;
  }
}
