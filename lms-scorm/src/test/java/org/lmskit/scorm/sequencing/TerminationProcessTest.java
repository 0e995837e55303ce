package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.cluster;
import static org.lmskit.scorm.sequencing.Walk.free;
import static org.lmskit.scorm.sequencing.Walk.freeWith;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.mode;
import static org.lmskit.scorm.sequencing.Walk.rule;
import static org.lmskit.scorm.sequencing.Walk.satisfied;

import org.junit.jupiter.api.Test;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;

/** TB, written from SCORM 2004 4th Ed. SN Appendix C. */
class TerminationProcessTest {
  @Test
  void tb_2_1_an_exit_rule_ends_the_highest_ancestor_that_has_one() {
    var exits = freeWith(RuleAction.EXIT, RuleConditionType.ATTEMPTED);
    var inner = cluster("inner", exits, leaf("a"), leaf("b"));
    var walk = Walk.on(free("root", cluster("outer", exits, inner, leaf("c")), leaf("d")));

    assertThat(walk.start().next().outcome()).isEqualTo("d");
    assertThat(walk.state.isActive(walk.activity("outer"))).isFalse();
  }

  @Test
  void tb_2_2_post_conditions_are_not_looked_at_while_suspended() {
    var walk = Walk.on(
        free("root", leaf("a", rule(RuleAction.RETRY, RuleConditionType.ALWAYS)), leaf("b")));

    assertThat(walk.start().suspendsItself().next().outcome()).isEqualTo("b");
  }

  @Test
  void tb_2_2_retry_replaces_what_was_asked_for() {
    var walk = Walk.on(
        free("root", leaf("a", rule(RuleAction.RETRY, RuleConditionType.ALWAYS)), leaf("b")));

    assertThat(walk.start().next().outcome()).isEqualTo("a");
    assertThat(walk.state.attempts(walk.activity("a"))).isEqualTo(2);
  }

  @Test
  void tb_2_2_continue_and_previous_replace_a_choice() {
    var walk = Walk.on(free(
        "root",
        leaf("a"),
        leaf("b", rule(RuleAction.PREVIOUS, RuleConditionType.ALWAYS)),
        leaf("c", rule(RuleAction.CONTINUE, RuleConditionType.ALWAYS)),
        leaf("d")));

    assertThat(walk.choose("b").choose("d").outcome()).isEqualTo("a");
    assertThat(walk.choose("c").choose("a").outcome()).isEqualTo("d");
  }

  @Test
  void tb_2_2_retry_all_begins_anew_at_the_root() {
    var walk = Walk.on(
        free("root", leaf("a"), leaf("b", rule(RuleAction.RETRY_ALL, RuleConditionType.ALWAYS))));

    assertThat(walk.start().next().next().outcome()).isEqualTo("a");
    assertThat(walk.state.attempts(walk.tree.root())).isEqualTo(2);
  }

  @Test
  void tb_2_3_exit_parent_ends_the_parent_and_looks_at_its_post_conditions() {
    var inner = cluster(
        "inner",
        freeWith(RuleAction.EXIT_PARENT, RuleConditionType.ALWAYS),
        leaf("a", rule(RuleAction.EXIT_PARENT, RuleConditionType.ALWAYS)),
        leaf("b"));
    var walk = Walk.on(free("root", free("outer", inner, leaf("c")), leaf("d")));

    assertThat(walk.start().next().outcome()).isEqualTo("d");
  }

  @Test
  void tb_2_3_exit_parent_at_the_root_is_refused() {
    var walk = Walk.on(cluster(
        "root",
        freeWith(RuleAction.EXIT_PARENT, RuleConditionType.ALWAYS),
        leaf("a", rule(RuleAction.EXIT_PARENT, RuleConditionType.ALWAYS))));

    assertThat(walk.start().take(RequestType.EXIT).outcome()).isEqualTo("TB.2.3-4");
  }

  @Test
  void tb_2_3_exit_all_by_rule_ends_the_session() {
    var walk = Walk.on(
        free("root", leaf("a", rule(RuleAction.EXIT_ALL, RuleConditionType.ALWAYS)), leaf("b")));

    assertThat(walk.start().next().outcome()).isEqualTo("ended");
    assertThat(walk.state.isOpen()).isFalse();
  }

  @Test
  void tb_2_3_exit_leaves_the_session_open_and_exit_all_ends_it() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b")));

    assertThat(walk.start().take(RequestType.EXIT).outcome()).isEqualTo("nothing");
    assertThat(walk.state.isOpen()).isTrue();
    assertThat(walk.take(RequestType.EXIT_ALL).outcome()).isEqualTo("ended");
  }

  @Test
  void tb_2_3_suspend_all_suspends_the_path_and_can_be_resumed() {
    var walk = Walk.on(free("root", leaf("a"), free("c", leaf("b"))));

    walk.start().next().take(RequestType.SUSPEND_ALL);

    assertThat(walk.last.suspended()).isTrue();
    assertThat(walk.state.isSuspended(walk.activity("c"))).isTrue();
    assertThat(walk.take(RequestType.RESUME_ALL).outcome()).isEqualTo("b");
    assertThat(walk.last.resumed()).isTrue();
    assertThat(walk.state.attempts(walk.activity("b"))).isEqualTo(1);
  }

  @Test
  void tb_2_3_suspend_all_after_the_attempt_ended_comes_back_to_the_same_activity() {
    var walk = Walk.on(free("root", free("c", leaf("a"), leaf("b"))));

    walk.start().next().says(Walk.measured("0.5")).take(RequestType.EXIT);
    walk.take(RequestType.SUSPEND_ALL).take(RequestType.RESUME_ALL);

    assertThat(walk.outcome()).isEqualTo("b");
    assertThat(walk.of("b").measure()).isEqualByComparingTo("0.5");
  }

  @Test
  void sb_2_6_a_suspended_section_is_resumed_by_flow() {
    var walk = Walk.on(free(
        "root",
        leaf("a"),
        cluster("c", mode(ControlMode.DEFAULT), free("d", leaf("b"), leaf("e")))));

    walk.start().choose("c").take(RequestType.SUSPEND_ALL).take(RequestType.RESUME_ALL);

    assertThat(walk.outcome()).isEqualTo("a");
  }

  @Test
  void tb_2_3_abandon_ends_without_a_result() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b")));

    walk.start().take(RequestType.ABANDON);

    assertThat(walk.of("a")).isEqualTo(ObjectiveState.UNKNOWN);
    assertThat(walk.next().outcome()).isEqualTo("b");
  }

  @Test
  void tb_2_3_abandon_all_ends_the_session_without_a_result() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b")));

    assertThat(walk.start().take(RequestType.ABANDON_ALL).outcome()).isEqualTo("ended");
    assertThat(walk.of("root").completed()).isNull();
    assertThat(walk.last.suspended()).isFalse();
  }

  @Test
  void up_4_what_content_does_not_say_the_lms_says() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b"))).start();

    walk.says(satisfied(false)).next();

    assertThat(walk.of("a").satisfied()).isFalse();
    assertThat(walk.of("a").completed()).isTrue();
  }
}
