package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.mode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.scorm.sequencing.definition.ChildActivitySet;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.DeliveryControls;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.RollupAction;
import org.lmskit.scorm.sequencing.definition.RollupCondition;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations.Required;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RollupRules;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.scorm.sequencing.definition.SequencingBuilder;

/** Rollup of sections with many children gives what it would give without a memory. */
class ContributionMemoryTest {
  private static final int PAGES = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void what_is_remembered_changes_no_result(long seed) {
    var random = new Random(seed);
    var walk = Walk.on(course(random));
    walk.start();
    for (int i = 0; i < 120; i++) {
      says(walk, random);
      var request = request(walk, random);
      var forgetful = TrackingJson.read(walk.tree, TrackingJson.write(walk.state));
      var expected = Sequencer.request(forgetful, request, walk.now);

      walk.take(request);

      assertThat(TrackingJson.write(walk.state))
          .as("%s, step %d", request, i)
          .isEqualTo(TrackingJson.write(expected.state()));
      assertThat(walk.last.exception()).isEqualTo(expected.exception());
    }
  }

  @Test
  void sections_are_remembered_if_they_are_large_and_read_nothing_from_elsewhere() {
    assertThat(section(Sequencing.builder(), PAGES).isLargeAndSteady()).isTrue();
    assertThat(section(Sequencing.builder(), 20).isLargeAndSteady()).isFalse();
    var reading = Objective.of("o").mapped(ObjectiveMap.to("global"));
    assertThat(section(Sequencing.builder().primaryObjective(reading), PAGES).isLargeAndSteady())
        .isFalse();
    assertThat(section(considering(Required.IF_NOT_SKIPPED), PAGES).isLargeAndSteady())
        .isFalse();
  }

  private static Activity section(SequencingBuilder page, int pages) {
    List<ActivityDefinition> leaves = new ArrayList<>();
    for (int p = 0; p < pages; p++) {
      leaves.add(Walk.leaf("p" + p, page));
    }
    return Walk.on(ActivityDefinition.cluster("root", Sequencing.DEFAULT, leaves))
        .tree
        .root();
  }

  private static ActivityDefinition course(Random random) {
    List<ActivityDefinition> sections = new ArrayList<>();
    for (int s = 0; s < 2; s++) {
      List<ActivityDefinition> leaves = new ArrayList<>();
      for (int p = 0; p < PAGES; p++) {
        leaves.add(Walk.leaf("s" + s + "-" + p, page(random))
            .withThreshold(new CompletionThreshold(
                random.nextInt(4) == 0, new BigDecimal("0.5"), new BigDecimal(s + 1))));
      }
      var mode = mode(ControlMode.FREE.withUseCurrentAttempt(s == 0)).rollup(rules(s));
      sections.add(Walk.cluster("s" + s, mode, leaves.toArray(ActivityDefinition[]::new)));
    }
    var free = mode(ControlMode.FREE);
    return Walk.cluster("root", free, sections.toArray(ActivityDefinition[]::new));
  }

  private static SequencingBuilder page(Random random) {
    var required = Required.values()[random.nextInt(2)];
    var page = considering(random.nextBoolean() ? required : Required.IF_NOT_SUSPENDED)
        .rollup(RollupRules.DEFAULT.withWeight(random.nextBoolean() ? "1" : "0.25"));
    return random.nextInt(10) > 0 ? page : page.delivery(new DeliveryControls(false, false, false));
  }

  private static SequencingBuilder considering(Required required) {
    return Sequencing.builder()
        .rollupConsiderations(
            new RollupConsiderations(required, required, required, required, false));
  }

  private static RollupRules rules(int section) {
    var passed = RollupCondition.of(RuleConditionType.SATISFIED);
    var attempted = RollupCondition.of(RuleConditionType.ATTEMPTED);
    return section == 0
        ? RollupRules.DEFAULT
        : RollupRules.DEFAULT.withRules(
            RollupRule.atLeastShare("0.05", RollupAction.SATISFIED, passed),
            RollupRule.when(ChildActivitySet.ANY, RollupAction.INCOMPLETE, attempted),
            RollupRule.atLeast(3, RollupAction.COMPLETED, attempted));
  }

  private static void says(Walk walk, Random random) {
    if (walk.state.current() != null && walk.state.current().isLeaf()) {
      walk.says(new ObjectiveState(
          random.nextBoolean() ? null : random.nextBoolean(),
          random.nextBoolean() ? null : new BigDecimal("0." + random.nextInt(100)),
          null,
          null,
          null,
          random.nextBoolean() ? null : random.nextBoolean(),
          random.nextBoolean() ? null : new BigDecimal("0." + random.nextInt(10))));
    }
  }

  private static Request request(Walk walk, Random random) {
    if (walk.state.current() == null) {
      return Request.of(
          walk.state.suspended() == null ? RequestType.START : RequestType.RESUME_ALL);
    }
    int draw = random.nextInt(20);
    if (draw < 10) {
      return Request.choice("s" + random.nextInt(2) + "-" + random.nextInt(PAGES));
    }
    if (draw < 16) {
      return Request.of(RequestType.CONTINUE);
    }
    var others = List.of(
        RequestType.PREVIOUS, RequestType.EXIT_ALL, RequestType.SUSPEND_ALL, RequestType.ABANDON);
    return Request.of(others.get(draw - 16));
  }
}
