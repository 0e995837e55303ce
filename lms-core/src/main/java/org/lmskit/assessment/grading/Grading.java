package org.lmskit.assessment.grading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lmskit.assessment.ItemScore;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.grading.GradingEvent.ResponseGraded;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.sitting.Notation;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Principals;
import org.lmskit.learning.Attempts;
import org.lmskit.learning.Fact;
import org.lmskit.model.AttemptId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** A person grades an answer. */
final class Grading {
  private Grading() {}

  static GradingTask grade(
      Operation op,
      AttemptId attempt,
      ItemId itemId,
      Map<String, BigDecimal> points,
      String comment) {
    Stored<GradingTask> stored = op.tx()
        .find(GradingTask.KIND, GradingTask.id(attempt, itemId))
        .orElseThrow(() -> new NotFoundException(
            "no answer to item " + itemId + " of attempt " + attempt + " is for grading"));
    GradingTask task = stored.value();
    LearnerKey learner = task.at().of().learner();
    requireGrader(op, task);
    Item item = ItemBanks.version(op.tx(), task.item()).orElseThrow().item();
    requirePoints(((Key.Graded) item.key()).rubric(), points);
    Sha256 text = comment.isBlank() ? null : PersonalText.keep(op, learner, comment);
    ResponseGraded event = new ResponseGraded(
        Learners.header(op, learner),
        task.at(),
        task.item(),
        new Mark(op.by(), points, text, op.now()));
    GradingTask next = task.after(event);
    op.tx().update(stored, next);
    op.record(event);
    if (next.state() == GradingState.GRADED) {
      score(op, next, item);
    }
    return next;
  }

  private static void score(Operation op, GradingTask task, Item item) {
    AttemptId attempt = task.at().attempt();
    Stored<ScoreRow> stored = op.tx().find(ScoreRow.KIND, attempt.value()).orElseThrow();
    ScoreRow row = GradingFold.graded(stored.value(), task);
    op.tx().update(stored, row);
    ItemScore score = row.items().stream()
        .filter(one -> one.ref().equals(task.item()))
        .findFirst()
        .orElseThrow();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Answer(null, Notation.graded(item, score)));
    facts.addAll(row.facts());
    Attempts.add(op, attempt, facts);
  }

  private static void requireGrader(Operation op, GradingTask task) {
    String what = "the answer to " + task.item() + " of attempt " + task.at().attempt();
    if (task.state() == GradingState.GRADED) {
      throw new RejectedException(
          GradingReason.ALREADY_GRADED, what + " has " + task.scoreOrNull() + " points");
    }
    Optional<LearnerKey> himself = Principals.find(op.tx(), op.by())
        .flatMap(id -> Learners.findKey(op.tx(), new LearnerId(id.value())));
    if (himself.filter(task.at().of().learner()::equals).isPresent()) {
      throw new RejectedException(GradingReason.SELF_GRADING, what + " is his own");
    }
    if (task.marks().stream().anyMatch(mark -> mark.by().equals(op.by()))) {
      throw new RejectedException(
          GradingReason.SAME_GRADER, what + " was graded by " + op.by() + " before");
    }
  }

  private static void requirePoints(Rubric rubric, Map<String, BigDecimal> points) {
    List<String> ids = rubric.criteria().stream().map(Rubric.Criterion::id).toList();
    points.keySet().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
      throw new RejectedException(
          GradingReason.CRITERION_UNKNOWN,
          "no criterion " + id + " among " + ids,
          Map.of("criterion", id));
    });
    for (Rubric.Criterion criterion : rubric.criteria()) {
      if (!points.containsKey(criterion.id())) {
        throw new RejectedException(
            GradingReason.CRITERION_MISSING,
            "no points for criterion " + criterion.id(),
            Map.of("criterion", criterion.id()));
      }
      requireWithin(criterion, Objects.requireNonNull(points.get(criterion.id())));
    }
  }

  private static void requireWithin(Rubric.Criterion criterion, BigDecimal points) {
    if (points.signum() < 0 || points.compareTo(criterion.max()) > 0) {
      throw new RejectedException(
          GradingReason.SCORE_OUT_OF_RANGE,
          points + " points for criterion " + criterion.id() + ", which has 0 to "
              + criterion.max(),
          Map.of(
              "criterion",
              criterion.id(),
              "points",
              points.toString(),
              "max",
              criterion.max().toString()));
    }
  }
}
