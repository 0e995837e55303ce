package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.cluster;
import static org.lmskit.scorm.sequencing.Walk.free;
import static org.lmskit.scorm.sequencing.Walk.freeWith;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.rule;
import static org.lmskit.scorm.sequencing.Walk.satisfied;

import org.junit.jupiter.api.Test;
import org.lmskit.scorm.sequencing.definition.ChildActivitySet;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.RollupAction;
import org.lmskit.scorm.sequencing.definition.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations.Required;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RollupRules;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** What earlier attempts left: rules see it, rollup does not (SN 3.2.5); found by random walks. */
class EarlierAttemptsTest {
  private static final Objective SHARED = Objective.DEFAULT_PRIMARY.mapped(
      ObjectiveMap.to("g").writing(ObjectiveValue.SATISFIED_STATUS));

  @Test
  void up_4_a_silent_attempt_leaves_the_satisfaction_that_its_map_reads() {
    var walk =
        Walk.on(free("root", leaf("a", Sequencing.builder().primaryObjective(SHARED)), leaf("b")));

    walk.start().says(satisfied(false)).next().back().next();

    assertThat(walk.of("a").satisfied()).isFalse();
    assertThat(walk.state.globals().get("g").satisfied()).isFalse();
  }

  @Test
  void rules_see_a_completion_of_an_earlier_attempt_after_rollup_wrote_another_value() {
    var walk = Walk.on(free(
        "root",
        leaf("a", Sequencing.builder().primaryObjective(SHARED)),
        cluster(
            "section",
            freeWith(RuleAction.SKIP, RuleConditionType.COMPLETED)
                .rollup(RollupRules.DEFAULT.withRules(RollupRule.when(
                    ChildActivitySet.ALL,
                    RollupAction.COMPLETED,
                    RollupCondition.of(RuleConditionType.SATISFIED)))),
            leaf("b", Sequencing.builder().primaryObjective(SHARED))),
        leaf("c")));
    assertThat(walk.start().says(satisfied(true)).next().outcome()).isEqualTo("c");
    walk.take(RequestType.EXIT_ALL);

    assertThat(walk.start().says(satisfied(false)).next().outcome()).isEqualTo("c");

    assertThat(walk.of("section").satisfied()).isFalse();
    assertThat(walk.of("section").completed()).isTrue();
    assertThat(TrackingJson.read(walk.tree, TrackingJson.write(walk.state)))
        .extracting(state -> Sequencer.request(state, Request.of(RequestType.EXIT_ALL), walk.now))
        .satisfies(outcome -> {
          var root = Sequencer.objective(outcome.state(), walk.tree.root(), 0);
          assertThat(root.completed()).isNull();
        });
  }

  @Test
  void rb_1_4_2_a_child_that_is_skipped_for_an_earlier_attempt_does_not_count() {
    var skipped = rule(RuleAction.SKIP, RuleConditionType.OBJECTIVE_STATUS_KNOWN)
        .rollupConsiderations(new RollupConsiderations(
            Required.ALWAYS, Required.ALWAYS, Required.IF_NOT_SKIPPED, Required.ALWAYS, true));
    var walk = Walk.on(free("root", free("section", leaf("a", skipped), leaf("b")), leaf("c")));
    walk.start().says(satisfied(false)).next().next();

    assertThat(walk.choose("section").outcome()).isEqualTo("b");
    walk.next();

    assertThat(walk.of("section").completed()).isTrue();
  }
}
