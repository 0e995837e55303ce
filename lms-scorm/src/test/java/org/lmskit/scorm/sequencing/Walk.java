package org.lmskit.scorm.sequencing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.scorm.sequencing.definition.SequencingBuilder;
import org.lmskit.scorm.sequencing.definition.SequencingRule;

/** A learner on a tree, for tests: takes requests and says what came of them. */
final class Walk {
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  final ActivityTree tree;
  TrackingState state;
  SequencingOutcome last;
  Instant now = NOW;

  private Walk(ActivityTree tree) {
    this.tree = tree;
    this.state = Sequencer.begin(tree, 7);
  }

  static Walk on(ActivityDefinition root) {
    return new Walk(ActivityTree.of(root, true));
  }

  static Walk onLocal(ActivityDefinition root) {
    return new Walk(ActivityTree.of(root, false));
  }

  static ActivityDefinition leaf(String id) {
    return ActivityDefinition.leaf(id, Sequencing.DEFAULT);
  }

  static ActivityDefinition leaf(String id, SequencingBuilder sequencing) {
    return ActivityDefinition.leaf(id, sequencing.build());
  }

  static ActivityDefinition free(String id, ActivityDefinition... children) {
    return cluster(id, mode(ControlMode.FREE), children);
  }

  static ActivityDefinition cluster(
      String id, SequencingBuilder sequencing, ActivityDefinition... children) {
    return ActivityDefinition.cluster(id, sequencing.build(), List.of(children));
  }

  static SequencingBuilder mode(ControlMode mode) {
    return Sequencing.builder().controlMode(mode);
  }

  static SequencingBuilder rule(RuleAction action, RuleConditionType type) {
    return Sequencing.builder().rules(SequencingRule.when(action, RuleCondition.of(type)));
  }

  static SequencingBuilder freeWith(RuleAction action, RuleConditionType type) {
    return rule(action, type).controlMode(ControlMode.FREE);
  }

  Walk take(RequestType type) {
    return take(Request.of(type));
  }

  Walk choose(String target) {
    return take(Request.choice(target));
  }

  Walk jump(String target) {
    return take(Request.jump(target));
  }

  Walk take(Request request) {
    last = Sequencer.request(state, request, now);
    state = last.state();
    return this;
  }

  Walk start() {
    return take(RequestType.START);
  }

  Walk next() {
    return take(RequestType.CONTINUE);
  }

  Walk back() {
    return take(RequestType.PREVIOUS);
  }

  /** What the content of the current activity says. */
  Walk says(ObjectiveState values) {
    return says(0, values);
  }

  Walk says(int objective, ObjectiveState values) {
    var report = Map.of(objective, ObjectiveReport.of(values));
    state = Sequencer.record(state, state.current(), report);
    return this;
  }

  Walk suspendsItself() {
    state = Sequencer.suspended(state, state.current(), true);
    return this;
  }

  static ObjectiveState satisfied(boolean value) {
    return ObjectiveState.UNKNOWN.with(ObjectiveValue.SATISFIED_STATUS, value);
  }

  static ObjectiveState completed(boolean value) {
    return ObjectiveState.UNKNOWN.with(ObjectiveValue.COMPLETION_STATUS, value);
  }

  static ObjectiveState measured(String value) {
    return ObjectiveState.UNKNOWN.with(ObjectiveValue.NORMALIZED_MEASURE, new BigDecimal(value));
  }

  static ObjectiveState progressed(String value) {
    return ObjectiveState.UNKNOWN.with(ObjectiveValue.PROGRESS_MEASURE, new BigDecimal(value));
  }

  /** Identifier of what was delivered, else the exception's code, else "ended" or "nothing". */
  String outcome() {
    if (last.deliveredOrNull() != null) {
      return last.deliveredOrNull().id();
    }
    if (last.exceptionOrNull() != null) {
      return last.exceptionOrNull().code();
    }
    return last.ended() ? "ended" : "nothing";
  }

  Activity activity(String id) {
    return tree.find(id).orElseThrow();
  }

  ObjectiveState of(String id) {
    return Sequencer.objective(state, activity(id), 0);
  }

  Set<String> choices() {
    return Set.copyOf(Sequencer.validRequests(state, now).choice());
  }
}
