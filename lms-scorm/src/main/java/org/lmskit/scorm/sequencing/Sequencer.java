package org.lmskit.scorm.sequencing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.RuleAction;

/**
 * Sequencing as functions from tracking state to tracking state. Nothing here changes what it is
 * given; the time is an argument and chance comes from the state.
 *
 * @see "SCORM 2004 4th Ed. SN 4 (Sequencing Behaviors)"
 */
public final class Sequencer {
  private Sequencer() {}

  /**
   * The tracking state of a learner who has not begun: children are selected and reordered where the
   * tree says so.
   *
   * @param seed decides selection and order, now and in later attempts
   */
  public static TrackingState begin(ActivityTree tree, long seed) {
    var empty = new TrackingState(
        tree,
        Slots.of(tree.size(), ActivityState.INITIAL),
        Slots.of(Math.max(1, tree.globalObjectives().size()), ObjectiveState.UNKNOWN),
        ContributionMemory.none(tree),
        -1,
        -1,
        seed);
    var step = Step.from(empty, Instant.EPOCH);
    SelectionRandomizationProcess.beforeFirstAttempts(step);
    return step.state();
  }

  /** Takes a navigation request. */
  public static SequencingOutcome request(TrackingState state, Request request, Instant now) {
    return OverallSequencing.process(Step.from(state, now), request);
  }

  /** Takes a navigation request and says in the outcome what led to it. */
  public static SequencingOutcome explain(TrackingState state, Request request, Instant now) {
    return OverallSequencing.process(Step.explaining(state, now), request);
  }

  /** Whether a request would be served; nothing is taken. */
  public static boolean isValid(TrackingState state, Request request, Instant now) {
    return request(state, request, now).exceptionOrNull() == null;
  }

  /** Which requests would be served; nothing is taken. */
  public static ValidRequests validRequests(TrackingState state, Instant now) {
    return new Trial(state, now).validRequests();
  }

  /** Why a request would not be served, for a person to read; empty if it would. */
  public static Optional<String> why(TrackingState state, Request request, Instant now) {
    var outcome = explain(state, request, now);
    return outcome.exception().map(found -> Explanation.reason(found, outcome.trace()));
  }

  /**
   * The activities that a table of contents shows, the organization first: not those that are
   * invisible, hidden from choice or below such a one, or not selected.
   */
  public static List<Activity> tableOfContents(TrackingState state, Instant now) {
    var step = Step.from(state, now);
    var shown = new ArrayList<Activity>();
    addShown(step, state.tree().root(), shown);
    return List.copyOf(shown);
  }

  private static void addShown(Step step, Activity activity, List<Activity> shown) {
    if (UtilityProcesses.applies(step, activity, RuleAction.HIDDEN_FROM_CHOICE)) {
      return;
    }
    if (activity.isVisible()) {
      shown.add(activity);
    }
    for (int i = 0; i < step.childCount(activity); i++) {
      addShown(step, step.child(activity, i), shown);
    }
  }

  /**
   * Records what content said about its activity.
   *
   * @param objectives by their place in {@link Activity#objectives()}, 0 for the primary one, whose
   *     completion and progress are those of the activity; unknown values take back what was said
   *     before
   * @throws IllegalArgumentException if the activity has no objective at a place
   */
  public static TrackingState record(
      TrackingState state, Activity activity, Map<Integer, ObjectiveReport> objectives) {
    var step = Step.from(state, Instant.EPOCH);
    objectives.forEach((index, report) -> {
      if (index < 0 || index >= activity.objectives().size()) {
        throw new IllegalArgumentException(activity.id() + " has no objective " + index);
      }
      for (ObjectiveValue which : ObjectiveValue.values()) {
        write(step, activity, index, which, report);
      }
    });
    var primary = objectives.get(0);
    if (primary != null) {
      step.set(activity, step.of(activity).withSaid(primary.said()));
    }
    return step.state();
  }

  private static void write(
      Step step, Activity activity, int index, ObjectiveValue which, ObjectiveReport report) {
    var values = report.values();
    boolean derived = which == ObjectiveValue.SATISFIED_STATUS
            && activity.objectives().get(index).satisfiedByMeasure()
        || which == ObjectiveValue.COMPLETION_STATUS
            && index == 0
            && activity.completionThreshold().completedByMeasure();
    if (!derived && report.said().contains(which)) {
      ObjectiveAccess.say(step, activity, index, which, values.value(which));
    } else if (!derived) {
      ObjectiveAccess.write(step, activity, index, which, values.value(which));
    } else if (which == ObjectiveValue.SATISFIED_STATUS) {
      var measure = values.measure();
      var objective = activity.objectives().get(index);
      var satisfied = ObjectiveAccess.byMeasure(step, activity, objective, measure);
      ObjectiveAccess.write(step, activity, index, which, satisfied);
    } else {
      var progress = values.progress();
      var minimum = activity.completionThreshold().minProgressMeasure();
      var completed = progress == null ? null : progress.compareTo(minimum) >= 0;
      ObjectiveAccess.write(step, activity, index, which, completed);
    }
  }

  /**
   * Records the {@code cmi.core.lesson_status} of an activity of SCORM 1.2, where prerequisites may
   * ask for it.
   */
  public static TrackingState withLessonStatus(
      TrackingState state, Activity activity, String status) {
    if (!state.tree().hasPrerequisites()) {
      return state;
    }
    var step = Step.from(state, Instant.EPOCH);
    step.set(activity, step.of(activity).withLessonStatus(status));
    return step.state();
  }

  /**
   * What would be known of the activities above if the attempt on this one ended with what was
   * recorded so far. What an attempt that really ends decides for silent content is not assumed.
   */
  public static TrackingState rolledUp(TrackingState state, Activity activity) {
    var step = Step.from(state, Instant.EPOCH);
    RollupProcess.overallRollup(step, activity);
    return step.state();
  }

  /** Records how long a learner worked in a session; it counts for the activities above too. */
  public static TrackingState worked(TrackingState state, Activity activity, Duration session) {
    var step = Step.from(state, Instant.EPOCH);
    for (Activity at : activity.pathToRoot()) {
      step.set(at, step.of(at).withTimes(step.of(at).times().worked(session)));
    }
    return step.state();
  }

  /** Records that the attempt in progress will go on another time. */
  public static TrackingState suspended(TrackingState state, Activity activity, boolean value) {
    var step = Step.from(state, Instant.EPOCH);
    step.setSuspended(activity, value);
    return step.state();
  }

  /** What content finds of an objective when it is launched: satisfaction is by measure where
   * it says so. */
  public static ObjectiveState initial(TrackingState state, Activity activity, int index) {
    var step = Step.from(state, Instant.EPOCH);
    var known = ObjectiveState.UNKNOWN;
    for (ObjectiveValue which : ObjectiveValue.values()) {
      known = known.with(which, ObjectiveAccess.mapped(step, activity, index, which));
    }
    var objective = activity.objectives().get(index);
    return objective.satisfiedByMeasure()
        ? known.with(
            ObjectiveValue.SATISFIED_STATUS,
            ObjectiveAccess.byMeasure(step, activity, objective, known.measure()))
        : known;
  }

  /**
   * What is known of an objective: global values where its maps read them, else the local ones.
   *
   * @param index its place in {@link Activity#objectives()}, 0 for the primary one
   */
  public static ObjectiveState objective(TrackingState state, Activity activity, int index) {
    var step = Step.from(state, Instant.EPOCH);
    var known = ObjectiveState.UNKNOWN;
    for (ObjectiveValue which : ObjectiveValue.values()) {
      known = known.with(which, ObjectiveAccess.read(step, activity, index, which));
    }
    known = known.with(
        ObjectiveValue.SATISFIED_STATUS, ObjectiveAccess.satisfied(step, activity, index));
    return index > 0
        ? known
        : known.with(ObjectiveValue.COMPLETION_STATUS, ObjectiveAccess.completed(step, activity));
  }
}
