package org.lmskit.scorm.sequencing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.SequencingRule;

/** Writes trace entries for rules. */
final class Explanation {
  private Explanation() {}

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
