package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.OBJECTIVE_UNKNOWN;
import static org.lmskit.scorm.finding.ScormFinding.RULE_INCOMPLETE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundSequencing;
import org.lmskit.scorm.sequencing.definition.ChildActivitySet;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.RollupAction;
import org.lmskit.scorm.sequencing.definition.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RollupRules;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.SequencingRule;
import org.lmskit.scorm.sequencing.definition.SequencingRules;

/** Reads sequencing rules and rollup rules. */
final class RuleReader {
  private static final RuleAction[] PRE = actions(RuleAction.Timing.PRE);
  private static final RuleAction[] EXIT = actions(RuleAction.Timing.EXIT);
  private static final RuleAction[] POST = actions(RuleAction.Timing.POST);
  private static final RuleConditionType[] ROLLUP = Arrays.stream(RuleConditionType.values())
      .filter(RuleConditionType::isForRollup)
      .toArray(RuleConditionType[]::new);

  private final Values values;
  private final Report report;

  RuleReader(Values values, Report report) {
    this.values = values;
    this.report = report;
  }

  private static RuleAction[] actions(RuleAction.Timing timing) {
    return Arrays.stream(RuleAction.values())
        .filter(a -> a.timing() == timing)
        .toArray(RuleAction[]::new);
  }

  SequencingRules rules(
      BoundSequencing.@Nullable Rules rules, ObjectiveReader.Objectives objectives) {
    if (rules == null) {
      return SequencingRules.NONE;
    }
    return new SequencingRules(
        rules(rules.pre, PRE, objectives),
        rules(rules.exit, EXIT, objectives),
        rules(rules.post, POST, objectives));
  }

  private List<SequencingRule> rules(
      List<BoundSequencing.Rule> rules,
      RuleAction[] actions,
      ObjectiveReader.Objectives objectives) {
    List<SequencingRule> read = new ArrayList<>(rules.size());
    for (BoundSequencing.Rule rule : rules) {
      rule(rule, actions, objectives).ifPresent(read::add);
    }
    return read;
  }

  private Optional<SequencingRule> rule(
      BoundSequencing.Rule rule, RuleAction[] actions, ObjectiveReader.Objectives objectives) {
    List<RuleCondition> conditions = new ArrayList<>();
    if (rule.ruleConditions != null) {
      for (BoundSequencing.Condition condition : rule.ruleConditions.conditions) {
        condition(condition, objectives).ifPresent(conditions::add);
      }
    }
    String word = rule.ruleAction == null ? null : rule.ruleAction.action;
    Optional<RuleAction> action = values.token(word, actions, RuleAction::code, "action", rule);
    if (!complete(rule, action.isPresent(), !conditions.isEmpty())) {
      return Optional.empty();
    }
    String combination =
        rule.ruleConditions == null ? null : rule.ruleConditions.conditionCombination;
    return action.map(a -> new SequencingRule(
        combination(combination, ConditionCombination.ALL, rule), conditions, a));
  }

  private boolean complete(BoundNode rule, boolean hasAction, boolean hasConditions) {
    if (!hasAction || !hasConditions) {
      report.add(RULE_INCOMPLETE, rule, hasAction ? "conditions" : "an action");
    }
    return hasAction && hasConditions;
  }

  private Optional<RuleCondition> condition(
      BoundSequencing.Condition c, ObjectiveReader.Objectives objectives) {
    Optional<RuleConditionType> type = values.token(
        c.condition, RuleConditionType.values(), RuleConditionType::code, "condition", c);
    String reference = Identifiers.objective(c.referencedObjective);
    if (!reference.isEmpty() && !objectives.has(reference)) {
      report.add(OBJECTIVE_UNKNOWN, c, reference);
    }
    BigDecimal threshold =
        values.number(c.measureThreshold, -1, 1, BigDecimal.ZERO, "measureThreshold", c);
    return type.map(
        t -> new RuleCondition(t, negated(c), reference.isEmpty() ? null : reference, threshold));
  }

  RollupRules rollup(BoundSequencing.@Nullable Rollup rollup) {
    if (rollup == null) {
      return RollupRules.DEFAULT;
    }
    List<RollupRule> rules = new ArrayList<>(rollup.rules.size());
    for (BoundSequencing.RollupRule rule : rollup.rules) {
      rollupRule(rule).ifPresent(rules::add);
    }
    return new RollupRules(
        rules,
        values.flag(rollup.rollupObjectiveSatisfied, true, "rollupObjectiveSatisfied", rollup),
        values.flag(rollup.rollupProgressCompletion, true, "rollupProgressCompletion", rollup),
        values.number(
            rollup.objectiveMeasureWeight, 0, 1, BigDecimal.ONE, "objectiveMeasureWeight", rollup));
  }

  private Optional<RollupRule> rollupRule(BoundSequencing.RollupRule rule) {
    List<RollupCondition> conditions = new ArrayList<>();
    String combination = null;
    if (rule.rollupConditions != null) {
      combination = rule.rollupConditions.conditionCombination;
      rule.rollupConditions.conditions.forEach(c -> rollupCondition(c).ifPresent(conditions::add));
    }
    String word = rule.rollupAction == null ? null : rule.rollupAction.action;
    Optional<RollupAction> action =
        values.token(word, RollupAction.values(), RollupAction::code, "action", rule);
    if (!complete(rule, action.isPresent(), !conditions.isEmpty())) {
      return Optional.empty();
    }
    ConditionCombination combined = combination(combination, ConditionCombination.ANY, rule);
    return action.map(a -> rollupRule(rule, combined, conditions, a));
  }

  private RollupRule rollupRule(
      BoundSequencing.RollupRule rule,
      ConditionCombination combination,
      List<RollupCondition> conditions,
      RollupAction action) {
    Integer count = values.count(rule.minimumCount, "minimumCount", rule);
    ChildActivitySet children = values
        .token(
            rule.childActivitySet,
            ChildActivitySet.values(),
            ChildActivitySet::code,
            "childActivitySet",
            rule)
        .orElse(ChildActivitySet.ALL);
    return new RollupRule(
        children,
        count == null ? 0 : count,
        values.number(rule.minimumPercent, 0, 1, BigDecimal.ZERO, "minimumPercent", rule),
        combination,
        conditions,
        action);
  }

  private Optional<RollupCondition> rollupCondition(BoundSequencing.Condition c) {
    return values
        .token(c.condition, ROLLUP, RuleConditionType::code, "condition", c)
        .map(type -> new RollupCondition(type, negated(c)));
  }

  private boolean negated(BoundSequencing.Condition c) {
    return values
            .token(c.operator, Operator.values(), Operator::token, "operator", c)
            .orElse(Operator.NO_OP)
        == Operator.NOT;
  }

  private ConditionCombination combination(
      @Nullable String written, ConditionCombination otherwise, BoundNode at) {
    return values
        .token(
            written,
            ConditionCombination.values(),
            c -> c.name().toLowerCase(Locale.ROOT),
            "conditionCombination",
            at)
        .orElse(otherwise);
  }

  private enum Operator {
    NOT("not"),
    NO_OP("noOp");

    private final String token;

    Operator(String token) {
      this.token = token;
    }

    String token() {
      return token;
    }
  }
}
