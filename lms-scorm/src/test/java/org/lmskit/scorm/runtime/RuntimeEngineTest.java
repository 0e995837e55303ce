package org.lmskit.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RuntimeEngineTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void new_attempt_of_2004_content_finds_nothing_of_an_attempt_that_was_not_suspended() {
    var engine = engine2004(launch -> launch);
    var left = run(engine, RuntimeState.EMPTY, "cmi.location=p3", "cmi.exit=normal");

    var state = engine.launch(left.state());

    assertThat(engine.value(state, "cmi.entry")).isEqualTo("ab-initio");
    assertThat(engine.value(state, "cmi.location")).isEmpty();
  }

  @Test
  void suspended_2004_content_finds_all_it_left_and_the_time_of_all_sessions() {
    var engine = engine2004(launch -> launch);
    var first = run(
        engine,
        RuntimeState.EMPTY,
        "cmi.location=p3",
        "cmi.session_time=PT40M",
        "cmi.exit=suspend");
    var second = run(engine, first.state(), "cmi.session_time=P1DT30M0.5S", "cmi.exit=suspend");

    var state = engine.launch(second.state());

    assertThat(engine.value(state, "cmi.entry")).isEqualTo("resume");
    assertThat(engine.value(state, "cmi.location")).isEqualTo("p3");
    assertThat(engine.value(state, "cmi.total_time")).isEqualTo("P1DT1H10M0.5S");
    assertThat(second.termination().orElseThrow().result().totalTime())
        .isEqualTo(Duration.parse("P1DT1H10M0.5S"));
    assertThat(state.sessions()).isEqualTo(2);
  }

  @Test
  void entry_of_the_launch_wins_over_how_content_left() {
    var left =
        run(engine2004(launch -> launch), RuntimeState.EMPTY, "cmi.location=p3", "cmi.exit=normal");

    var engine = engine2004(launch -> launch.entry(Entry.RESUME));

    assertThat(engine.value(engine.launch(left.state()), "cmi.location")).isEqualTo("p3");
  }

  @Test
  void objectives_of_the_launch_replace_what_sequencing_knows_better_and_keep_the_rest() {
    var engine = engine2004(launch -> launch.objective(InitialObjective.of("a")));
    var left = run(
        engine,
        RuntimeState.EMPTY,
        "cmi.objectives.0.description=mine",
        "cmi.objectives.0.success_status=failed",
        "cmi.objectives.1.id=b",
        "cmi.exit=suspend");
    var next = engine2004(launch -> launch
        .objective(InitialObjective.of("a").with("success_status", "passed"))
        .objective(InitialObjective.of("c")));

    var state = next.launch(left.state());

    assertThat(next.value(state, "cmi.objectives._count")).isEqualTo("3");
    assertThat(next.value(state, "cmi.objectives.0.success_status")).isEqualTo("passed");
    assertThat(next.value(state, "cmi.objectives.0.description")).isEqualTo("mine");
    assertThat(next.value(state, "cmi.objectives.2.id")).isEqualTo("c");
  }

  @Test
  void shared_data_goes_out_from_writable_stores_only() {
    var engine = engine2004(launch -> launch
        .sharedData(new SharedData("out", "old", true, true))
        .sharedData(new SharedData("in", "fixed", true, false))
        .sharedData(new SharedData("emptied", "old", true, true)));

    var left = run(engine, RuntimeState.EMPTY, "adl.data.0.store=new", "adl.data.2.store=");

    assertThat(left.termination().orElseThrow().result().sharedData())
        .isEqualTo(Map.of("out", "new", "emptied", ""));
  }

  @Test
  void navigation_request_of_the_content_comes_out_at_terminate() {
    var engine = engine2004(launch -> launch);

    var continued = run(engine, RuntimeState.EMPTY, "adl.nav.request=continue");
    var chosen = run(engine, RuntimeState.EMPTY, "adl.nav.request={target=item.2}choice");
    var nothing = run(engine, RuntimeState.EMPTY, "adl.nav.request=_none_");

    assertThat(continued.termination().orElseThrow().navigation())
        .contains(new NavigationRequest("continue", null));
    assertThat(chosen.termination().orElseThrow().navigation())
        .contains(new NavigationRequest("choice", "item.2"));
    assertThat(nothing.termination().orElseThrow().navigation()).isEmpty();
    assertThat(engine.value(engine.launch(continued.state()), "adl.nav.request"))
        .isEqualTo("_none_");
  }

  @Test
  void time_out_and_logout_end_the_course_ahead_of_the_navigation_request() {
    var engine = engine2004(launch -> launch);
    for (String exit : List.of("time-out", "logout")) {
      var left = run(engine, RuntimeState.EMPTY, "cmi.exit=" + exit, "adl.nav.request=continue");

      assertThat(left.termination().orElseThrow().navigation())
          .contains(new NavigationRequest("exitAll", null));
    }
  }

  @Test
  void logout_of_12_content_ends_the_course_only_where_the_switch_says_so() {
    var strict = run(engine12(launch -> launch), RuntimeState.EMPTY, "cmi.core.exit=logout");
    var switched = run(
        engine12(with(CmiVersion.SCORM_12, Switch.LOGOUT_ENDS_COURSE, 1)),
        RuntimeState.EMPTY,
        "cmi.core.exit=logout");

    assertThat(strict.termination().orElseThrow().navigation()).isEmpty();
    assertThat(switched.termination().orElseThrow().navigation())
        .contains(new NavigationRequest("exitAll", null));
  }

  @Test
  void request_valid_is_answered_with_the_state_of_that_moment() {
    var engine = engine2004(launch -> launch)
        .asking((state, request, target) -> request
            + ":"
            + target
            + ":"
            + engine2004(launch -> launch).value(state, "cmi.location"));
    var state =
        engine.call(engine.launch(RuntimeState.EMPTY), initialize(), NOW).state();
    state =
        engine.call(state, new ApiCall("SetValue", "cmi.location", "p1"), NOW).state();

    assertThat(engine.value(state, "adl.nav.request_valid.continue")).isEqualTo("continue:null:p1");
    assertThat(engine.value(state, "adl.nav.request_valid.jump.{target=a.b}"))
        .isEqualTo("jump:a.b:p1");
  }

  @Test
  void learner_who_leaves_without_lmsfinish_keeps_what_was_set_time_included() {
    var engine = engine12(launch -> launch);
    var state =
        engine.call(engine.launch(RuntimeState.EMPTY), initialize12(), NOW).state();
    state = engine.call(state, set12("cmi.core.lesson_location", "p2"), NOW).state();
    state = engine.call(state, set12("cmi.core.session_time", "00:05:00"), NOW).state();

    var left = engine.close(state, NOW.plusSeconds(300));

    var termination = left.termination().orElseThrow();
    assertThat(termination.sessionTime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(termination.elapsed()).isEqualTo(Duration.ofMinutes(5));
    assertThat(termination.result().completion()).isEqualTo(Completion.NOT_ATTEMPTED);
    assertThat(engine.value(left.state(), "cmi.core.lesson_location")).isEqualTo("p2");
    assertThat(engine.value(left.state(), "cmi.core.total_time")).isEqualTo("0000:05:00");
    assertThat(engine.close(left.state(), NOW).termination()).isEmpty();
  }

  @Test
  void statuses_of_12_are_told_in_the_words_of_2004() {
    assertThat(result12("cmi.core.lesson_status=passed"))
        .extracting(RuntimeResult::completion, RuntimeResult::success)
        .containsExactly(Completion.COMPLETED, Success.PASSED);
    assertThat(result12("cmi.core.lesson_status=completed"))
        .extracting(RuntimeResult::completion, RuntimeResult::success)
        .containsExactly(Completion.COMPLETED, Success.UNKNOWN);
    assertThat(result12("cmi.core.lesson_status=failed"))
        .extracting(RuntimeResult::completion, RuntimeResult::success)
        .containsExactly(Completion.INCOMPLETE, Success.FAILED);
    assertThat(result12("cmi.core.lesson_status=browsed").completion())
        .isEqualTo(Completion.INCOMPLETE);
    assertThat(result12("cmi.core.lesson_location=1").completion()).isEqualTo(Completion.COMPLETED);
  }

  @Test
  void failed_counts_as_complete_where_the_switch_says_so() {
    var left = run(
        engine12(with(CmiVersion.SCORM_12, Switch.FAILED_IS_COMPLETE, 1)),
        RuntimeState.EMPTY,
        "cmi.core.lesson_status=failed");

    assertThat(left.termination().orElseThrow().result().completion())
        .isEqualTo(Completion.COMPLETED);
  }

  @Test
  void raw_score_is_scaled_where_the_switch_says_so() {
    var scaling = engine12(with(CmiVersion.SCORM_12, Switch.SCALE_RAW_SCORE, 1));
    var of50 = run(scaling, RuntimeState.EMPTY, "cmi.core.score.raw=40", "cmi.core.score.max=50");
    var of100 = run(scaling, RuntimeState.EMPTY, "cmi.core.score.raw=40");
    var of0 = run(scaling, RuntimeState.EMPTY, "cmi.core.score.raw=40", "cmi.core.score.max=0");

    assertThat(of50.termination().orElseThrow().result().score().scaled())
        .contains(new BigDecimal("0.8"));
    assertThat(of100.termination().orElseThrow().result().score().scaled())
        .contains(new BigDecimal("0.4"));
    assertThat(of0.termination().orElseThrow().result().score().scaled()).isEmpty();
    assertThat(result12("cmi.core.score.raw=40").score().scaled()).isEmpty();
  }

  @Test
  void kept_data_after_any_exit_is_the_switch_that_12_has_on_and_2004_off() {
    var kept = engine2004(with(CmiVersion.SCORM_2004_4TH, Switch.KEEP_DATA_AFTER_EXIT, 1));
    var dropped = engine12(with(CmiVersion.SCORM_12, Switch.KEEP_DATA_AFTER_EXIT, 0));

    var left2004 = run(kept, RuntimeState.EMPTY, "cmi.location=p1");
    var left12 = run(dropped, RuntimeState.EMPTY, "cmi.suspend_data=d");

    assertThat(kept.value(kept.launch(left2004.state()), "cmi.location")).isEqualTo("p1");
    assertThat(dropped.value(dropped.launch(left12.state()), "cmi.suspend_data"))
        .isEmpty();
  }

  @Test
  void review_reports_what_was_achieved_before() {
    var left = run(
        engine2004(launch -> launch),
        RuntimeState.EMPTY,
        "cmi.success_status=passed",
        "cmi.exit=suspend");
    var review = engine2004(launch -> launch.mode(Mode.REVIEW).credit(false));

    var after = run(review, left.state(), "cmi.success_status=failed", "cmi.score.scaled=0.1");

    var result = after.termination().orElseThrow().result();
    assertThat(result.isRecorded()).isFalse();
    assertThat(result.forCredit()).isFalse();
    assertThat(result.success()).isEqualTo(Success.PASSED);
    assertThat(result.score().scaled()).isEmpty();
    assertThat(review.value(after.state(), "cmi.success_status")).isEqualTo("passed");
  }

  @Test
  void interactions_and_objectives_come_out_whole() {
    var left = run(
        engine2004(launch -> launch),
        RuntimeState.EMPTY,
        "cmi.objectives.0.id=o1",
        "cmi.objectives.0.score.scaled=0.5",
        "cmi.objectives.0.completion_status=completed",
        "cmi.objectives.0.progress_measure=0.9",
        "cmi.interactions.0.id=q1",
        "cmi.interactions.0.type=choice",
        "cmi.interactions.0.objectives.0.id=o1",
        "cmi.interactions.0.timestamp=2026-03-01T10:00:00",
        "cmi.interactions.0.correct_responses.0.pattern=a[,]b",
        "cmi.interactions.0.weighting=2",
        "cmi.interactions.0.learner_response=a",
        "cmi.interactions.0.result=incorrect",
        "cmi.interactions.0.latency=PT5S",
        "cmi.interactions.0.description=Which?",
        "cmi.learner_preference.language=de");

    var result = left.termination().orElseThrow().result();
    assertThat(result.interactions())
        .containsExactly(new InteractionResult(
            "q1",
            "choice",
            List.of("o1"),
            "2026-03-01T10:00:00",
            List.of("a[,]b"),
            "2",
            "a",
            "incorrect",
            "PT5S",
            "Which?"));
    assertThat(result.objectives().get(0).score().scaled()).contains(new BigDecimal("0.5"));
    assertThat(result.objectives().get(0).completion()).isEqualTo(Completion.COMPLETED);
    assertThat(result.objectives().get(0).progress()).contains(new BigDecimal("0.9"));
    assertThat(result.preferences()).isEqualTo(Map.of("cmi.learner_preference.language", "de"));
  }

  @Test
  void time_left_is_what_an_attempt_is_allowed_less_what_its_sessions_took() {
    var engine = engine12(launch -> launch.maxTimeAllowed("00:10:00"));
    var state = engine.launch(RuntimeState.EMPTY);

    var left = engine.call(
        state,
        List.of(
            new ApiCall("LMSInitialize", ""),
            set12("cmi.core.session_time", "00:04:00"),
            new ApiCall("LMSFinish", "")),
        NOW);

    assertThat(engine.timeLeft(state)).contains(Duration.ofMinutes(10));
    assertThat(engine.timeLeft(left.state())).contains(Duration.ofMinutes(6));
    assertThat(engine12(launch -> launch.maxTimeAllowed("00:00:01")).timeLeft(left.state()))
        .contains(Duration.ZERO);
    assertThat(engine12(launch -> launch).timeLeft(state)).isEmpty();
  }

  @Test
  void tolerated_response_is_a_finding() {
    var engine = engine12(launch -> launch);
    var state =
        engine.call(engine.launch(RuntimeState.EMPTY), initialize12(), NOW).state();

    var outcome = engine.call(
        state,
        List.of(
            set12("cmi.interactions.0.type", "choice"),
            set12("cmi.interactions.0.student_response", "the second")),
        NOW);

    assertThat(outcome.replies()).allMatch(ApiReply::isOk);
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.findings().get(0).code()).isEqualTo("SCORM-RUNTIME-001");
    assertThat(outcome.findings().get(0).location())
        .isEqualTo("cmi.interactions.0.student_response");
  }

  @Test
  void old_state_is_untouched_by_a_call() {
    var engine = engine2004(launch -> launch);
    var before =
        engine.call(engine.launch(RuntimeState.EMPTY), initialize(), NOW).state();
    var json = before.toJson();

    engine.call(before, new ApiCall("SetValue", "cmi.interactions.0.id", "q"), NOW);

    assertThat(before.toJson()).isEqualTo(json);
    assertThat(engine.value(before, "cmi.interactions._count")).isEqualTo("0");
  }

  @Test
  void launch_data_that_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> engine2004(launch -> launch.initial("cmi.score.scaled", "7"))
            .launch(RuntimeState.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no value of cmi.score.scaled: 7");
    assertThatThrownBy(() -> engine2004(
                launch -> launch.objective(InitialObjective.of("a").with("mood", "x")))
            .launch(RuntimeState.EMPTY))
        .hasMessage("objectives have no mood");
    assertThatThrownBy(() ->
            engine2004(launch -> launch.initial("cmi.mode", "browse")).launch(RuntimeState.EMPTY))
        .hasMessage("no element with a first value: cmi.mode");
    assertThatThrownBy(() -> new LaunchData(
            CmiVersion.SCORM_12,
            Map.of("masteryScore", "eighty"),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Compatibility.standard(CmiVersion.SCORM_12)))
        .hasMessage("masteryScore is no number: eighty");
    assertThatThrownBy(() -> RuntimeState.fromJson("{\"v\":2}"))
        .hasMessage("unknown shape of a run-time state: 2");
    assertThatThrownBy(() -> RuntimeState.fromJson("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attempts_on_fifty_scos_take_less_than_20_kilobytes() {
    var engine = engine2004(launch -> launch.objective(InitialObjective.of("PRIMARYOBJ")));
    int bytes = 0;
    for (int sco = 0; sco < 50; sco++) {
      var sets = new ArrayList<String>();
      sets.add("cmi.location=page-" + sco);
      sets.add("cmi.completion_status=completed");
      sets.add("cmi.success_status=passed");
      sets.add("cmi.score.scaled=0.85");
      sets.add("cmi.score.raw=85");
      sets.add("cmi.score.min=0");
      sets.add("cmi.score.max=100");
      sets.add("cmi.suspend_data=viewed=1|2|3|4|5;quiz=85;vol=3");
      sets.add("cmi.session_time=PT12M33.5S");
      sets.add("cmi.objectives.0.success_status=passed");
      sets.add("cmi.objectives.0.score.scaled=0.85");
      sets.add("cmi.exit=suspend");
      for (int i = 0; i < 2; i++) {
        sets.add("cmi.interactions." + i + ".id=question_" + sco + "_" + i);
        sets.add("cmi.interactions." + i + ".type=choice");
        sets.add("cmi.interactions." + i + ".learner_response=b");
        sets.add("cmi.interactions." + i + ".result=correct");
      }
      bytes += run(engine, RuntimeState.EMPTY, sets.toArray(String[]::new))
          .state()
          .toJson()
          .length();
    }

    assertThat(bytes).isLessThan(20_000);
  }

  private static RuntimeResult result12(String... sets) {
    return run(engine12(launch -> launch), RuntimeState.EMPTY, sets)
        .termination()
        .orElseThrow()
        .result();
  }

  /** Launches, initializes, sets {@code element=value} each and terminates; every call succeeds. */
  private static Outcome run(RuntimeEngine engine, RuntimeState before, String... sets) {
    var prefix = engine.launchData().version().is12() ? "LMS" : "";
    var calls = new ArrayList<ApiCall>();
    calls.add(new ApiCall(prefix + "Initialize", ""));
    for (String set : sets) {
      int at = set.indexOf('=');
      calls.add(new ApiCall(prefix + "SetValue", set.substring(0, at), set.substring(at + 1)));
    }
    calls.add(new ApiCall(prefix.isEmpty() ? "Terminate" : "LMSFinish", ""));
    var outcome = engine.call(engine.launch(before), calls, NOW);
    assertThat(outcome.replies()).allMatch(ApiReply::isOk);
    return outcome;
  }

  private static UnaryOperator<LaunchData.Builder> with(
      CmiVersion version, Switch which, int value) {
    return launch -> launch.compatibility(Compatibility.standard(version).with(which, value));
  }

  private static RuntimeEngine engine2004(UnaryOperator<LaunchData.Builder> more) {
    return RuntimeEngine.of(
        more.apply(LaunchData.of(CmiVersion.SCORM_2004_4TH, "L1", "Doe, Jo")).build());
  }

  private static RuntimeEngine engine12(UnaryOperator<LaunchData.Builder> more) {
    return RuntimeEngine.of(
        more.apply(LaunchData.of(CmiVersion.SCORM_12, "L1", "Doe, Jo")).build());
  }

  private static ApiCall initialize() {
    return new ApiCall("Initialize", "");
  }

  private static ApiCall initialize12() {
    return new ApiCall("LMSInitialize", "");
  }

  private static ApiCall set12(String element, String value) {
    return new ApiCall("LMSSetValue", element, value);
  }
}
