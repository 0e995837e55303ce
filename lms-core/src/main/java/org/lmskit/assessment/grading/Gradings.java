package org.lmskit.assessment.grading;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.grading.GradingEvent.AttemptRegraded;
import org.lmskit.assessment.grading.GradingEvent.ResponseGraded;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.sitting.SittingEvent.AssessmentSubmitted;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.Scope;
import org.lmskit.model.AttemptId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.WorkforceEvent.LearnerErased;

/** Grades by people, and scores anew after a key was corrected. Obtained from {@code lms.gradings()}; thread-safe. */
public final class Gradings {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(GradingTask.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Gradings(Scope scope) {
    this.scope = scope;
  }

  /** Registers how tasks and scores follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(GradingTask.KIND)
        .on(AssessmentSubmitted.class, GradingFold::submitted)
        .on(ResponseGraded.class, GradingFold::graded)
        .on(AttemptRegraded.class, GradingFold::regraded)
        .on(
            LearnerErased.class,
            (event, all) -> waitingOf(all.reader(), event.learner())
                .forEach(task -> all.remove(GradingTask.KIND, task.id())));
  }

  /** Registers that the queue has what people have to grade, and nothing of erased learners; for {@code Lms}. */
  public static void register(Reactions.Builder reactions) {
    reactions.on(
        AssessmentSubmitted.class,
        (event, op) -> op.tx().insert(GradingTask.KIND, GradingFold.tasks(event, op.tx())));
    reactions.on(
        LearnerErased.class, (event, op) -> op.tx().delete(waitingOf(op.tx(), event.learner())));
  }

  /** Nobody can grade what was erased. */
  private static List<Stored<GradingTask>> waitingOf(Reader reader, LearnerKey learner) {
    return reader.list(Query.of(GradingTask.KIND).where("learner", learner.value())).stream()
        .filter(task -> task.value().state() != GradingState.GRADED)
        .toList();
  }

  /** All answers that wait for somebody, those that wait longest first; see {@link #queue(AssessmentId, PageRequest)}. */
  public Page<GradingTask> queue(PageRequest page) {
    return scope.read(
        "gradings.queue", "", reader -> Pages.of(reader, waiting(), page).map(GradingTask::blind));
  }

  /**
   * The answers of an assessment that wait for somebody, those that wait longest first. One that waits for a second grader does
   * not say what the first one gave.
   */
  public Page<GradingTask> queue(AssessmentId assessment, PageRequest page) {
    return scope.read(
        "gradings.queue",
        assessment.value(),
        reader -> Pages.of(reader, waiting().where("assessment", assessment.value()), page)
            .map(GradingTask::blind));
  }

  /** What people grade or graded in an attempt. */
  public List<GradingTask> of(AttemptId attempt) {
    return scope.read(
        "gradings.of",
        attempt.value(),
        reader -> reader.list(Query.of(GradingTask.KIND).where("attempt", attempt.value())).stream()
            .map(Stored::value)
            .map(GradingTask::blind)
            .toList());
  }

  /**
   * Grades an answer for the principal of this engine's view. Once it has its score, the attempt gets it; once all have,
   * whether the attempt passes is decided.
   *
   * @param points for each criterion of the item's rubric
   * @param comment to the learner; kept apart, where it can be erased. Empty for none
   * @throws NotFoundException if nobody has to grade such an answer
   * @throws RejectedException ALREADY_GRADED, SELF_GRADING, SAME_GRADER; CRITERION_UNKNOWN, CRITERION_MISSING or
   *     SCORE_OUT_OF_RANGE with the value
   */
  public GradingTask grade(
      AttemptId attempt, ItemId item, Map<String, BigDecimal> points, String comment) {
    return scope.write(
        "gradings.grade",
        attempt.value(),
        op -> Grading.grade(op, attempt, item, points, comment).blind());
  }

  /**
   * Scores the submitted attempts on an assessment anew by the current versions of some items. What changes is recorded for each
   * attempt, with the old and the new score; a pass that is lost is told and leads to nothing by itself. In a dry run it is the
   * exact difference that doing it would make. What a person wrote who is erased keeps its score.
   *
   * @param items whose keys were corrected
   * @param reason in words; kept apart, where it can be erased
   * @throws RejectedException REASON_MISSING; UNKNOWN, GRADED_BY_HAND or OTHER_INTERACTION with the item
   */
  public Regrade regrade(
      AssessmentId assessment, Collection<ItemId> items, RegradeMode mode, String reason) {
    return scope.write(
        "gradings.regrade",
        assessment.value(),
        op -> Regrading.regrade(op, assessment, List.copyOf(items), mode, reason));
  }

  private static Query<GradingTask> waiting() {
    return Query.of(GradingTask.KIND)
        .whereAny(
            "state",
            Stream.of(GradingState.WAITING, GradingState.SECOND, GradingState.ADJUDICATION)
                .map(Enum::name)
                .toList());
  }
}
