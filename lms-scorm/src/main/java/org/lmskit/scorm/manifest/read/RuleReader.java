package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.OBJECTIVE_UNKNOWN;
import static org.lmskit.scorm.finding.ScormFinding.RULE_INCOMPLETE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundSequencing;
import org.lmskit.scorm.sequencing.definition.ObjectiveDefinition;
import org.lmskit.scorm.sequencing.definition.RollupDefinition;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RollupRule.ChildSet;
import org.lmskit.scorm.sequencing.definition.RollupRule.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.SequencingRule;
import org.lmskit.scorm.sequencing.definition.SequencingRule.Combination;
import org.lmskit.scorm.sequencing.definition.SequencingRule.RuleCondition;

/** Reads sequencing rules and rollup rules. */
final class RuleReader {
  private static final RuleAction[] PRE = {
    RuleAction.SKIP, RuleAction.DISABLED, RuleAction.HIDDEN_FROM_CHOICE, RuleAction.STOP_FORWARD_TRAVERSAL
  };
  private static final RuleAction[] EXIT = {RuleAction.EXIT};
  private static final RuleAction[] POST = {
    RuleAction.EXIT_PARENT,
    RuleAction.EXIT_ALL,
    RuleAction.RETRY,
    RuleAction.RETRY_ALL,
    RuleAction.CONTINUE,
    RuleAction.PREVIOUS
  };

  private final Values values;
  private final Report report;

  RuleReader(Values values, Report report) {
    this.values = values;
    this.report = report;
  }

  /** The rules of an activity by when they are evaluated. */
  record Rules(List<SequencingRule> pre, List<SequencingRule> exit, List<SequencingRule> post) {}

  Rules rules(BoundSequencing.@Nullable Rules rules, List<ObjectiveDefinition> objectives) {
    if (rules == null) {
      return new Rules(List.of(), List.of(), List.of());
    }
    return new Rules(
        rules(rules.pre, PRE, objectives),
        rules(rules.exit, EXIT, objectives),
        rules(rules.post, POST, objectives));
  }

  private List<SequencingRule> rules(
      List<BoundSequencing.Rule> rules, RuleAction[] actions, List<ObjectiveDefinition> objectives) {
    List<SequencingRule> read = new ArrayList<>(rules.size());
    for (BoundSequencing.Rule rule : rules) {
      rule(rule, actions, objectives).ifPresent(read::add);
    }
    return read;
  }

  private Optional<SequencingRule> rule(
      BoundSequencing.Rule rule, RuleAction[] actions, List<ObjectiveDefinition> objectives) {
    List<RuleCondition> conditions = new ArrayList<>();
    if (rule.ruleConditions != null) {
      for (BoundSequencing.Condition condition : rule.ruleConditions.conditions) {
        condition(condition, objectives).ifPresent(conditions::add);
      }
    }
    String word = rule.ruleAction == null ? null : rule.ruleAction.action;
    Optional<RuleAction> action = values.token(word, actions, RuleAction::token, "action", rule);
    if (!complete(rule, action.isPresent(), !conditions.isEmpty())) {
      return Optional.empty();
    }
    String combination = rule.ruleConditions == null ? null : rule.ruleConditions.conditionCombination;
    return action.map(a -> new SequencingRule(combination(combination, Combination.ALL, rule), conditions, a));
  }

  private boolean complete(BoundNode rule, boolean hasAction, boolean hasConditions) {
    if (!hasAction || !hasConditions) {
      report.add(RULE_INCOMPLETE, rule, hasAction ? "conditions" : "an action");
    }
    return hasAction && hasConditions;
  }

  private Optional<RuleCondition> condition(
      BoundSequencing.Condition c, List<ObjectiveDefinition> objectives) {
    Optional<RuleCondition.Type> type =
        values.token(c.condition, RuleCondition.Type.values(), RuleCondition.Type::token, "condition", c);
    String reference = Values.text(c.referencedObjective);
    if (!reference.isEmpty() && objectives.stream().noneMatch(o -> reference.equals(o.idOrNull()))) {
      report.add(OBJECTIVE_UNKNOWN, c, reference);
    }
    BigDecimal threshold = values.number(c.measureThreshold, -1, 1, BigDecimal.ZERO, "measureThreshold", c);
    return type.map(t ->
        new RuleCondition(t, negated(c), reference.isEmpty() ? null : reference, threshold));
  }

  RollupDefinition rollup(BoundSequencing.@Nullable Rollup rollup) {
    if (rollup == null) {
      return RollupDefinition.DEFAULT;
    }
    List<RollupRule> rules = new ArrayList<>(rollup.rules.size());
    for (BoundSequencing.RollupRule rule : rollup.rules) {
      rollupRule(rule).ifPresent(rules::add);
    }
    return new RollupDefinition(
        values.flag(rollup.rollupObjectiveSatisfied, true, "rollupObjectiveSatisfied", rollup),
        values.flag(rollup.rollupProgressCompletion, true, "rollupProgressCompletion", rollup),
        values.number(rollup.objectiveMeasureWeight, 0, 1, BigDecimal.ONE, "objectiveMeasureWeight", rollup),
        rules);
  }

  private Optional<RollupRule> rollupRule(BoundSequencing.RollupRule rule) {
    List<RollupCondition> conditions = new ArrayList<>();
    if (rule.rollupConditions != null) {
      rule.rollupConditions.conditions.forEach(c -> rollupCondition(c).ifPresent(conditions::add));
    }
    String word = rule.rollupAction == null ? null : rule.rollupAction.action;
    Optional<RollupRule.Action> action =
        values.token(word, RollupRule.Action.values(), RollupRule.Action::token, "action", rule);
    if (!complete(rule, action.isPresent(), !conditions.isEmpty())) {
      return Optional.empty();
    }
    String combination = rule.rollupConditions == null ? null : rule.rollupConditions.conditionCombination;
    ChildSet children = values
        .token(rule.childActivitySet, ChildSet.values(), ChildSet::token, "childActivitySet", rule)
        .orElse(ChildSet.ALL);
    return action.map(a -> new RollupRule(
        children,
        values.count(rule.minimumCount, 0, "minimumCount", rule),
        values.number(rule.minimumPercent, 0, 1, BigDecimal.ZERO, "minimumPercent", rule),
        combination(combination, Combination.ANY, rule),
        conditions,
        a));
  }

  private Optional<RollupCondition> rollupCondition(BoundSequencing.Condition c) {
    return values
        .token(c.condition, RollupCondition.Type.values(), RollupCondition.Type::token, "condition", c)
        .map(type -> new RollupCondition(type, negated(c)));
  }

  private boolean negated(BoundSequencing.Condition c) {
    return values.token(c.operator, Operator.values(), Operator::token, "operator", c).orElse(Operator.NO_OP)
        == Operator.NOT;
  }

  private Combination combination(@Nullable String written, Combination otherwise, BoundNode at) {
    return values
        .token(written, Combination.values(), c -> c.name().toLowerCase(Locale.ROOT), "conditionCombination", at)
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
