package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.cluster;
import static org.lmskit.scorm.sequencing.Walk.free;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.mode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.scorm.sequencing.definition.ControlMode;

/** NB.2.1, written from SCORM 2004 4th Ed. SN Appendix C. */
class NavigationProcessTest {
  private static Walk two() {
    return Walk.on(free("root", leaf("a"), leaf("b")));
  }

  @Test
  void nb_2_1_start_begins_a_session_once() {
    assertThat(two().start().outcome()).isEqualTo("a");
    assertThat(two().start().start().outcome()).isEqualTo("NB.2.1-1");
  }

  @Test
  void nb_2_1_resume_all_needs_something_suspended_and_no_session() {
    assertThat(two().take(RequestType.RESUME_ALL).outcome()).isEqualTo("NB.2.1-3");
    assertThat(two().start().take(RequestType.RESUME_ALL).outcome()).isEqualTo("NB.2.1-1");
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestType.class,
      names = {"START", "RESUME_ALL", "CHOICE", "JUMP"},
      mode = EnumSource.Mode.EXCLUDE)
  void nb_2_1_nothing_goes_on_or_ends_before_the_session_began(RequestType type) {
    assertThat(two().take(type).outcome()).isEqualTo("NB.2.1-2");
  }

  @Test
  void nb_2_1_continue_needs_flow_of_the_parent() {
    var walk = Walk.on(cluster("root", mode(ControlMode.DEFAULT), leaf("a"), leaf("b")));

    assertThat(walk.choose("a").next().outcome()).isEqualTo("NB.2.1-4");
  }

  @Test
  void nb_2_1_previous_needs_flow_and_not_forward_only() {
    var walk = Walk.on(
        cluster("root", mode(ControlMode.FREE.withForwardOnly(true)), leaf("a"), leaf("b")));

    assertThat(walk.start().next().back().outcome()).isEqualTo("NB.2.1-5");
  }

  @Test
  void nb_2_1_choice_needs_the_choice_control_of_the_targets_parent() {
    var walk =
        Walk.on(cluster("root", mode(ControlMode.FREE.withChoice(false)), leaf("a"), leaf("b")));

    assertThat(walk.start().choose("b").outcome()).isEqualTo("NB.2.1-10");
  }

  @Test
  void nb_2_1_choice_of_an_unknown_activity_is_refused() {
    assertThat(two().start().choose("c").outcome()).isEqualTo("NB.2.1-11");
  }

  @Test
  void nb_2_1_choice_is_refused_while_an_active_cluster_forbids_leaving_it() {
    var closed = mode(ControlMode.FREE.withChoiceExit(false));
    var walk = Walk.on(free("root", cluster("c", closed, leaf("a"), leaf("b")), leaf("d")));

    assertThat(walk.start().choose("d").outcome()).isEqualTo("NB.2.1-8");
    assertThat(walk.choose("b").outcome()).isEqualTo("b");
  }

  @Test
  void nb_2_1_nothing_can_be_chosen_while_the_current_activity_forbids_leaving_it() {
    var walk = Walk.on(
        free("root", leaf("a", mode(ControlMode.DEFAULT.withChoiceExit(false))), leaf("b")));

    assertThat(walk.start().choose("b").outcome()).isEqualTo("NB.2.1-8");
    assertThat(walk.choices()).isEmpty();
    assertThat(walk.next().outcome()).isEqualTo("b");
  }

  @Test
  void continue_is_offered_in_a_flow_even_where_nothing_can_follow() {
    var walk = Walk.on(free("root", leaf("a"), cluster("c", mode(ControlMode.DEFAULT), leaf("b"))));

    var valid = Sequencer.validRequests(walk.start().state, walk.now);

    assertThat(valid.isValid(RequestType.CONTINUE)).isFalse();
    assertThat(valid.isOffered(RequestType.CONTINUE)).isTrue();
    assertThat(valid.isOffered(RequestType.PREVIOUS)).isFalse();
    assertThat(walk.next().outcome()).isEqualTo("SB.2.2-1");
  }

  @Test
  void nb_2_1_exit_and_abandon_need_an_attempt_in_progress() {
    assertThat(two().start().take(RequestType.EXIT).outcome()).isEqualTo("nothing");
    assertThat(two().start().take(RequestType.EXIT).take(RequestType.EXIT).outcome())
        .isEqualTo("NB.2.1-12");
    assertThat(two().start().take(RequestType.ABANDON).take(RequestType.ABANDON).outcome())
        .isEqualTo("NB.2.1-12");
  }

  @Test
  void sb_2_13_jump_ignores_choice_and_flow_but_not_existence() {
    var walk = Walk.on(free(
        "root", leaf("a"), cluster("c", mode(ControlMode.DEFAULT.withChoice(false)), leaf("b"))));

    assertThat(walk.start().jump("b").outcome()).isEqualTo("b");
    assertThat(walk.jump("x").outcome()).isEqualTo("NB.2.1-11");
  }
}
