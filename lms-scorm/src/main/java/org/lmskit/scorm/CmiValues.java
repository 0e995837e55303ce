package org.lmskit.scorm;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;
import org.lmskit.scorm.runtime.Completion;
import org.lmskit.scorm.runtime.ObjectiveResult;
import org.lmskit.scorm.runtime.RuntimeResult;
import org.lmskit.scorm.runtime.Success;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.ObjectiveState;

/**
 * Tracking values in the words of the run time, and back.
 *
 * @see "SCORM 2004 4th Ed. SN 4.2.1.2 and RTE 4.2.17.1"
 */
final class CmiValues {
  private CmiValues() {}

  /** The members of {@code cmi} or {@code cmi.objectives.n} for what is known. */
  static Map<String, String> of(ObjectiveState known) {
    var values = new LinkedHashMap<String, String>();
    put(values, "success_status", word(known.satisfied(), "passed", "failed"));
    put(values, "completion_status", word(known.completed(), "completed", "incomplete"));
    put(values, "score.scaled", number(known.measure()));
    put(values, "score.raw", number(known.raw()));
    put(values, "score.min", number(known.min()));
    put(values, "score.max", number(known.max()));
    put(values, "progress_measure", number(known.progress()));
    return values;
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static @Nullable String word(@Nullable Boolean value, String yes, String no) {
    return value == null ? null : value ? yes : no;
  }

  private static @Nullable String number(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  /**
   * What content said about each objective of its activity, by place. Of the primary objective the
   * statuses of {@code cmi.objectives} come first, the scores of {@code cmi.score}.
   */
  static Map<Integer, ObjectiveState> of(Activity activity, RuntimeResult result) {
    var said = new LinkedHashMap<Integer, ObjectiveState>();
    said.put(
        0, state(result.success(), result.completion(), result.score(), result.progressOrNull()));
    for (ObjectiveResult objective : result.objectives()) {
      int index = activity.objectiveIndexOf(objective.id());
      var state = state(
          objective.success(),
          objective.completion(),
          objective.score(),
          objective.progressOrNull());
      if (index > 0) {
        said.put(index, state);
      } else if (index == 0) {
        said.put(0, merged(said.getOrDefault(0, ObjectiveState.UNKNOWN), state));
      }
    }
    return said;
  }

  private static ObjectiveState merged(ObjectiveState whole, ObjectiveState primary) {
    return new ObjectiveState(
        primary.satisfied() == null ? whole.satisfied() : primary.satisfied(),
        whole.measure() == null ? primary.measure() : whole.measure(),
        whole.raw() == null ? primary.raw() : whole.raw(),
        whole.min() == null ? primary.min() : whole.min(),
        whole.max() == null ? primary.max() : whole.max(),
        whole.completed() == null ? primary.completed() : whole.completed(),
        whole.progress() == null ? primary.progress() : whole.progress());
  }

  private static ObjectiveState state(
      Success success, Completion completion, Score score, @Nullable BigDecimal progress) {
    return new ObjectiveState(
        success == Success.UNKNOWN ? null : success == Success.PASSED,
        score.scaledOrNull(),
        score.rawOrNull(),
        score.minOrNull(),
        score.maxOrNull(),
        completion == Completion.UNKNOWN ? null : completion == Completion.COMPLETED,
        progress);
  }
}
