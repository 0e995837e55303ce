package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;
import static org.lmskit.learning.TestAttempts.scaled;
import static org.lmskit.learning.TestAttempts.unit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.learning.AttemptEvent.InteractionAnswered;
import org.lmskit.learning.AttemptEvent.UnitPassed;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;

/** What came of attempts: scores, completion and success, time, answers and parts. */
class AttemptResultsTest {
  private final TestAttempts attempts = new TestAttempts();
  private final TestLms test = attempts.test;
  private final Lms lms = attempts.lms;

  @Test
  void facts_that_are_known_already_become_no_events() {
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2"));
    Instant now = test.time.get();
    Fact[] facts = {
      scaled("0.5"),
      new Fact.Progress(new BigDecimal("0.4")),
      new Fact.Time(now.minusSeconds(30), now),
      new Fact.Completion(),
      new Fact.Success(true)
    };

    attempts.say(enrollment, U1, facts);
    assertThat(test.events())
        .containsExactly(
            "AttemptStarted",
            "ScoreRecorded",
            "UnitProgressed",
            "TimeSpent",
            "UnitCompleted",
            "UnitPassed");
    attempts.say(enrollment, U1, facts);
    attempts.say(enrollment, U1, new Fact.Progress(new BigDecimal("0.3")));

    assertThat(test.events()).isEmpty();
  }

  @Test
  void pass_carries_the_score_and_time_of_its_attempt() {
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2"));
    Instant now = test.time.get();

    attempts.say(
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
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2"));
    attempts.say(enrollment, U1, new Fact.Success(true), new Fact.End());

    attempts.say(enrollment, U1, new Fact.Success(false));

    UnitResult result = attempts.reload(enrollment).unit(U1);
    assertThat(result.success()).isEqualTo(Success.PASSED);
    assertThat(result.attempts())
        .extracting(AttemptOutcome::success)
        .containsExactly(Success.PASSED, Success.FAILED);
  }

  @Test
  void failed_unit_is_completed_but_not_satisfied_until_it_is_passed() {
    Enrollment enrollment = attempts.enroll(unit("u1"));
    attempts.say(enrollment, U1, new Fact.Completion(), new Fact.Success(false), new Fact.End());

    assertThat(attempts.reload(enrollment).unit(U1).completed()).isTrue();
    assertThat(attempts.reload(enrollment).state()).isEqualTo(EnrollmentState.ACTIVE);
    assertThat(attempts.reload(enrollment).success()).isEqualTo(Success.FAILED);

    attempts.say(enrollment, U1, new Fact.Success(true));

    assertThat(attempts.reload(enrollment).state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(attempts.reload(enrollment).completed().orElseThrow().success())
        .isEqualTo(Success.PASSED);
  }

  @Test
  void score_that_counts_follows_the_policy_of_the_unit() {
    Enrollment enrollment = attempts.enroll(
        unit("first").withScorePolicy(ScorePolicy.FIRST),
        unit("last").withScorePolicy(ScorePolicy.LAST),
        unit("best").withScorePolicy(ScorePolicy.BEST),
        unit("average").withScorePolicy(ScorePolicy.AVERAGE));
    for (String id : List.of("first", "last", "best", "average")) {
      for (String score : List.of("0.4", "0.9", "0.5")) {
        attempts.say(enrollment, new UnitId(id), scaled(score), new Fact.End());
      }
    }

    List<BigDecimal> counting = attempts.reload(enrollment).units().stream()
        .map(unit -> unit.score().orElseThrow().scaled().orElseThrow())
        .toList();
    assertThat(counting)
        .containsExactly(
            new BigDecimal("0.4"),
            new BigDecimal("0.5"),
            new BigDecimal("0.9"),
            new BigDecimal("0.6"));
    assertThat(attempts.reload(enrollment).score().orElseThrow().scaledOrNull())
        .isEqualByComparingTo("0.6");
  }

  @Test
  void raw_scores_are_compared_by_their_place_in_the_range() {
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2"));
    Score low = Score.ofRaw(new BigDecimal(60), BigDecimal.ZERO, new BigDecimal(100));
    Score high = Score.ofRaw(new BigDecimal(9), BigDecimal.ZERO, BigDecimal.TEN);

    attempts.say(enrollment, U1, new Fact.Score(low), new Fact.End());
    attempts.say(enrollment, U1, new Fact.Score(high), new Fact.End());

    assertThat(attempts.reload(enrollment).unit(U1).score()).contains(high);
    assertThat(attempts.reload(enrollment).score()).contains(high);
  }

  @Test
  void two_tabs_never_count_a_moment_twice() {
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2"));
    Instant now = test.time.get();

    attempts.say(enrollment, U1, new Fact.Time(now.minusSeconds(100), now.minusSeconds(40)));
    attempts.say(enrollment, U1, new Fact.Time(now.minusSeconds(60), now.minusSeconds(20)));
    attempts.say(enrollment, U2, new Fact.Time(now.minusSeconds(50), now));

    assertThat(attempts.reload(enrollment).unit(U1).timeOnTask()).isEqualTo(Duration.ofSeconds(80));
    assertThat(attempts.reload(enrollment).unit(U2).timeOnTask()).isEqualTo(Duration.ofSeconds(50));
    assertThat(attempts.reload(enrollment).timeOnTask()).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void choices_stand_in_events_and_written_answers_do_not() {
    Enrollment enrollment = attempts.enroll(unit("u1"), unit("u2"));

    attempts.say(
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
    Enrollment enrollment = attempts.enroll(unit("u1"));

    attempts.say(
        enrollment,
        U1,
        new Fact.Part(
            new PartResult("sco-1", "Lesson", true, Success.PASSED, null, Duration.ZERO)));

    assertThat(test.events()).containsExactly("AttemptStarted", "PartReported");
    assertThat(attempts.reload(enrollment).unit(U1).completed()).isFalse();
  }
}
