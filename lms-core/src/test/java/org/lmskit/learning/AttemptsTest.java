package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Satisfaction;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.UnitContent;
import org.lmskit.learning.AttemptEvent.InteractionAnswered;
import org.lmskit.learning.AttemptEvent.UnitPassed;
import org.lmskit.learning.TestContent.Counter;
import org.lmskit.learning.TestContent.Say;
import org.lmskit.model.AttemptId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.PageRequest;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;

class AttemptsTest {
  private final TestLms test = new TestLms();
  private final Lms lms =
      test.builder().module(LmsModule.of(TestContent.KINDS, TestContent.TYPE)).build();

  private Enrollment enroll(Unit... units) {
    lms.catalog().publish(Course.of("fire-safety", "Fire safety").withUnits(List.of(units)));
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    test.events();
    return enrollment;
  }

  private static Unit unit(String id) {
    return Unit.of(id, "Unit " + id, UnitContent.of("test", "x"));
  }

  private int say(Enrollment enrollment, UnitId unit, Fact... facts) {
    return lms.attempts()
        .open(enrollment.id(), unit, TestContent.TYPE, new Say(List.of(facts), false));
  }

  private Enrollment reload(Enrollment enrollment) {
    return lms.enrollments().find(enrollment.id()).orElseThrow();
  }

  private static void assertRefused(Reason reason, Callable<?> operation) {
    assertThatThrownBy(operation::call)
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static Fact scaled(String scaled) {
    return new Fact.Score(Score.ofScaled(new BigDecimal(scaled)));
  }

  @Test
  void attempt_is_resumed_until_it_ends_and_then_another_begins() {
    Enrollment enrollment = enroll(unit("u1"));

    Attempt first = lms.attempts().start(enrollment.id(), U1);
    assertThat(lms.attempts().start(enrollment.id(), U1)).isEqualTo(first);
    test.pass(Duration.ofMinutes(1));
    Attempt ended = lms.attempts().end(first.id());
    lms.attempts().end(first.id());
    Attempt second = lms.attempts().start(enrollment.id(), U1);

    assertThat(ended.endedAt()).contains(test.time.get());
    assertThat(second.number()).isEqualTo(2);
    assertThat(lms.attempts().of(enrollment.id(), ALL).items()).containsExactly(ended, second);
    assertThat(test.events()).containsExactly("AttemptStarted", "AttemptEnded", "AttemptStarted");
    assertThat(reload(enrollment).startedAt()).contains(first.startedAt());
  }

  @Test
  void unit_opens_when_its_prerequisites_are_satisfied() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2").after("u1"));

    assertThatThrownBy(() -> lms.attempts().start(enrollment.id(), U2))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(LearningReason.PREREQUISITE_MISSING);
          assertThat(e.details()).containsEntry("missing", "[u1]");
        });
    say(enrollment, U1, new Fact.Completion(), new Fact.Success(false));
    assertRefused(
        LearningReason.PREREQUISITE_MISSING, () -> lms.attempts().start(enrollment.id(), U2));
    say(enrollment, U1, new Fact.Success(true));

    assertThat(lms.attempts().start(enrollment.id(), U2).number()).isEqualTo(1);
  }

  @Test
  void unit_can_be_tried_as_often_as_it_says() {
    Enrollment enrollment = enroll(unit("u1").withMaxAttempts(2));
    say(enrollment, U1, new Fact.End());
    say(enrollment, U1, new Fact.End());

    assertRefused(
        LearningReason.ATTEMPTS_EXHAUSTED, () -> lms.attempts().start(enrollment.id(), U1));
    assertThat(reload(enrollment).unit(U1).attemptCount()).isEqualTo(2);
  }

  @Test
  void ended_or_unknown_attempt_takes_no_request() {
    Enrollment enrollment = enroll(unit("u1"));
    Attempt attempt = lms.attempts().start(enrollment.id(), U1);
    lms.attempts().end(attempt.id());

    assertRefused(
        LearningReason.ATTEMPT_ENDED,
        () -> lms.attempts().advance(attempt.id(), TestContent.TYPE, new Say(List.of(), false)));
    assertThatThrownBy(() -> lms.attempts()
            .advance(new AttemptId("a-9"), TestContent.TYPE, new Say(List.of(), false)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("a-9");
    assertThatThrownBy(() -> lms.attempts().start(enrollment.id(), new UnitId("u9")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("u9");
  }

  @Test
  void request_for_another_content_type_is_a_mistake_of_the_caller() {
    Enrollment enrollment = enroll(unit("u1"));

    assertThatThrownBy(() -> lms.attempts()
            .open(enrollment.id(), U1, ViewedContent.PAGE, new ViewingRequest.Open("s")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test");
    assertThat(lms.attempts().of(enrollment.id(), ALL).items()).isEmpty();
  }

  @Test
  void step_that_content_refuses_leaves_nothing_behind() {
    Enrollment enrollment = enroll(unit("u1"));

    assertRefused(
        TestContent.Refusal.NOT_NOW,
        () -> lms.attempts().open(enrollment.id(), U1, TestContent.TYPE, new Say(List.of(), true)));

    assertThat(lms.attempts().of(enrollment.id(), PageRequest.first(1)).items()).isEmpty();
    assertThat(test.events()).isEmpty();
  }

  @Test
  void states_of_attempt_and_learner_are_kept_and_the_learners_lasts_across_attempts() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2"));

    assertThat(say(enrollment, U1)).isEqualTo(1);
    assertThat(say(enrollment, U1)).isEqualTo(2);
    assertThat(say(enrollment, U2)).isEqualTo(3);

    Attempt attempt = lms.attempts().of(enrollment.id(), ALL).items().get(0);
    assertThat(lms.attempts().state(attempt.id(), TestContent.TYPE))
        .contains(new Counter(attempt.id().value(), 2));
    assertThat(test.events()).containsExactly("AttemptStarted", "AttemptStarted");
  }

  @Test
  void concurrent_steps_lose_no_update() throws Exception {
    Enrollment enrollment = enroll(unit("u1"));
    Attempt attempt = lms.attempts().start(enrollment.id(), U1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        work.add(() ->
            lms.attempts().advance(attempt.id(), TestContent.TYPE, new Say(List.of(), false)));
      }
      for (Future<Integer> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(
            lms.attempts().state(attempt.id(), TestContent.TYPE).orElseThrow().count())
        .isEqualTo(40);
  }

  @Test
  void facts_that_are_known_already_become_no_events() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2"));
    Instant now = test.time.get();
    Fact[] facts = {
      scaled("0.5"),
      new Fact.Progress(new BigDecimal("0.4")),
      new Fact.Time(now.minusSeconds(30), now),
      new Fact.Completion(),
      new Fact.Success(true)
    };

    say(enrollment, U1, facts);
    assertThat(test.events())
        .containsExactly(
            "AttemptStarted",
            "ScoreRecorded",
            "UnitProgressed",
            "TimeSpent",
            "UnitCompleted",
            "UnitPassed");
    say(enrollment, U1, facts);
    say(enrollment, U1, new Fact.Progress(new BigDecimal("0.3")));

    assertThat(test.events()).isEmpty();
  }

  @Test
  void pass_carries_the_score_and_time_of_its_attempt() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2"));
    Instant now = test.time.get();

    say(
        enrollment,
        U1,
        new Fact.Time(now.minusSeconds(90), now),
        scaled("0.85"),
        new Fact.Success(true));

    UnitPassed passed = (UnitPassed) test.heard.get(test.heard.size() - 1);
    assertThat(passed.scoreOrNull()).isEqualTo(Score.ofScaled(new BigDecimal("0.85")));
    assertThat(passed.time()).isEqualTo(Duration.ofSeconds(90));
    assertThat(passed.at().of()).isEqualTo(enrollment.ref());
  }

  @Test
  void what_was_once_passed_stays_passed_but_its_attempt_can_be_decided_anew() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2"));
    say(enrollment, U1, new Fact.Success(true), new Fact.End());

    say(enrollment, U1, new Fact.Success(false));

    UnitResult result = reload(enrollment).unit(U1);
    assertThat(result.success()).isEqualTo(Success.PASSED);
    assertThat(result.attempts())
        .extracting(AttemptOutcome::success)
        .containsExactly(Success.PASSED, Success.FAILED);
  }

  @Test
  void failed_unit_is_completed_but_not_satisfied_until_it_is_passed() {
    Enrollment enrollment = enroll(unit("u1"));
    say(enrollment, U1, new Fact.Completion(), new Fact.Success(false), new Fact.End());

    assertThat(reload(enrollment).unit(U1).completed()).isTrue();
    assertThat(reload(enrollment).state()).isEqualTo(EnrollmentState.ACTIVE);
    assertThat(reload(enrollment).success()).isEqualTo(Success.FAILED);

    say(enrollment, U1, new Fact.Success(true));

    assertThat(reload(enrollment).state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(reload(enrollment).completed().orElseThrow().success()).isEqualTo(Success.PASSED);
  }

  @Test
  void score_that_counts_follows_the_policy_of_the_unit() {
    Enrollment enrollment = enroll(
        unit("first").withScorePolicy(ScorePolicy.FIRST),
        unit("last").withScorePolicy(ScorePolicy.LAST),
        unit("best").withScorePolicy(ScorePolicy.BEST),
        unit("average").withScorePolicy(ScorePolicy.AVERAGE));
    for (String id : List.of("first", "last", "best", "average")) {
      for (String score : List.of("0.4", "0.9", "0.5")) {
        say(enrollment, new UnitId(id), scaled(score), new Fact.End());
      }
    }

    List<BigDecimal> counting = reload(enrollment).units().stream()
        .map(unit -> unit.score().orElseThrow().scaled().orElseThrow())
        .toList();
    assertThat(counting)
        .containsExactly(
            new BigDecimal("0.4"),
            new BigDecimal("0.5"),
            new BigDecimal("0.9"),
            new BigDecimal("0.6"));
    assertThat(reload(enrollment).score().orElseThrow().scaledOrNull()).isEqualByComparingTo("0.6");
  }

  @Test
  void raw_scores_are_compared_by_their_place_in_the_range() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2"));
    Score low = Score.ofRaw(new BigDecimal(60), BigDecimal.ZERO, new BigDecimal(100));
    Score high = Score.ofRaw(new BigDecimal(9), BigDecimal.ZERO, BigDecimal.TEN);

    say(enrollment, U1, new Fact.Score(low), new Fact.End());
    say(enrollment, U1, new Fact.Score(high), new Fact.End());

    assertThat(reload(enrollment).unit(U1).score()).contains(high);
    assertThat(reload(enrollment).score()).contains(high);
  }

  @Test
  void two_tabs_never_count_a_moment_twice() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2"));
    Instant now = test.time.get();

    say(enrollment, U1, new Fact.Time(now.minusSeconds(100), now.minusSeconds(40)));
    say(enrollment, U1, new Fact.Time(now.minusSeconds(60), now.minusSeconds(20)));
    say(enrollment, U2, new Fact.Time(now.minusSeconds(50), now));

    assertThat(reload(enrollment).unit(U1).timeOnTask()).isEqualTo(Duration.ofSeconds(80));
    assertThat(reload(enrollment).unit(U2).timeOnTask()).isEqualTo(Duration.ofSeconds(50));
    assertThat(reload(enrollment).timeOnTask()).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void choices_stand_in_events_and_written_answers_do_not() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2"));

    say(
        enrollment,
        U1,
        new Fact.Answer(null, Interaction.of("q1", InteractionType.CHOICE, "a[,]c", "correct")),
        new Fact.Answer(
            "sco-1", Interaction.of("q2", InteractionType.LONG_FILL_IN, "I am Ann", "neutral")));

    InteractionAnswered choice = (InteractionAnswered) test.heard.get(1);
    InteractionAnswered text = (InteractionAnswered) test.heard.get(2);
    assertThat(choice.interaction().responseOrNull()).isEqualTo("a[,]c");
    assertThat(text.toString()).doesNotContain("I am Ann");
    assertThat(text.partOrNull()).isEqualTo("sco-1");
    assertThat(lms.workforce().text(text.interaction().responseTextOrNull())).contains("I am Ann");
  }

  @Test
  void part_of_a_unit_is_reported_and_decides_nothing() {
    Enrollment enrollment = enroll(unit("u1"));

    say(
        enrollment,
        U1,
        new Fact.Part(
            new PartResult("sco-1", "Lesson", true, Success.PASSED, null, Duration.ZERO)));

    assertThat(test.events()).containsExactly("AttemptStarted", "PartReported");
    assertThat(reload(enrollment).unit(U1).completed()).isFalse();
  }

  @Test
  void fact_of_the_future_is_refused() {
    Enrollment enrollment = enroll(unit("u1"));

    assertThatThrownBy(() -> lms.attempts()
            .record(
                enrollment.id(),
                U1,
                List.of(new Fact.Completion()),
                test.time.get().plusMillis(1)))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("FUTURE_FACT");
    assertThat(reload(enrollment)).isEqualTo(enrollment);
  }

  @Test
  void erasing_a_learner_deletes_what_content_kept_and_leaves_the_facts() {
    Enrollment enrollment = enroll(unit("u1"), unit("u2"));
    say(enrollment, U1, new Fact.Completion());
    Attempt attempt = lms.attempts().of(enrollment.id(), ALL).items().get(0);

    lms.workforce().erase(ANN);

    assertThat(lms.attempts().state(attempt.id(), TestContent.TYPE)).isEmpty();
    assertThat(reload(enrollment).progress()).hasToString("1/2");
    assertThat(lms.workforce().learners(List.of(enrollment.learner()))).isEmpty();
    assertThat(lms.enrollments().enroll(ANN, FIRE_SAFETY).learner())
        .isNotEqualTo(enrollment.learner());
  }

  @Test
  void course_is_completed_by_what_it_asks_for() {
    Course course = Course.of("fire-safety", "Fire safety")
        .withUnits(List.of(unit("u1"), unit("u2"), unit("quiz").withMaxAttempts(2)))
        .withCompletion(Requirement.all(
            new Requirement.Passed(Subject.unit("quiz"), new BigDecimal("0.8")),
            Requirement.any(
                new Requirement.Completed(Subject.unit("u1")),
                new Requirement.Completed(Subject.unit("u2")))));
    lms.catalog().publish(course);
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    UnitId quiz = new UnitId("quiz");
    assertThat(enrollment.evaluation().remaining()).hasValue(2);

    say(enrollment, U2, new Fact.Completion());
    say(enrollment, quiz, scaled("0.79"), new Fact.Completion(), new Fact.End());
    assertThat(reload(enrollment).evaluation().remaining()).hasValue(1);
    assertThat(reload(enrollment).state()).isEqualTo(EnrollmentState.ACTIVE);
    say(enrollment, quiz, scaled("0.8"));

    assertThat(reload(enrollment).state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(reload(enrollment).unit(U1).attempts()).isEmpty();
  }

  @Test
  void course_becomes_impossible_when_the_last_attempt_is_gone() {
    Enrollment enrollment = enroll(unit("u1").withMaxAttempts(1));
    assertThat(enrollment.evaluation().remaining()).hasValue(1);

    say(enrollment, U1, new Fact.End());

    assertThat(reload(enrollment).evaluation().satisfaction()).isEqualTo(Satisfaction.IMPOSSIBLE);
    assertThat(reload(enrollment).evaluation().blocked()).hasSize(1);
  }

  @Test
  void rehearsed_step_records_the_same_events_and_changes_nothing() {
    Enrollment enrollment = enroll(unit("u1"));
    Say say = new Say(List.of(new Fact.Completion()), false);

    var rehearsed = lms.dryRun(l -> l.attempts().open(enrollment.id(), U1, TestContent.TYPE, say));
    assertThat(reload(enrollment)).isEqualTo(enrollment);
    List<String> wouldBe =
        rehearsed.events().stream().map(e -> e.getClass().getSimpleName()).toList();
    lms.attempts().open(enrollment.id(), U1, TestContent.TYPE, say);

    assertThat(test.events()).isEqualTo(wouldBe).contains("EnrollmentCompleted");
  }
}
