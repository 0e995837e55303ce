package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.cluster;
import static org.lmskit.scorm.sequencing.Walk.free;
import static org.lmskit.scorm.sequencing.Walk.freeWith;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.mode;
import static org.lmskit.scorm.sequencing.Walk.rule;

import org.junit.jupiter.api.Test;
import org.lmskit.scorm.sequencing.definition.ConstrainedChoice;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** SB.2.4 and SB.2.9, written from SCORM 2004 4th Ed. SN Appendix C. */
class ChoiceProcessTest {
  @Test
  void sb_2_9_a_cluster_is_entered_by_flow() {
    var walk = Walk.on(free("root", leaf("a"), free("c", leaf("b"), leaf("d"))));

    assertThat(walk.start().choose("c").outcome()).isEqualTo("b");
  }

  @Test
  void sb_2_9_hidden_activities_cannot_be_chosen() {
    var hidden = freeWith(RuleAction.HIDDEN_FROM_CHOICE, RuleConditionType.ALWAYS);
    var walk = Walk.on(free("root", leaf("a"), cluster("c", hidden, leaf("b"))));

    assertThat(walk.start().choose("b").outcome()).isEqualTo("SB.2.9-3");
    assertThat(Sequencer.tableOfContents(walk.state, walk.now))
        .extracting(Activity::id)
        .containsExactly("root", "a");
  }

  @Test
  void sb_2_4_forward_choice_stops_at_a_stop_forward_traversal_rule() {
    var stop = rule(RuleAction.STOP_FORWARD_TRAVERSAL, RuleConditionType.ALWAYS);
    var walk = Walk.on(free("root", leaf("a"), leaf("b", stop), leaf("c"), leaf("d")));

    assertThat(walk.start().choose("d").outcome()).isEqualTo("SB.2.4-1");
    assertThat(walk.choices()).containsExactlyInAnyOrder("root", "a", "b");
  }

  @Test
  void sb_2_4_backward_choice_among_siblings_respects_forward_only() {
    var walk = Walk.on(
        cluster("root", mode(ControlMode.FREE.withForwardOnly(true)), leaf("a"), leaf("b")));

    assertThat(walk.start().next().choose("a").outcome()).isEqualTo("SB.2.4-2");
  }

  @Test
  void sb_2_9_the_root_itself_is_no_target_before_the_session_began() {
    assertThat(Walk.on(free("root", leaf("a"))).choose("root").outcome()).isEqualTo("SB.2.9-5");
  }

  @Test
  void sb_2_9_prevent_activation_keeps_a_choice_from_outside_out() {
    var prevents = mode(ControlMode.FREE).constrainedChoice(new ConstrainedChoice(true, false));
    var walk =
        Walk.on(free("root", leaf("a"), free("c", cluster("p", prevents, leaf("b"), leaf("d")))));

    assertThat(walk.start().choose("d").outcome()).isEqualTo("SB.2.9-6");
    assertThat(walk.choose("p").outcome()).isEqualTo("b");
    assertThat(walk.choose("d").outcome()).isEqualTo("d");
  }

  @Test
  void sb_2_9_1_constrain_choice_allows_only_what_is_next_in_flow() {
    var constrains = mode(ControlMode.FREE).constrainedChoice(new ConstrainedChoice(false, true));
    var walk = Walk.on(free(
        "root",
        leaf("a"),
        leaf("b"),
        cluster("c", constrains, leaf("d")),
        free("e", leaf("f")),
        leaf("g")));

    walk.choose("d");

    assertThat(walk.choices()).containsExactlyInAnyOrder("root", "b", "c", "d", "e", "f");
    assertThat(walk.choose("g").outcome()).isEqualTo("SB.2.9-8");
  }

  @Test
  void a_leaf_does_not_constrain_what_is_chosen_after_it() {
    var constrains = Sequencing.builder().constrainedChoice(new ConstrainedChoice(false, true));
    var walk = Walk.on(free("root", free("c", leaf("a", constrains), leaf("b")), leaf("d")));

    assertThat(walk.start().choose("d").outcome()).isEqualTo("d");
  }

  @Test
  void an_inactive_cluster_that_forbids_leaving_still_blocks_the_sequencing_request() {
    var closed = mode(ControlMode.FREE.withChoiceExit(false));
    var walk = Walk.on(free("root", cluster("c", closed, leaf("a")), leaf("d")));

    walk.start().take(RequestType.EXIT);
    var active = walk.state.isActive(walk.activity("c"));

    assertThat(active).isTrue();
    assertThat(walk.choose("d").outcome()).isEqualTo("NB.2.1-8");
  }

  @Test
  void a_cluster_without_flow_cannot_be_delivered() {
    var walk = Walk.on(free("root", leaf("a"), cluster("c", mode(ControlMode.DEFAULT), leaf("b"))));

    assertThat(walk.start().choose("c").outcome()).isEqualTo("SB.2.9-9");
    assertThat(walk.choose("b").outcome()).isEqualTo("b");
  }

  @Test
  void up_5_a_disabled_activity_is_refused_at_delivery() {
    var walk = Walk.on(
        free("root", leaf("a"), leaf("b", rule(RuleAction.DISABLED, RuleConditionType.ALWAYS))));

    assertThat(walk.start().choose("b").outcome()).isEqualTo("DB.1.1-3");
  }

  @Test
  void what_valid_requests_say_is_what_the_request_does() {
    var stop = rule(RuleAction.STOP_FORWARD_TRAVERSAL, RuleConditionType.ALWAYS);
    var closed = mode(ControlMode.FREE.withChoiceExit(false));
    var walk = Walk.on(free(
        "root",
        leaf("a"),
        cluster("c", closed, leaf("b", stop), leaf("d")),
        cluster("e", mode(ControlMode.DEFAULT), leaf("f")),
        leaf("g", rule(RuleAction.SKIP, RuleConditionType.ALWAYS))));

    for (String at : new String[] {"a", "b", "d", "f"}) {
      var state = Sequencer.request(walk.state, Request.choice(at), walk.now);
      var valid = Sequencer.validRequests(state.state(), walk.now);
      for (Activity target : walk.tree.activities()) {
        var served = Sequencer.request(state.state(), Request.choice(target.id()), walk.now);
        assertThat(valid.choice().contains(target.id()))
            .as("%s from %s", target, at)
            .isEqualTo(served.exceptionOrNull() == null);
      }
    }
  }

  @Test
  void sb_2_9_2_the_next_in_flow_is_looked_for_up_to_the_root() {
    var tree = Walk.on(free("root", free("c", leaf("a")), leaf("b")));
    var step = Step.from(tree.state, tree.now);

    assertThat(ChoiceProcess.choiceFlowTreeTraversal(step, tree.activity("a"), true))
        .isEqualTo(tree.activity("b"));
    assertThat(ChoiceProcess.choiceFlowTreeTraversal(step, tree.activity("a"), false))
        .isNull();
  }
}
