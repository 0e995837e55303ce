package org.lmskit.scorm;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;
import org.lmskit.scorm.runtime.Completion;
import org.lmskit.scorm.runtime.ObjectiveResult;
import org.lmskit.scorm.runtime.RuntimeEngine;
import org.lmskit.scorm.runtime.RuntimeResult;
import org.lmskit.scorm.runtime.RuntimeState;
import org.lmskit.scorm.runtime.Success;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.ObjectiveReport;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;

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
   * What content said about each objective of its activity, by place. What it said of the primary
   * one in {@code cmi.objectives} counts where {@code cmi} itself says nothing; of success it counts
   * first.
   */
  static Map<Integer, ObjectiveReport> of(
      Activity activity, RuntimeEngine engine, RuntimeState left, RuntimeResult result) {
    var said = new LinkedHashMap<Integer, ObjectiveReport>();
    var whole =
        state(result.success(), result.completion(), result.score(), result.progressOrNull());
    said.put(0, new ObjectiveReport(whole, said(engine, left, "cmi.")));
    for (int i = 0; i < result.objectives().size(); i++) {
      var objective = result.objectives().get(i);
      int index = activity.objectiveIndexOf(objective.id());
      var report = report(engine, left, i, objective);
      if (index >= 0) {
        said.put(index, index > 0 ? report : merged(said.getOrDefault(0, report), report));
      }
    }
    return said;
  }

  private static ObjectiveReport report(
      RuntimeEngine engine, RuntimeState left, int place, ObjectiveResult objective) {
    var values = state(
        objective.success(), objective.completion(), objective.score(), objective.progressOrNull());
    return new ObjectiveReport(values, said(engine, left, "cmi.objectives." + place + "."));
  }

  private static Set<ObjectiveValue> said(RuntimeEngine engine, RuntimeState left, String record) {
    var said = EnumSet.noneOf(ObjectiveValue.class);
    if (engine.isSet(left, record + "success_status")) {
      said.add(ObjectiveValue.SATISFIED_STATUS);
    }
    if (engine.isSet(left, record + "completion_status")) {
      said.add(ObjectiveValue.COMPLETION_STATUS);
    }
    return said;
  }

  private static ObjectiveReport merged(ObjectiveReport whole, ObjectiveReport primary) {
    var own = whole.values();
    var other = primary.values();
    boolean success = primary.said().contains(ObjectiveValue.SATISFIED_STATUS);
    boolean completion = whole.said().contains(ObjectiveValue.COMPLETION_STATUS);
    var values = new ObjectiveState(
        success ? other.satisfied() : own.satisfied(),
        own.measure() == null ? other.measure() : own.measure(),
        own.raw() == null ? other.raw() : own.raw(),
        own.min() == null ? other.min() : own.min(),
        own.max() == null ? other.max() : own.max(),
        completion || own.completed() != null ? own.completed() : other.completed(),
        own.progress() == null ? other.progress() : own.progress());
    var said = new HashSet<>(whole.said());
    said.addAll(primary.said());
    return new ObjectiveReport(values, said);
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
