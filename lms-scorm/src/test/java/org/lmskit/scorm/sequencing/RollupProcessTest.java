package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.cluster;
import static org.lmskit.scorm.sequencing.Walk.completed;
import static org.lmskit.scorm.sequencing.Walk.free;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.measured;
import static org.lmskit.scorm.sequencing.Walk.mode;
import static org.lmskit.scorm.sequencing.Walk.progressed;
import static org.lmskit.scorm.sequencing.Walk.rule;
import static org.lmskit.scorm.sequencing.Walk.satisfied;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.scorm.sequencing.definition.ChildActivitySet;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.DeliveryControls;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.RandomizationControls;
import org.lmskit.scorm.sequencing.definition.RandomizationControls.Timing;
import org.lmskit.scorm.sequencing.definition.RollupAction;
import org.lmskit.scorm.sequencing.definition.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations.Required;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RollupRules;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** RB, objective maps and SR, written from SCORM 2004 4th Ed. SN. */
class RollupProcessTest {
  private static final RollupCondition SATISFIED = RollupCondition.of(RuleConditionType.SATISFIED);

  private static Walk three(RollupRule... rules) {
    var rollup = mode(ControlMode.FREE).rollup(RollupRules.DEFAULT.withRules(rules));
    return Walk.on(cluster("root", rollup, leaf("a"), leaf("b"), leaf("c"))).start();
  }

  @Test
  void rb_1_1_a_measures_are_averaged_by_weight_over_all_tracked_children() {
    var heavy = Sequencing.builder().rollup(RollupRules.DEFAULT.withWeight("0.5"));
    var walk = Walk.on(free("root", leaf("a"), leaf("b", heavy))).start();

    walk.says(measured("0.6")).next();
    assertThat(walk.of("root").measure()).isEqualByComparingTo("0.4");
    walk.says(measured("0.9")).next();
    assertThat(walk.of("root").measure()).isEqualByComparingTo("0.7");
  }

  @Test
  void rb_1_1_b_progress_is_averaged_by_weight() {
    var light = new CompletionThreshold(false, BigDecimal.ONE, new BigDecimal("0.25"));
    var walk = Walk.on(free("root", leaf("a").withThreshold(light), leaf("b"))).start();

    walk.says(progressed("1")).next();

    assertThat(walk.of("root").progress()).isEqualByComparingTo("0.2");
  }

  @Test
  void rb_1_2_a_a_cluster_is_satisfied_by_its_measure() {
    var byMeasure =
        mode(ControlMode.FREE).primaryObjective(Objective.DEFAULT_PRIMARY.byMeasure("0.5"));
    var walk = Walk.on(cluster("root", byMeasure, leaf("a"), leaf("b"))).start();

    walk.says(measured("0.8")).next();
    assertThat(walk.of("root").satisfied()).isFalse();
    walk.says(measured("0.2")).next();
    assertThat(walk.of("root").satisfied()).isTrue();
  }

  @Test
  void rb_1_2_b_by_default_all_children_must_be_satisfied_and_all_known_for_not() {
    var walk = three();

    walk.says(satisfied(false)).next();
    assertThat(walk.of("root").satisfied()).isNull();
    walk.says(satisfied(true)).next();
    walk.says(satisfied(true)).next();
    assertThat(walk.of("root").satisfied()).isFalse();
    walk.start().next().next().next();
    assertThat(walk.of("root").satisfied()).isTrue();
  }

  @Test
  void rb_1_3_a_completion_by_progress_needs_the_minimum() {
    var threshold = new CompletionThreshold(true, new BigDecimal("0.5"), BigDecimal.ONE);
    var walk =
        Walk.on(free("root", leaf("a").withThreshold(threshold), leaf("b"))).start();

    walk.says(progressed("0.4")).next();
    assertThat(walk.of("a").completed()).isFalse();
    walk.back().says(progressed("0.5")).next();
    assertThat(walk.of("a").completed()).isTrue();
  }

  @Test
  void rb_1_3_b_by_default_all_children_must_be_completed() {
    var walk = three();

    walk.says(completed(true)).next().says(completed(false)).next();
    assertThat(walk.of("root").completed()).isNull();
    walk.says(completed(true)).next();
    assertThat(walk.of("root").completed()).isFalse();
  }

  @Test
  void rb_1_4_any_none_count_and_percent() {
    var any = RollupRule.when(ChildActivitySet.ANY, RollupAction.SATISFIED, SATISFIED);
    assertThat(three(any).next().of("root").satisfied()).isTrue();
    var count = RollupRule.atLeast(2, RollupAction.SATISFIED, SATISFIED);
    assertThat(three(count).next().of("root").satisfied()).isNull();
    assertThat(three(count).next().next().of("root").satisfied()).isTrue();
    var share = RollupRule.atLeastShare("0.5", RollupAction.SATISFIED, SATISFIED);
    assertThat(three(share).next().of("root").satisfied()).isNull();
    assertThat(three(share).next().next().of("root").satisfied()).isTrue();
    var none = RollupRule.when(ChildActivitySet.NONE, RollupAction.NOT_SATISFIED, SATISFIED);
    assertThat(three(none).says(satisfied(false)).next().of("root").satisfied()).isNull();
  }

  @Test
  void rb_1_4_a_rule_for_all_children_applies_where_none_contributes_but_a_share_does_not() {
    var untracked = Sequencing.builder().delivery(new DeliveryControls(false, false, false));
    var known = RollupCondition.of(RuleConditionType.OBJECTIVE_STATUS_KNOWN);
    var all = RollupRule.when(ChildActivitySet.ALL, RollupAction.COMPLETED, known);
    var none = RollupRule.when(ChildActivitySet.NONE, RollupAction.COMPLETED, known);
    var share = RollupRule.atLeastShare("0", RollupAction.COMPLETED, known);
    var count = RollupRule.atLeast(0, RollupAction.COMPLETED, known);

    for (var rule : List.of(all, none, share, count)) {
      var rollup = mode(ControlMode.FREE).rollup(RollupRules.DEFAULT.withRules(rule));
      var walk = Walk.on(free("root", cluster("c", rollup, leaf("a", untracked)), leaf("b")));
      walk.start().next();

      var expected = rule == all || rule == none ? true : null;
      assertThat(walk.of("c").completed()).as("%s", rule).isEqualTo(expected);
    }
  }

  @Test
  void rb_1_4_1_conditions_of_a_rule_are_combined_and_negated() {
    var both = new RollupRule(
        ChildActivitySet.ANY,
        0,
        BigDecimal.ZERO,
        ConditionCombination.ALL,
        List.of(SATISFIED, RollupCondition.of(RuleConditionType.COMPLETED).not()),
        RollupAction.SATISFIED);

    assertThat(three(both).says(satisfied(true)).next().of("root").satisfied()).isNull();
    var incomplete = satisfied(true).with(ObjectiveValue.COMPLETION_STATUS, false);
    assertThat(three(both).says(incomplete).next().of("root").satisfied()).isTrue();
  }

  @Test
  void rb_1_4_2_considerations_decide_which_children_count() {
    var ifAttempted = Sequencing.builder()
        .rollupConsiderations(new RollupConsiderations(
            Required.IF_ATTEMPTED, Required.ALWAYS, Required.ALWAYS, Required.ALWAYS, true));
    var ifNotSkipped = rule(RuleAction.SKIP, RuleConditionType.ALWAYS)
        .rollupConsiderations(new RollupConsiderations(
            Required.IF_NOT_SKIPPED, Required.ALWAYS, Required.ALWAYS, Required.ALWAYS, true));
    var walk = Walk.on(free("root", leaf("a"), leaf("b", ifAttempted), leaf("c", ifNotSkipped)))
        .start();

    assertThat(walk.next().of("root").satisfied()).isTrue();
  }

  @Test
  void rb_1_4_2_children_that_do_not_contribute_do_not_count() {
    var silent = Sequencing.builder().rollup(RollupRules.DEFAULT.contributing(false, false));
    var walk = Walk.on(free("root", leaf("a"), leaf("b", silent))).start();

    walk.next();

    assertThat(walk.of("root").satisfied()).isTrue();
    assertThat(walk.of("root").completed()).isTrue();
  }

  @Test
  void rb_1_5_a_global_objective_carries_a_status_to_another_activity_and_its_ancestors() {
    var writes = Objective.DEFAULT_PRIMARY.mapped(
        ObjectiveMap.to("g").reading().writing(ObjectiveValue.SATISFIED_STATUS));
    var reads = Objective.DEFAULT_PRIMARY.mapped(ObjectiveMap.to("g"));
    var reader = leaf("b", Sequencing.builder().primaryObjective(reads));
    var walk = Walk.on(free(
            "root", leaf("a", Sequencing.builder().primaryObjective(writes)), free("c", reader)))
        .start();

    walk.says(satisfied(true)).take(RequestType.EXIT);

    assertThat(walk.of("b").satisfied()).isTrue();
    assertThat(walk.of("c").satisfied()).isTrue();
    assertThat(walk.state.globals().get("g").satisfied()).isTrue();
  }

  @Test
  void rb_1_5_a_global_objective_reaches_the_ancestors_within_a_section_never_begun() {
    var reads = Objective.DEFAULT_PRIMARY.mapped(ObjectiveMap.to("g"));
    var writes = Objective.DEFAULT_PRIMARY.mapped(
        ObjectiveMap.to("g").reading().writing(ObjectiveValue.SATISFIED_STATUS));
    var reader = leaf("b", Sequencing.builder().primaryObjective(reads));
    var walk = Walk.on(free(
        "root",
        leaf("a", Sequencing.builder().primaryObjective(writes)),
        free("outer", free("inner", reader))));

    walk.start().says(satisfied(true)).take(RequestType.EXIT);

    assertThat(walk.of("inner").satisfied()).isTrue();
    assertThat(walk.of("outer").satisfied()).isTrue();
  }

  @Test
  void a_map_that_reads_puts_an_unknown_satisfaction_in_the_place_of_the_local_one() {
    var reads = Objective.DEFAULT_PRIMARY.mapped(ObjectiveMap.to("g"));
    var reader = leaf("a", Sequencing.builder().primaryObjective(reads));
    var walk = Walk.on(free("root", reader, leaf("b"))).start();

    walk.says(satisfied(true).with(ObjectiveValue.NORMALIZED_MEASURE, new BigDecimal("0.5")))
        .next();

    assertThat(walk.of("a").satisfied()).isNull();
    assertThat(walk.of("a").measure()).isEqualByComparingTo("0.5");
  }

  @Test
  void rb_1_2_a_a_test_that_shares_its_satisfaction_is_decided_by_its_own_measure() {
    var shared = Objective.DEFAULT_PRIMARY
        .byMeasure("0.6")
        .mapped(ObjectiveMap.to("g").writing(ObjectiveValue.SATISFIED_STATUS));
    var test = leaf("test", Sequencing.builder().primaryObjective(shared));
    var walk = Walk.on(free("root", test, leaf("b"))).start();

    walk.says(measured("0.8")).next();

    assertThat(walk.of("test").satisfied()).isTrue();
    assertThat(walk.state.globals().get("g").satisfied()).isTrue();
  }

  @Test
  void a_map_that_reads_leaves_local_completion_and_progress_while_the_global_ones_are_unknown() {
    var reads = Objective.DEFAULT_PRIMARY.mapped(ObjectiveMap.to("g")
        .reading(ObjectiveValue.COMPLETION_STATUS, ObjectiveValue.PROGRESS_MEASURE));
    var reader = leaf("a", Sequencing.builder().primaryObjective(reads));
    var walk = Walk.on(free("root", reader, leaf("b"))).start();

    walk.says(completed(false).with(ObjectiveValue.PROGRESS_MEASURE, new BigDecimal("0.4")))
        .next();

    assertThat(walk.of("a").completed()).isFalse();
    assertThat(walk.of("a").progress()).isEqualByComparingTo("0.4");
  }

  @Test
  void objectives_that_are_not_global_to_the_system_begin_anew_with_the_root() {
    var both = Objective.DEFAULT_PRIMARY.mapped(
        ObjectiveMap.to("g").writing(ObjectiveValue.SATISFIED_STATUS));
    var walk = Walk.onLocal(
        free("root", leaf("a", Sequencing.builder().primaryObjective(both)), leaf("b")));

    walk.start().says(satisfied(true)).take(RequestType.EXIT_ALL);
    assertThat(walk.state.globals()).containsKey("g");
    walk.start();
    assertThat(walk.state.globals()).isEmpty();
  }

  @Test
  void sr_2_select_and_reorder_by_the_seed_alone() {
    var controls = new RandomizationControls(Timing.ONCE, 2, Timing.ON_EACH_NEW_ATTEMPT, true);
    var root = cluster(
        "root",
        mode(ControlMode.FREE).randomization(controls),
        leaf("a"),
        leaf("b"),
        leaf("c"),
        leaf("d"));
    var tree = ActivityTree.of(root, true);

    var first = Sequencer.tableOfContents(Sequencer.begin(tree, 3), Walk.NOW);
    var again = Sequencer.tableOfContents(Sequencer.begin(tree, 3), Walk.NOW);

    assertThat(first).hasSize(3).isEqualTo(again);
    var orders = new HashSet<List<Activity>>();
    for (long seed = 1; seed <= 6; seed++) {
      orders.add(Sequencer.tableOfContents(Sequencer.begin(tree, seed), Walk.NOW));
    }
    assertThat(orders).hasSizeGreaterThan(1);
  }

  @Test
  void sr_1_an_activity_that_is_not_selected_cannot_be_reached() {
    var controls = new RandomizationControls(Timing.ONCE, 1, Timing.NEVER, false);
    var walk = Walk.on(
        cluster("root", mode(ControlMode.FREE).randomization(controls), leaf("a"), leaf("b")));
    var selected = walk.start().outcome();
    var other = selected.equals("a") ? "b" : "a";

    assertThat(walk.choose(other).outcome()).isEqualTo("SB.2.9-2");
    assertThat(walk.jump(other).outcome()).isEqualTo("NB.2.1-11");
  }

  @Test
  void a_state_survives_its_json() {
    var walk = Walk.on(free("root", leaf("a"), leaf("b"))).start();
    walk.says(measured("0.25")).suspendsItself().next();

    var text = TrackingJson.write(walk.state);
    var read = TrackingJson.read(walk.tree, text);

    assertThat(TrackingJson.write(read)).isEqualTo(text);
    assertThat(read.current()).isEqualTo(walk.state.current());
  }

  @Test
  void an_explanation_names_process_activity_rule_and_values() {
    var walk = Walk.on(
        free("root", leaf("a"), leaf("b", rule(RuleAction.SKIP, RuleConditionType.COMPLETED))));

    var trace = Sequencer.explain(walk.start().state, Request.of(RequestType.CONTINUE), Walk.NOW)
        .trace();

    assertThat(trace).anySatisfy(entry -> {
      assertThat(entry.process()).startsWith("UP.2.1");
      assertThat(entry.activity()).isEqualTo("b");
      assertThat(entry.rule()).isEqualTo("skip");
      assertThat(entry.condition()).isEqualTo("completed=unknown");
    });
    assertThat(walk.last.trace()).isEmpty();
  }
}
