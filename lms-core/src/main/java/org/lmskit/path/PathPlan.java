package org.lmskit.path;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import org.lmskit.version.Change;
import org.lmskit.version.Plan;

/**
 * When a version takes effect, and what then becomes of the learners of earlier ones: those who have not satisfied any step
 * move; those in progress stay until the sunset day and then move by the mapping; those who have completed keep that.
 *
 * @param mapping one change for each step of the version before and of the new one
 * @param effectiveOrNull the first day on which the new version is current; null for the day of its publication
 * @param sunsetOrNull the first day on which nobody is on an earlier version any more; null to let everybody finish
 * @param moveNotStarted whether those who have not satisfied any step move
 * @param retrainCompleted whether those who have completed before it takes effect get a new cycle, in which only new completions count
 */
public record PathPlan(
    List<StepChange> mapping,
    @Nullable LocalDate effectiveOrNull,
    @Nullable LocalDate sunsetOrNull,
    boolean moveNotStarted,
    boolean retrainCompleted)
    implements Plan {
  /** For a first version: there is nobody to move. */
  public static final PathPlan FIRST = new PathPlan(List.of(), null, null, true, false);

  /** Copies the mapping. */
  public PathPlan {
    mapping = List.copyOf(mapping);
  }

  /** The default treatment of learners, with this mapping. */
  public static PathPlan of(List<StepChange> mapping) {
    return new PathPlan(mapping, null, null, true, false);
  }

  /**
   * A proposal to read before it is used: steps of the same id are equivalent if they ask for the same, else to be redone;
   * others are removed or new.
   */
  public static PathPlan propose(LearningPath from, LearningPath to) {
    List<StepChange> mapping = new ArrayList<>();
    for (Step step : from.steps()) {
      mapping.add(to.find(step.id())
          .map(later -> between(step, later))
          .orElseGet(() -> new StepChange(StepChange.Kind.REMOVED, step.id(), null)));
    }
    to.steps().stream()
        .filter(step -> from.find(step.id()).isEmpty())
        .forEach(step -> mapping.add(new StepChange(StepChange.Kind.NEW, null, step.id())));
    return of(mapping);
  }

  /** The same with the first day on which the new version is current, instead of the day of its publication. */
  public PathPlan effective(LocalDate day) {
    return new PathPlan(mapping, day, sunsetOrNull, moveNotStarted, retrainCompleted);
  }

  /** The same with a day from which on nobody is on an earlier version. */
  public PathPlan sunset(LocalDate day) {
    return new PathPlan(mapping, effectiveOrNull, day, moveNotStarted, retrainCompleted);
  }

  /** The same, but those who have not satisfied any step stay too. */
  public PathPlan keepNotStarted() {
    return new PathPlan(mapping, effectiveOrNull, sunsetOrNull, false, retrainCompleted);
  }

  /** The same, and those who have completed do it again. */
  public PathPlan retrainingCompleted() {
    return new PathPlan(mapping, effectiveOrNull, sunsetOrNull, moveNotStarted, true);
  }

  /** The first day on which the new version is current, if that is not the day of its publication. */
  @Override
  public Optional<LocalDate> effective() {
    return Optional.ofNullable(effectiveOrNull);
  }

  /** The first day on which nobody is on an earlier version any more. */
  @Override
  public Optional<LocalDate> sunset() {
    return Optional.ofNullable(sunsetOrNull);
  }

  /**
   * What is wrong with this plan between two versions.
   *
   * @param today the day of the publication
   */
  List<Problem> check(PathVersion from, LearningPath to, LocalDate today) {
    List<Problem> problems =
        new ArrayList<>(from.day().check(effectiveOrNull, sunsetOrNull, today));
    problems.addAll(Change.check(mapping, ids(from.path()), ids(to), "step"));
    return problems;
  }

  private static List<StepId> ids(LearningPath path) {
    return path.steps().stream().map(Step::id).toList();
  }

  private static StepChange between(Step from, Step to) {
    boolean isSame = from.leaf().equals(to.leaf());
    return new StepChange(
        isSame ? StepChange.Kind.EQUIVALENT : StepChange.Kind.REDO, from.id(), to.id());
  }
}
