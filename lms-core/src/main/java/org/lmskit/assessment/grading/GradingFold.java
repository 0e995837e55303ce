package org.lmskit.assessment.grading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.assessment.ItemScore;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.grading.GradingEvent.AttemptRegraded;
import org.lmskit.assessment.grading.GradingEvent.ResponseGraded;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.sitting.SittingEvent.AssessmentSubmitted;
import org.lmskit.internal.Rebuilt;
import org.lmskit.store.Reader;

/** Tasks and scores after one more event: the only way in which they change. */
final class GradingFold {
  private GradingFold() {}

  /** The answers of a submission that wait for people. */
  static List<GradingTask> tasks(AssessmentSubmitted event, Reader reader) {
    return event.items().stream()
        .filter(item -> item.scoreOrNull() == null)
        .map(item -> new GradingTask(
            event.at(),
            event.assessment(),
            item.ref(),
            ((Key.Graded)
                    ItemBanks.version(reader, item.ref()).orElseThrow().item().key())
                .marking(),
            event.occurredAt(),
            GradingState.WAITING,
            List.of(),
            null))
        .toList();
  }

  /** With the score of an answer, once its task has one. */
  static ScoreRow graded(ScoreRow row, GradingTask task) {
    return task.score()
        .map(score -> row.withItems(row.items().stream()
            .map(item -> item.ref().equals(task.item())
                ? new ItemScore(item.ref(), item.max(), score, item.chosen())
                : item)
            .toList()))
        .orElse(row);
  }

  static ScoreRow regraded(ScoreRow row, List<ItemChange> changes) {
    Map<ItemId, ItemScore> after = new HashMap<>();
    changes.forEach(change -> after.put(change.before().item(), change.after()));
    return row.withItems(row.items().stream()
        .map(item -> Optional.ofNullable(after.get(item.item())).orElse(item))
        .toList());
  }

  static void submitted(AssessmentSubmitted event, Rebuilt records) {
    tasks(event, records.reader()).forEach(task -> records.put(GradingTask.KIND, task));
  }

  static void graded(ResponseGraded event, Rebuilt records) {
    String id = GradingTask.id(event.at().attempt(), event.item().item());
    records.change(GradingTask.KIND, id, task -> task.after(event));
    GradingTask task = records.find(GradingTask.KIND, id).orElseThrow();
    records.change(ScoreRow.KIND, event.at().attempt().value(), row -> graded(row, task));
  }

  static void regraded(AttemptRegraded event, Rebuilt records) {
    records.change(
        ScoreRow.KIND, event.at().attempt().value(), row -> regraded(row, event.changes()));
  }
}
