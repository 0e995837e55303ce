package org.lmskit.assessment.grading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.grading.GradingEvent.ResponseGraded;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Marking;
import org.lmskit.internal.JsonBody;
import org.lmskit.learning.AttemptRef;
import org.lmskit.model.AttemptId;
import org.lmskit.model.Rational;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

/**
 * An answer that people grade. Built from its events alone.
 *
 * @param at the attempt in which it was given
 * @param assessment which
 * @param item as it was frozen
 * @param marking how many grade it
 * @param submittedAt since when it waits
 * @param state how far it is
 * @param marks what was given so far
 * @param scoreOrNull what it earned; null until it is graded
 */
public record GradingTask(
    AttemptRef at,
    AssessmentId assessment,
    ItemRef item,
    Marking marking,
    Instant submittedAt,
    GradingState state,
    List<Mark> marks,
    @Nullable Rational scoreOrNull) {
  /** Tasks by attempt and item, in the order in which they were submitted. */
  public static final Kind<GradingTask> KIND = Kind.<GradingTask>mutable(
          "grading_task", task -> id(task.at().attempt(), task.item().item()))
      .time(GradingTask::submittedAt)
      .index("learner", task -> task.at().of().learner().value())
      .index("attempt", task -> task.at().attempt().value())
      .index("assessment", task -> task.assessment().value())
      .index("state", task -> task.state().name())
      .body(JsonBody.of(GradingTask.class));

  /** Copies the list. */
  public GradingTask {
    marks = List.copyOf(marks);
  }

  /** What it earned; absent until it is graded. */
  public Optional<Rational> score() {
    return Optional.ofNullable(scoreOrNull);
  }

  /** As a second grader may see it: without what the first one gave. */
  GradingTask blind() {
    return state == GradingState.SECOND ? with(state, List.of(), scoreOrNull) : this;
  }

  GradingTask after(ResponseGraded event) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(event.mark());
    Rational given = event.mark().total();
    if (state == GradingState.WAITING && marking.graders() > 1) {
      return with(GradingState.SECOND, more, null);
    }
    if (state != GradingState.SECOND) {
      return with(GradingState.GRADED, more, given);
    }
    Rational first = marks.get(0).total();
    return first.minus(given).abs().compareTo(Rational.of(marking.tolerance())) > 0
        ? with(GradingState.ADJUDICATION, more, null)
        : with(GradingState.GRADED, more, first.plus(given).dividedBy(Rational.of(2)));
  }

  private GradingTask with(GradingState next, List<Mark> given, @Nullable Rational score) {
    return new GradingTask(at, assessment, item, marking, submittedAt, next, given, score);
  }

  static String id(AttemptId attempt, ItemId item) {
    return Sha256.of((attempt.value() + '\u001f' + item).getBytes(StandardCharsets.UTF_8))
        .hex();
  }
}
