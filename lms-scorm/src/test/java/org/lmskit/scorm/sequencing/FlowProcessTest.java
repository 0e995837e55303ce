package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.cluster;
import static org.lmskit.scorm.sequencing.Walk.free;
import static org.lmskit.scorm.sequencing.Walk.freeWith;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.mode;
import static org.lmskit.scorm.sequencing.Walk.rule;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.LimitConditions;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.scorm.sequencing.definition.SequencingRule;

/** SB.2.1 to SB.2.8, SB.2.10 to SB.2.13, DB and UP.1, from SCORM 2004 4th Ed. SN Appendix C. */
class FlowProcessTest {
  @Test
  void sb_2_7_continue_walks_depth_first_and_ends_the_session_after_the_last() {
    var walk = Walk.on(free("root", leaf("a"), free("c", leaf("b"), leaf("d")), leaf("e")));

    assertThat(walk.start().outcome()).isEqualTo("a");
    assertThat(walk.next().outcome()).isEqualTo("b");
    assertThat(walk.next().outcome()).isEqualTo("d");
    assertThat(walk.next().outcome()).isEqualTo("e");
    assertThat(walk.next().outcome()).isEqualTo("ended");
    assertThat(walk.state.isActive(walk.tree.root())).isFalse();
  }

  @Test
  void sb_2_8_previous_enters_a_cluster_at_its_last_child() {
    var walk = Walk.on(free("root", free("c", leaf("a"), leaf("b")), leaf("d")));

    assertThat(walk.choose("d").back().outcome()).isEqualTo("b");
    assertThat(walk.back().outcome()).isEqualTo("a");
    assertThat(walk.back().outcome()).isEqualTo("SB.2.1-3");
  }

  @Test
  void sb_2_1_previous_enters_a_forward_only_cluster_at_its_first_child() {
    var forward = mode(ControlMode.FREE.withForwardOnly(true));
    var walk = Walk.on(free("root", cluster("c", forward, leaf("a"), leaf("b")), leaf("d")));

    assertThat(walk.choose("d").back().outcome()).isEqualTo("a");
  }

  @Test
  void sb_2_2_previous_past_a_skipped_first_child_of_a_forward_only_cluster_goes_on_forward() {
    var forward = mode(ControlMode.FREE.withForwardOnly(true));
    var skip = rule(RuleAction.SKIP, RuleConditionType.ALWAYS);
    var walk = Walk.on(free("root", cluster("c", forward, leaf("a", skip), leaf("b")), leaf("d")));

    assertThat(walk.choose("d").back().outcome()).isEqualTo("b");
  }

  @Test
  void sb_2_2_skipped_activities_are_passed_in_both_directions() {
    var skip = rule(RuleAction.SKIP, RuleConditionType.ALWAYS);
    var walk = Walk.on(free("root", leaf("a"), leaf("b", skip), leaf("c")));

    assertThat(walk.start().next().outcome()).isEqualTo("c");
    assertThat(walk.back().outcome()).isEqualTo("a");
  }

  @Test
  void sb_2_3_flow_does_not_enter_a_cluster_without_flow() {
    var walk = Walk.on(free("root", leaf("a"), cluster("c", mode(ControlMode.DEFAULT), leaf("b"))));

    assertThat(walk.start().next().outcome()).isEqualTo("SB.2.2-1");
  }

  @Test
  void up_5_flow_stops_at_a_disabled_activity_and_at_used_up_attempts() {
    var disabled = rule(RuleAction.DISABLED, RuleConditionType.ALWAYS);
    var once = Sequencing.builder().limits(LimitConditions.attempts(1));
    var walk = Walk.on(free("root", leaf("a", once), leaf("b", disabled)));

    assertThat(walk.start().next().outcome()).isEqualTo("SB.2.2-2");
    assertThat(walk.choose("a").outcome()).isEqualTo("DB.1.1-3");
  }

  @Test
  void up_1_time_limits_are_looked_at_with_the_time_that_is_given() {
    var limits = new LimitConditions(
        null, null, null, null, null, Walk.NOW.plusSeconds(10), Walk.NOW.plusSeconds(20));
    var walk = Walk.on(free("root", leaf("a", Sequencing.builder().limits(limits)), leaf("b")));

    assertThat(walk.choose("a").outcome()).isEqualTo("DB.1.1-3");
    walk.now = Walk.NOW.plusSeconds(15);
    assertThat(walk.choose("a").outcome()).isEqualTo("a");
    walk.now = Walk.NOW.plusSeconds(25);
    assertThat(walk.choose("b").choose("a").outcome()).isEqualTo("DB.1.1-3");
  }

  @Test
  void sb_2_5_a_root_without_children_is_delivered_itself() {
    assertThat(Walk.on(leaf("root")).start().outcome()).isEqualTo("root");
  }

  @Test
  void sb_2_10_retry_of_a_cluster_begins_at_its_first_child() {
    var retry = freeWith(RuleAction.RETRY, RuleConditionType.ATTEMPTED);
    var out = rule(RuleAction.EXIT_PARENT, RuleConditionType.ALWAYS);
    var walk = Walk.on(free("root", cluster("c", retry, leaf("a"), leaf("b", out)), leaf("d")));

    assertThat(walk.start().next().next().outcome()).isEqualTo("a");
    assertThat(walk.state.attempts(walk.activity("c"))).isEqualTo(2);
  }

  @Test
  void db_1_1_a_cluster_cannot_be_jumped_to() {
    var walk = Walk.on(free("root", leaf("a"), free("c", leaf("b"))));

    assertThat(walk.start().jump("c").outcome()).isEqualTo("DB.1.1-1");
  }

  @Test
  void db_2_a_new_attempt_forgets_and_a_resumed_one_remembers() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b")));

    walk.start().says(Walk.measured("0.5")).suspendsItself().next().choose("a");
    assertThat(walk.of("a").measure()).isEqualByComparingTo("0.5");
    assertThat(walk.last.resumed()).isTrue();

    walk.state = Sequencer.suspended(walk.state, walk.activity("a"), false);
    walk.choose("b").choose("a");
    assertThat(walk.of("a").measure()).isNull();
    assertThat(walk.state.attempts(walk.activity("a"))).isEqualTo(2);
  }

  @Test
  void db_2_1_another_start_than_resume_all_clears_what_was_suspended() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b")));

    walk.choose("b").take(RequestType.SUSPEND_ALL).start();

    assertThat(walk.outcome()).isEqualTo("a");
    assertThat(walk.state.isSuspended(walk.activity("b"))).isFalse();
    assertThat(walk.state.attempts(walk.tree.root())).isEqualTo(2);
  }

  @Test
  void ten_thousand_skipped_siblings_do_not_exhaust_the_stack() {
    var skip = rule(RuleAction.SKIP, RuleConditionType.ALWAYS).build();
    List<ActivityDefinition> children = new ArrayList<>();
    children.add(leaf("first"));
    for (int i = 0; i < 10_000; i++) {
      children.add(ActivityDefinition.leaf("s" + i, skip));
    }
    children.add(leaf("last"));
    var root = ActivityDefinition.cluster("root", mode(ControlMode.FREE).build(), children);

    assertThat(Walk.on(root).start().next().outcome()).isEqualTo("last");
  }

  @Test
  void op_1_a_request_ends_delivers_or_is_refused() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b")));

    assertThat(walk.next().outcome()).isEqualTo("NB.2.1-2");
    assertThat(walk.start().outcome()).isEqualTo("a");
    assertThat(walk.take(RequestType.EXIT).outcome()).isEqualTo("nothing");
    assertThat(walk.take(RequestType.EXIT_ALL).outcome()).isEqualTo("ended");
  }

  @Test
  void sb_2_11_exit_ends_the_session_at_the_root_alone() {
    var walk = Walk.on(free("root", free("c", leaf("a")), leaf("b"))).start();

    assertThat(walk.take(RequestType.EXIT).last.ended()).isFalse();
    assertThat(walk.take(RequestType.EXIT_ALL).last.ended()).isTrue();
  }

  @Test
  void sb_2_12_the_request_is_named_in_the_trace() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b"))).start();

    var trace = Sequencer.explain(walk.state, Request.of(RequestType.CONTINUE), walk.now)
        .trace();

    assertThat(trace)
        .anySatisfy(entry ->
            assertThat(entry.toString()).isEqualTo("SB.2.12 Sequencing Request | a: CONTINUE"));
  }

  @Test
  void up_2_the_first_rule_that_applies_decides() {
    var rules = Sequencing.builder()
        .rules(
            SequencingRule.when(RuleAction.CONTINUE, RuleCondition.of(RuleConditionType.SATISFIED)),
            SequencingRule.when(RuleAction.RETRY, RuleCondition.of(RuleConditionType.ALWAYS)));
    var walk = Walk.on(free("root", leaf("a", rules), leaf("b"))).start();

    assertThat(walk.says(Walk.satisfied(false)).take(RequestType.EXIT).outcome())
        .isEqualTo("a");
    assertThat(walk.says(Walk.satisfied(true)).take(RequestType.EXIT).outcome()).isEqualTo("b");
  }

  @Test
  void up_2_1_an_unknown_condition_does_not_make_a_rule_apply() {
    var rules = Sequencing.builder()
        .rules(SequencingRule.when(
            RuleAction.SKIP, RuleCondition.of(RuleConditionType.SATISFIED).not()));
    var walk = Walk.on(free("root", leaf("a"), leaf("b", rules))).start();

    assertThat(walk.next().outcome()).isEqualTo("b");
  }

  @Test
  void up_3_moving_to_another_section_ends_the_one_that_is_left() {
    var walk = Walk.on(free("root", free("c", leaf("a")), free("d", leaf("b")))).start();

    walk.next();

    assertThat(walk.state.isActive(walk.activity("c"))).isFalse();
    assertThat(walk.state.isActive(walk.activity("d"))).isTrue();
  }
}
