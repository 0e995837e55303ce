package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;
import static org.lmskit.learning.TestAttempts.scaled;
import static org.lmskit.learning.TestAttempts.unit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Satisfaction;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.TestContent.Counter;
import org.lmskit.learning.TestContent.Say;
import org.lmskit.model.AttemptId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;

class AttemptsTest {
  private final TestAttempts attempts = new TestAttempts();
  private final TestLms test = attempts.test;
  private final Lms lms = attempts.lms;

  @Test
  void attempt_is_resumed_until_it_ends_and_then_another_begins() {
    Enrollment enrollment = attempts.enroll(unit("u1"));

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
    assertThat(attempts.reload(enrollment).startedAt()).contains(first.startedAt());
  }

  @Test
  void unit_opens_when_its_prerequisites_are_satisfied() {
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2").after("u1"));

    assertThatThrownBy(() -> lms.attempts().start(enrollment.id(), U2))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(LearningReason.PREREQUISITE_MISSING);
          assertThat(e.details()).containsEntry("missing", "[u1]");
        });
    attempts.say(enrollment, U1, new Fact.Completion(), new Fact.Success(false));
    assertRefused(
        LearningReason.PREREQUISITE_MISSING, () -> lms.attempts().start(enrollment.id(), U2));
    attempts.say(enrollment, U1, new Fact.Success(true));

    assertThat(lms.attempts().start(enrollment.id(), U2).number()).isEqualTo(1);
  }

  @Test
  void unit_can_be_tried_as_often_as_it_says() {
    Enrollment enrollment = attempts.enroll(unit("u1").withMaxAttempts(2));
    attempts.say(enrollment, U1, new Fact.End());
    attempts.say(enrollment, U1, new Fact.End());

    assertRefused(
        LearningReason.ATTEMPTS_EXHAUSTED, () -> lms.attempts().start(enrollment.id(), U1));
    assertThat(attempts.reload(enrollment).unit(U1).attemptCount()).isEqualTo(2);
  }

  @Test
  void ended_or_unknown_attempt_takes_no_request() {
    Enrollment enrollment = attempts.enroll(unit("u1"));
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
    Enrollment enrollment = attempts.enroll(unit("u1"));

    assertThatThrownBy(() -> lms.attempts()
            .open(enrollment.id(), U1, ViewedContent.PAGE, new ViewingRequest.Open("s")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test");
    assertThat(lms.attempts().of(enrollment.id(), ALL).items()).isEmpty();
  }

  @Test
  void step_that_content_refuses_leaves_nothing_behind() {
    Enrollment enrollment = attempts.enroll(unit("u1"));

    assertRefused(
        TestContent.Refusal.NOT_NOW,
        () -> lms.attempts().open(enrollment.id(), U1, TestContent.TYPE, new Say(List.of(), true)));

    assertThat(lms.attempts().of(enrollment.id(), PageRequest.first(1)).items()).isEmpty();
    assertThat(test.events()).isEmpty();
  }

  @Test
  void states_of_attempt_and_learner_are_kept_and_the_learners_lasts_across_attempts() {
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2"));

    assertThat(attempts.say(enrollment, U1)).isEqualTo(1);
    assertThat(attempts.say(enrollment, U1)).isEqualTo(2);
    assertThat(attempts.say(enrollment, U2)).isEqualTo(3);

    Attempt attempt = lms.attempts().of(enrollment.id(), ALL).items().get(0);
    assertThat(lms.attempts().state(attempt.id(), TestContent.TYPE))
        .contains(new Counter(attempt.id().value(), 2));
    assertThat(test.events()).containsExactly("AttemptStarted", "AttemptStarted");
  }

  @Test
  void concurrent_steps_lose_no_update() throws Exception {
    Enrollment enrollment = attempts.enroll(unit("u1"));
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
  void fact_of_the_future_is_refused() {
    Enrollment enrollment = attempts.enroll(unit("u1"));

    assertThatThrownBy(() -> lms.attempts()
            .record(
                enrollment.id(),
                U1,
                List.of(new Fact.Completion()),
                test.time.get().plusMillis(1)))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("FUTURE_FACT");
    assertThat(attempts.reload(enrollment)).isEqualTo(enrollment);
  }

  @Test
  void erasing_a_learner_deletes_what_content_kept_and_leaves_the_facts() {
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2"));
    attempts.say(enrollment, U1, new Fact.Completion());
    Attempt attempt = lms.attempts().of(enrollment.id(), ALL).items().get(0);

    lms.workforce().erase(ANN);

    assertThat(lms.attempts().state(attempt.id(), TestContent.TYPE)).isEmpty();
    assertThat(attempts.reload(enrollment).progress()).hasToString("1/2");
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

    attempts.say(enrollment, U2, new Fact.Completion());
    attempts.say(enrollment, quiz, scaled("0.79"), new Fact.Completion(), new Fact.End());
    assertThat(attempts.reload(enrollment).evaluation().remaining()).hasValue(1);
    assertThat(attempts.reload(enrollment).state()).isEqualTo(EnrollmentState.ACTIVE);
    attempts.say(enrollment, quiz, scaled("0.8"));

    assertThat(attempts.reload(enrollment).state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(attempts.reload(enrollment).unit(U1).attempts()).isEmpty();
  }

  @Test
  void course_becomes_impossible_when_the_last_attempt_is_gone() {
    Enrollment enrollment = attempts.enroll(unit("u1").withMaxAttempts(1));
    assertThat(enrollment.evaluation().remaining()).hasValue(1);

    attempts.say(enrollment, U1, new Fact.End());

    assertThat(attempts.reload(enrollment).evaluation().satisfaction())
        .isEqualTo(Satisfaction.IMPOSSIBLE);
    assertThat(attempts.reload(enrollment).evaluation().blocked()).hasSize(1);
  }

  @Test
  void rehearsed_step_records_the_same_events_and_changes_nothing() {
    Enrollment enrollment = attempts.enroll(unit("u1"));
    Say say = new Say(List.of(new Fact.Completion()), false);

    var rehearsed = lms.dryRun(l -> l.attempts().open(enrollment.id(), U1, TestContent.TYPE, say));
    assertThat(attempts.reload(enrollment)).isEqualTo(enrollment);
    List<String> wouldBe =
        rehearsed.events().stream().map(e -> e.getClass().getSimpleName()).toList();
    lms.attempts().open(enrollment.id(), U1, TestContent.TYPE, say);

    assertThat(test.events()).isEqualTo(wouldBe).contains("EnrollmentCompleted");
  }
}
