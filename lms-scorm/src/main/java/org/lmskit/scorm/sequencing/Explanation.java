package org.lmskit.scorm.sequencing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.SequencingRule;

/** Writes trace entries for rules. */
final class Explanation {
  /** The limits that {@code UP.1} looks at, and what they mean to a learner. */
  enum Limit {
    ATTEMPTS("attemptLimit", "No attempt is left"),
    DURATION("activityDurationLimit", "The time for this activity is used up"),
    TIME_RANGE("beginTimeLimit and endTimeLimit", "The activity is not open at this time");

    private final String rule;
    private final String reason;

    Limit(String rule, String reason) {
      this.rule = rule;
      this.reason = reason;
    }
  }

  private Explanation() {}

  /** Why a request was refused, in plain words, as precise as the trace allows. */
  static String reason(SequencingException exception, List<TraceEntry> trace) {
    if (exception != SequencingException.SB_2_2_2 && exception != SequencingException.DB_1_1_3) {
      return exception.reason();
    }
    for (int i = trace.size() - 1; i >= 0; i--) {
      var entry = trace.get(i);
      for (Limit limit : Limit.values()) {
        if (entry.rule().equals(limit.rule)) {
          return limit.reason;
        }
      }
      if (entry.rule().equals(PrerequisiteCheck.RULE)) {
        return entry.result();
      }
      if (entry.rule().equals(RuleAction.DISABLED.code()) && entry.result().equals("true")) {
        return "The activity is disabled";
      }
    }
    return exception.reason();
  }

  static TraceEntry of(Activity activity, Limit limit, ActivityState state) {
    return new TraceEntry(
        "UP.1 Limit Conditions Check",
        activity.id(),
        limit.rule,
        state.attempts() + " attempts, " + state.times().total() + " in all",
        "reached");
  }

  static TraceEntry of(Activity activity, SequencingRule rule, List<Truth> values, Truth result) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(text(rule.conditions().get(i)) + "=" + text(values.get(i)));
    }
    return new TraceEntry(
        "UP.2.1 Sequencing Rule Check",
        activity.id(),
        rule.action().code(),
        joined(parts, rule.combination()),
        text(result));
  }

  static TraceEntry of(Activity activity, RollupRule rule, List<Truth> bag, boolean result) {
    var parts = new ArrayList<String>();
    for (RollupCondition condition : rule.conditions()) {
      parts.add((condition.negated() ? "not " : "") + condition.type().code());
    }
    var children = new ArrayList<String>();
    bag.forEach(value -> children.add(text(value)));
    return new TraceEntry(
        "RB.1.4 Rollup Rule Check",
        activity.id(),
        rule.action().code() + " if " + rule.childActivitySet().code(),
        joined(parts, rule.combination()) + " of children " + children,
        result ? "applies" : "does not apply");
  }

  private static String text(RuleCondition condition) {
    var text = (condition.negated() ? "not " : "") + condition.type().code();
    var on = condition.referencedObjective();
    var measured = condition.type() == RuleConditionType.OBJECTIVE_MEASURE_GREATER_THAN
        || condition.type() == RuleConditionType.OBJECTIVE_MEASURE_LESS_THAN;
    return text
        + (measured ? " " + condition.measureThreshold().toPlainString() : "")
        + (on == null ? "" : " of " + on);
  }

  private static String joined(List<String> parts, ConditionCombination combination) {
    return String.join(combination == ConditionCombination.ALL ? " and " : " or ", parts);
  }

  private static String text(Truth truth) {
    return truth.name().toLowerCase(Locale.ROOT);
  }
}
