package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lmskit.scorm.sequencing.Walk.cluster;
import static org.lmskit.scorm.sequencing.Walk.free;
import static org.lmskit.scorm.sequencing.Walk.freeWith;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.mode;
import static org.lmskit.scorm.sequencing.Walk.rule;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lmskit.scorm.sequencing.definition.ConstrainedChoice;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.LimitConditions;
import org.lmskit.scorm.sequencing.definition.RandomizationControls;
import org.lmskit.scorm.sequencing.definition.RandomizationControls.Timing;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.scorm.sequencing.definition.SequencingBuilder;

/** Every refusal can say which processes, activities and rules led to it, and why in plain words. */
class ExplanationTest {
  private static final SequencingBuilder NO_FLOW = mode(ControlMode.DEFAULT);

  /**
   * Codes that no request brings about: the process before it refuses with a code of its own, the
   * request does not exist as a type, or the end of the tree ends the session.
   */
  private static final Set<SequencingException> NEVER = EnumSet.of(
      SequencingException.NB_2_1_7,
      SequencingException.NB_2_1_9,
      SequencingException.NB_2_1_13,
      SequencingException.TB_2_3_1,
      SequencingException.TB_2_3_2,
      SequencingException.TB_2_3_5,
      SequencingException.TB_2_3_6,
      SequencingException.TB_2_3_7,
      SequencingException.SB_2_1_1,
      SequencingException.SB_2_4_3,
      SequencingException.SB_2_5_1,
      SequencingException.SB_2_6_1,
      SequencingException.SB_2_6_2,
      SequencingException.SB_2_7_1,
      SequencingException.SB_2_8_1,
      SequencingException.SB_2_9_1,
      SequencingException.SB_2_9_4,
      SequencingException.SB_2_10_1,
      SequencingException.SB_2_11_1,
      SequencingException.SB_2_11_2,
      SequencingException.SB_2_12_1,
      SequencingException.SB_2_13_1,
      SequencingException.DB_1_1_2,
      SequencingException.DB_2_1);

  private static Walk two() {
    return Walk.on(free("root", leaf("a"), leaf("b")));
  }

  /** The current activity is the root, which is not in progress: choosing it found nothing. */
  private static Walk atRoot() {
    var walk = Walk.on(cluster("root", NO_FLOW, leaf("a"), leaf("b"))).choose("a");
    return walk.choose("root");
  }

  private static Walk ruled(RuleAction action) {
    return Walk.on(cluster("root", NO_FLOW, leaf("a", rule(action, RuleConditionType.ALWAYS))))
        .choose("a");
  }

  private static Walk constrained() {
    var constrains = mode(ControlMode.FREE).constrainedChoice(new ConstrainedChoice(false, true));
    var walk = Walk.on(free("root", cluster("c", constrains, leaf("a")), leaf("b"), leaf("d")));
    return walk.start();
  }

  private static Walk beyond(ActivityDefinition next) {
    return Walk.on(free("root", leaf("a"), next)).start();
  }

  private static Arguments refusal(SequencingException code, Supplier<Walk> at, Request request) {
    return arguments(code, at, request);
  }

  static Stream<Arguments> refusals() {
    var next = Request.of(RequestType.CONTINUE);
    var back = Request.of(RequestType.PREVIOUS);
    var exit = Request.of(RequestType.EXIT);
    var forward = mode(ControlMode.FREE.withForwardOnly(true));
    var closed = mode(ControlMode.FREE.withChoiceExit(false));
    var prevents = mode(ControlMode.FREE).constrainedChoice(new ConstrainedChoice(true, false));
    var none = mode(ControlMode.FREE)
        .randomization(new RandomizationControls(Timing.ONCE, 0, Timing.NEVER, false));
    var stop = rule(RuleAction.STOP_FORWARD_TRAVERSAL, RuleConditionType.ALWAYS);
    var hidden = rule(RuleAction.HIDDEN_FROM_CHOICE, RuleConditionType.ALWAYS);
    var disabled = rule(RuleAction.DISABLED, RuleConditionType.ALWAYS);
    return Stream.of(
        refusal(SequencingException.NB_2_1_1, () -> two().start(), Request.of(RequestType.START)),
        refusal(SequencingException.NB_2_1_2, ExplanationTest::two, next),
        refusal(
            SequencingException.NB_2_1_3, ExplanationTest::two, Request.of(RequestType.RESUME_ALL)),
        refusal(SequencingException.NB_2_1_4, ExplanationTest::atRoot, next),
        refusal(
            SequencingException.NB_2_1_5,
            () -> Walk.on(cluster("root", forward, leaf("a"))).start(),
            back),
        refusal(SequencingException.NB_2_1_6, ExplanationTest::atRoot, back),
        refusal(
            SequencingException.NB_2_1_8,
            () -> Walk.on(free("root", cluster("c", closed, leaf("a")), leaf("b")))
                .start(),
            Request.choice("b")),
        refusal(
            SequencingException.NB_2_1_10,
            () -> Walk.on(cluster("root", mode(ControlMode.FREE.withChoice(false)), leaf("a")))
                .start(),
            Request.choice("a")),
        refusal(SequencingException.NB_2_1_11, () -> two().start(), Request.choice("x")),
        refusal(SequencingException.NB_2_1_12, () -> two().start().take(RequestType.EXIT), exit),
        refusal(
            SequencingException.TB_2_3_3,
            ExplanationTest::atRoot,
            Request.of(RequestType.SUSPEND_ALL)),
        refusal(
            SequencingException.TB_2_3_4,
            () -> Walk.on(cluster(
                    "root",
                    freeWith(RuleAction.EXIT_PARENT, RuleConditionType.ALWAYS),
                    leaf("a", rule(RuleAction.EXIT_PARENT, RuleConditionType.ALWAYS))))
                .start(),
            exit),
        refusal(
            SequencingException.SB_2_1_2,
            () -> Walk.on(free("root", leaf("a"), cluster("c", none, leaf("b")), leaf("d")))
                .start(),
            next),
        refusal(SequencingException.SB_2_1_3, () -> two().start(), back),
        refusal(
            SequencingException.SB_2_1_4,
            () -> Walk.on(cluster(
                    "root",
                    forward,
                    leaf("a"),
                    leaf("b", rule(RuleAction.PREVIOUS, RuleConditionType.ALWAYS))))
                .choose("b"),
            exit),
        refusal(SequencingException.SB_2_2_1, () -> beyond(cluster("c", NO_FLOW, leaf("b"))), next),
        refusal(SequencingException.SB_2_2_2, () -> beyond(leaf("b", disabled)), next),
        refusal(
            SequencingException.SB_2_4_1,
            () -> Walk.on(free("root", leaf("a", stop), leaf("b"))).start(),
            Request.choice("b")),
        refusal(
            SequencingException.SB_2_4_2,
            () -> Walk.on(cluster("root", forward, leaf("a"), leaf("b"))).choose("b"),
            Request.choice("a")),
        refusal(SequencingException.SB_2_7_2, () -> ruled(RuleAction.CONTINUE), exit),
        refusal(SequencingException.SB_2_8_2, () -> ruled(RuleAction.PREVIOUS), exit),
        refusal(
            SequencingException.SB_2_9_2,
            () ->
                Walk.on(free("root", leaf("a"), cluster("c", none, leaf("b")))).start(),
            Request.choice("b")),
        refusal(SequencingException.SB_2_9_3, () -> beyond(leaf("b", hidden)), Request.choice("b")),
        refusal(SequencingException.SB_2_9_5, ExplanationTest::two, Request.choice("root")),
        refusal(
            SequencingException.SB_2_9_6,
            () -> beyond(free("c", cluster("p", prevents, leaf("b"), leaf("d")))),
            Request.choice("d")),
        refusal(SequencingException.SB_2_9_7, ExplanationTest::closedAndEnded, Request.choice("d")),
        refusal(SequencingException.SB_2_9_8, ExplanationTest::constrained, Request.choice("d")),
        refusal(
            SequencingException.SB_2_9_9,
            () -> beyond(cluster("c", NO_FLOW, leaf("b"))),
            Request.choice("c")),
        refusal(SequencingException.SB_2_10_2, ExplanationTest::suspendedInside, exit),
        refusal(
            SequencingException.SB_2_10_3,
            () -> Walk.on(cluster(
                    "root",
                    mode(ControlMode.DEFAULT),
                    leaf("a", rule(RuleAction.RETRY_ALL, RuleConditionType.ALWAYS))))
                .choose("a"),
            exit),
        refusal(
            SequencingException.DB_1_1_1, () -> beyond(free("c", leaf("b"))), Request.jump("c")),
        refusal(
            SequencingException.DB_1_1_3, () -> beyond(leaf("b", disabled)), Request.choice("b")));
  }

  /** A section that forbids leaving it has ended and is current. */
  private static Walk closedAndEnded() {
    var closed = mode(ControlMode.FREE.withChoiceExit(false));
    var out = rule(RuleAction.EXIT_PARENT, RuleConditionType.ALWAYS);
    var walk = Walk.on(free("root", cluster("c", closed, leaf("a", out)), free("e", leaf("d"))))
        .start();
    return walk.take(RequestType.EXIT);
  }

  /** The root is to be begun anew while something in it is suspended. */
  private static Walk suspendedInside() {
    var again = rule(RuleAction.RETRY_ALL, RuleConditionType.ALWAYS);
    return Walk.on(free("root", leaf("a"), leaf("b", again)))
        .start()
        .suspendsItself()
        .next();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void the_trace_leads_from_the_navigation_request_to_the_code(
      SequencingException code, Supplier<Walk> at, Request request) {
    var walk = at.get();

    var outcome = Sequencer.explain(walk.state, request, walk.now);

    assertThat(outcome.exception()).as("%s", outcome.trace()).contains(code);
    var trace = outcome.trace();
    assertThat(trace.get(0).process()).startsWith("NB.2.1");
    assertThat(trace.get(0).result()).startsWith(request.type().code());
    assertThat(trace.get(trace.size() - 1).process()).startsWith("OP.1");
    assertThat(trace.get(trace.size() - 1).result()).isEqualTo(code.code());
    assertThat(Sequencer.why(walk.state, request, walk.now)).isNotEmpty();
  }

  @Test
  void every_code_is_explained_or_never_comes_about() {
    var explained = EnumSet.copyOf(NEVER);
    refusals()
        .forEach(arguments -> explained.add((SequencingException) arguments.get()[0]));

    assertThat(explained).containsExactly(SequencingException.values());
  }

  @Test
  void every_code_has_a_reason_in_plain_words() {
    for (var code : SequencingException.values()) {
      assertThat(code.reason()).as(code.code()).matches("[A-Z][a-z ]+").doesNotContain(".");
    }
  }

  @Test
  void why_tells_a_used_up_attempt_from_a_disabled_activity_and_a_closed_one() {
    var once = Sequencing.builder().limits(LimitConditions.attempts(1));
    var later = Sequencing.builder()
        .limits(new LimitConditions(
            null, null, null, null, null, Walk.NOW.plusSeconds(10), Walk.NOW.plusSeconds(20)));
    var disabled = rule(RuleAction.DISABLED, RuleConditionType.ALWAYS);
    var walk = Walk.on(
            free("root", leaf("a", once), leaf("b"), leaf("c", later), leaf("d", disabled)))
        .start()
        .choose("b");

    assertThat(why(walk, "a")).isEqualTo("No attempt is left");
    assertThat(why(walk, "c")).isEqualTo("The activity is not open at this time");
    assertThat(why(walk, "d")).isEqualTo("The activity is disabled");
  }

  @Test
  void the_trace_of_a_limit_has_its_values() {
    var once = Sequencing.builder().limits(LimitConditions.attempts(1));
    var walk = Walk.on(free("root", leaf("a", once), leaf("b"))).start().choose("b");

    var trace = Sequencer.explain(walk.state, Request.choice("a"), walk.now).trace();

    assertThat(trace)
        .anySatisfy(entry -> assertThat(entry.toString())
            .startsWith("UP.1 Limit Conditions Check | a | attemptLimit | 1 attempts"));
  }

  private static String why(Walk walk, String target) {
    return Sequencer.why(walk.state, Request.choice(target), walk.now).orElse("");
  }
}
