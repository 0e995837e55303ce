package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.completed;
import static org.lmskit.scorm.sequencing.Walk.free;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.measured;
import static org.lmskit.scorm.sequencing.Walk.rule;
import static org.lmskit.scorm.sequencing.Walk.satisfied;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.scorm.sequencing.definition.DeliveryControls;
import org.lmskit.scorm.sequencing.definition.LimitConditions;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.scorm.sequencing.definition.SequencingBuilder;
import org.lmskit.scorm.sequencing.definition.SequencingRule;

/** Each condition of sequencing rules (SN 3.4.2): page "b" is skipped where it is true. */
class ConditionsTest {
  /** Content that leaves both statuses to itself, so that nothing is known unless it says so. */
  private static Walk visited(SequencingBuilder page, ObjectiveState said) {
    var silent = new DeliveryControls(true, true, true);
    var walk = Walk.on(free("root", leaf("a"), leaf("b", page.delivery(silent)), leaf("c")));
    return walk.start().next().says(said).back();
  }

  private static SequencingBuilder measure(RuleConditionType type, String threshold) {
    return skips(RuleCondition.of(type).than(threshold));
  }

  private static SequencingBuilder skips(RuleCondition condition) {
    return Sequencing.builder().rules(SequencingRule.when(RuleAction.SKIP, condition));
  }

  private static SequencingBuilder skips(RuleConditionType type) {
    return rule(RuleAction.SKIP, type);
  }

  private static void skipped(Walk walk) {
    assertThat(walk.next().outcome()).isEqualTo("c");
  }

  private static void kept(Walk walk) {
    assertThat(walk.next().outcome()).isEqualTo("b");
  }

  @Test
  void satisfied_needs_a_known_and_positive_status() {
    skipped(visited(skips(RuleConditionType.SATISFIED), satisfied(true)));
    kept(visited(skips(RuleConditionType.SATISFIED), satisfied(false)));
    kept(visited(skips(RuleConditionType.SATISFIED), ObjectiveState.UNKNOWN));
  }

  @Test
  void objective_status_known_is_true_of_either_status() {
    skipped(visited(skips(RuleConditionType.OBJECTIVE_STATUS_KNOWN), satisfied(false)));
    kept(visited(skips(RuleConditionType.OBJECTIVE_STATUS_KNOWN), measured("1.0")));
  }

  @Test
  void objective_measure_known_needs_a_measure() {
    skipped(visited(skips(RuleConditionType.OBJECTIVE_MEASURE_KNOWN), measured("0")));
    kept(visited(skips(RuleConditionType.OBJECTIVE_MEASURE_KNOWN), satisfied(true)));
  }

  @Test
  void objective_measure_greater_than_excludes_its_threshold() {
    var type = RuleConditionType.OBJECTIVE_MEASURE_GREATER_THAN;
    skipped(visited(measure(type, "0.5"), measured("0.51")));
    kept(visited(measure(type, "0.5"), measured("0.5")));
    kept(visited(measure(type, "-1"), ObjectiveState.UNKNOWN));
  }

  @Test
  void objective_measure_less_than_excludes_its_threshold() {
    var type = RuleConditionType.OBJECTIVE_MEASURE_LESS_THAN;
    skipped(visited(measure(type, "-0.5"), measured("-0.51")));
    kept(visited(measure(type, "-0.5"), measured("-0.5")));
    kept(visited(measure(type, "1"), ObjectiveState.UNKNOWN));
  }

  @Test
  void completed_needs_a_known_and_positive_status() {
    skipped(visited(skips(RuleConditionType.COMPLETED), completed(true)));
    kept(visited(skips(RuleConditionType.COMPLETED), completed(false)));
    kept(visited(skips(RuleConditionType.COMPLETED), ObjectiveState.UNKNOWN));
  }

  @Test
  void activity_progress_known_is_true_of_either_status() {
    skipped(visited(skips(RuleConditionType.ACTIVITY_PROGRESS_KNOWN), completed(false)));
    kept(visited(skips(RuleConditionType.ACTIVITY_PROGRESS_KNOWN), satisfied(true)));
  }

  @Test
  void attempted_is_true_from_the_first_attempt_on() {
    skipped(visited(skips(RuleConditionType.ATTEMPTED), ObjectiveState.UNKNOWN));
    kept(Walk.on(free("root", leaf("a"), leaf("b", skips(RuleConditionType.ATTEMPTED))))
        .start());
  }

  @Test
  void attempt_limit_exceeded_is_true_when_the_limit_is_reached() {
    var type = RuleConditionType.ATTEMPT_LIMIT_EXCEEDED;
    skipped(visited(skips(type).limits(LimitConditions.attempts(1)), ObjectiveState.UNKNOWN));
    kept(visited(skips(type).limits(LimitConditions.attempts(2)), ObjectiveState.UNKNOWN));
    kept(visited(skips(type), ObjectiveState.UNKNOWN));
  }

  @Test
  void time_limit_exceeded_is_true_when_the_work_took_that_long() {
    var limit = new LimitConditions(null, null, Duration.ofMinutes(10), null, null, null, null);
    var walk =
        visited(skips(RuleConditionType.TIME_LIMIT_EXCEEDED).limits(limit), ObjectiveState.UNKNOWN);
    var before = walk.state;
    walk.state = Sequencer.worked(before, walk.activity("b"), Duration.ofMinutes(9));
    kept(walk);

    walk.state = Sequencer.worked(before, walk.activity("b"), Duration.ofMinutes(10));
    skipped(walk);
  }

  @Test
  void outside_available_time_range_is_true_before_its_begin_and_after_its_end() {
    var begin = Walk.NOW.plusSeconds(60);
    var end = Walk.NOW.plusSeconds(120);
    skipped(at(Walk.NOW, begin, end));
    kept(at(begin, begin, end));
    kept(at(end, begin, end));
    skipped(at(end.plusMillis(1), begin, end));
  }

  private static Walk at(Instant now, Instant begin, Instant end) {
    var page = skips(RuleConditionType.OUTSIDE_AVAILABLE_TIME_RANGE)
        .limits(new LimitConditions(null, null, null, null, null, begin, end));
    var walk = Walk.on(free("root", leaf("a"), leaf("b", page), leaf("c")));
    walk.now = now;
    return walk.start();
  }

  @Test
  void always_is_true_and_not_turns_a_condition_round() {
    skipped(visited(skips(RuleConditionType.ALWAYS), ObjectiveState.UNKNOWN));
    var type = RuleConditionType.COMPLETED;
    skipped(visited(skips(RuleCondition.of(type).not()), completed(false)));
    kept(visited(skips(RuleCondition.of(type).not()), completed(true)));
  }

  @Test
  void a_condition_looks_at_the_objective_that_it_names() {
    var other = new Objective("other", false, BigDecimal.ONE, List.of());
    var named = RuleCondition.of(RuleConditionType.SATISFIED).on("other");
    var walk = visited(skips(named).objectives(other), satisfied(true));
    kept(walk);

    skipped(walk.says(1, satisfied(true)).back());
  }
}
