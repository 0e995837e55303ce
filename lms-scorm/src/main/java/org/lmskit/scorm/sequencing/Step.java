package org.lmskit.scorm.sequencing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.RuleAction;

/**
 * One step while it is being taken: begins with a tracking state and ends with another. The only
 * thing here that changes; it never leaves the call that made it.
 */
final class Step {
  private final ActivityTree tree;
  private final Instant now;
  private final @Nullable List<TraceEntry> trace;
  private final Set<String> changedGlobals = new LinkedHashSet<>();
  private Slots<ActivityState> states;
  private Slots<ObjectiveState> globals;
  private final ContributionMemory contributions;
  private @Nullable Activity current;
  private @Nullable Activity suspended;
  private long seed;
  private boolean resumed;
  private boolean rollingUp;
  private boolean rollsUp = true;
  private @Nullable Activity stopFrom;
  private int stopPlace;

  private Step(TrackingState from, Instant now, boolean explain) {
    this.tree = from.tree();
    this.now = now;
    this.trace = explain ? new ArrayList<>() : null;
    this.states = from.activitySlots();
    this.globals = from.globalSlots();
    this.contributions = new ContributionMemory(from.contributions());
    this.current = from.current();
    this.suspended = from.suspended();
    this.seed = from.seed();
  }

  static Step from(TrackingState state, Instant now) {
    return new Step(state, now, false);
  }

  static Step explaining(TrackingState state, Instant now) {
    return new Step(state, now, true);
  }

  TrackingState state() {
    return new TrackingState(
        tree, states, globals, contributions.large(), indexOf(current), indexOf(suspended), seed);
  }

  private static int indexOf(@Nullable Activity activity) {
    return activity == null ? -1 : activity.index();
  }

  ActivityTree tree() {
    return tree;
  }

  Instant now() {
    return now;
  }

  @Nullable
  Activity current() {
    return current;
  }

  void moveTo(@Nullable Activity activity) {
    current = activity;
  }

  @Nullable
  Activity suspended() {
    return suspended;
  }

  void suspend(@Nullable Activity activity) {
    suspended = activity;
  }

  ActivityState of(Activity activity) {
    return states.get(activity.index());
  }

  void set(Activity activity, ActivityState state) {
    states = states.with(activity.index(), state);
    contributions.changed(activity);
    stopFrom = null;
  }

  boolean isActive(Activity activity) {
    return of(activity).active();
  }

  void setActive(Activity activity, boolean value) {
    if (of(activity).active() != value) {
      set(activity, of(activity).withActive(value));
    }
  }

  boolean isSuspended(Activity activity) {
    return of(activity).suspended();
  }

  void setSuspended(Activity activity, boolean value) {
    if (of(activity).suspended() != value) {
      set(activity, of(activity).withSuspended(value));
    }
  }

  /** How many available children a cluster has. */
  int childCount(Activity activity) {
    var order = of(activity).order();
    return order == null ? activity.childCount() : order.size();
  }

  /** The available child at this place. */
  Activity child(Activity activity, int place) {
    var order = of(activity).order();
    return activity.child(order == null ? place : order.at(place));
  }

  /** The place of an activity among the available children of its parent; -1 if it is none. */
  int place(Activity activity) {
    var parent = activity.parent();
    if (parent == null) {
      return 0;
    }
    var order = of(parent).order();
    return order == null ? activity.position() : order.placeOf(activity.position());
  }

  /** The available sibling so many places further; null if there is none. */
  @Nullable
  Activity sibling(Activity activity, int distance) {
    var parent = activity.parent();
    int place = place(activity) + distance;
    return parent == null || place < 0 || place >= childCount(parent) ? null : child(parent, place);
  }

  boolean hasSuspendedChild(Activity activity) {
    for (int i = 0; i < childCount(activity); i++) {
      if (isSuspended(child(activity, i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The place of the first available sibling, from this activity on, beyond which forward traversal
   * stops; {@link Integer#MAX_VALUE} if none. Remembered, since every sibling may be asked about.
   */
  int placeOfStop(Activity from) {
    if (stopFrom != from) {
      int place = Integer.MAX_VALUE;
      for (var at = from; at != null && place == Integer.MAX_VALUE; at = sibling(at, 1)) {
        boolean stops = UtilityProcesses.applies(this, at, RuleAction.STOP_FORWARD_TRAVERSAL);
        place = stops ? place(at) : place;
      }
      stopFrom = from;
      stopPlace = place;
    }
    return stopPlace;
  }

  ObjectiveState global(String id) {
    return globals.get(tree.globalIndex(id));
  }

  void setGlobal(String id, ObjectiveState value) {
    if (!global(id).equals(value)) {
      globals = globals.with(tree.globalIndex(id), value);
      changedGlobals.add(id);
      contributions.globalsChanged();
      stopFrom = null;
    }
  }

  void clearGlobals() {
    globals = globals.cleared();
    contributions.globalsChanged();
  }

  /** What the available children of a cluster contribute to its rollup. */
  Contributions contributions(Activity cluster) {
    return contributions.of(this, cluster);
  }

  boolean hasChangedGlobals() {
    return !changedGlobals.isEmpty();
  }

  /** The global objectives that changed since this was asked last. */
  Set<String> takeChangedGlobals() {
    var changed = Set.copyOf(changedGlobals);
    changedGlobals.clear();
    return changed;
  }

  /** The next number of the state's own random sequence, from 0 below the bound. */
  int draw(int bound) {
    seed += 0x9E3779B97F4A7C15L;
    long mixed = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, bound);
  }

  /** This step where only the outcome counts and rollup cannot change it. */
  Step withoutRollup() {
    rollsUp = false;
    return this;
  }

  boolean rollsUp() {
    return rollsUp;
  }

  /** Whether rollup reads: only then what belongs to an earlier attempt on the parent is unknown. */
  boolean isRollingUp() {
    return rollingUp;
  }

  void setRollingUp(boolean value) {
    rollingUp = value;
  }

  /** The activity ends: what its maps write may have changed since the last rollup. */
  void markWritten(Activity activity) {
    for (Objective objective : activity.objectives()) {
      for (ObjectiveMap map : objective.maps()) {
        if (!map.writes().isEmpty()) {
          changedGlobals.add(map.target());
        }
      }
    }
  }

  /** Whether the delivered activity goes on with a suspended attempt. */
  boolean isResumed() {
    return resumed;
  }

  void setResumed(boolean value) {
    resumed = value;
  }

  boolean isExplaining() {
    return trace != null;
  }

  void trace(String process, @Nullable Activity activity, String result) {
    if (trace != null) {
      trace.add(new TraceEntry(process, activity == null ? "" : activity.id(), "", "", result));
    }
  }

  void trace(String process, Activity activity, String what, @Nullable Object value) {
    if (trace != null) {
      trace(process, activity, what + " " + value);
    }
  }

  void trace(TraceEntry entry) {
    if (trace != null) {
      trace.add(entry);
    }
  }

  List<TraceEntry> trace() {
    return trace == null ? List.of() : List.copyOf(trace);
  }
}
