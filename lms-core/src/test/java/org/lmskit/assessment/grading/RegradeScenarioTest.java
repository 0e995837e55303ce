package org.lmskit.assessment.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.AssessmentResult;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.grading.GradingEvent.PassLost;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.assessment.sitting.Quizzes;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Unit;
import org.lmskit.learning.AttemptOutcome;
import org.lmskit.learning.Completed;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Fact;
import org.lmskit.learning.Success;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.Rational;
import org.lmskit.model.Score;
import org.lmskit.viewing.ViewingRule;

/** Three questions of 1, 2 and 3 points whose key is A, and what becomes of attempts when keys are corrected. */
class RegradeScenarioTest {
  private final Quizzes quizzes = new Quizzes();
  private final Lms lms = quizzes.lms;

  RegradeScenarioTest() {
    IntStream.rangeClosed(1, 3).forEach(number -> key(number, "A"));
  }

  private void key(int number, String key) {
    quizzes.item(Item.singleChoice(
            "R" + number,
            "Which?",
            key,
            SimpleChoice.of("A", "A"),
            SimpleChoice.of("B", "B"),
            SimpleChoice.of("C", "C"))
        .withMaxScore(number));
  }

  private static Assessment quiz(Pool... pools) {
    return Assessment.of("quiz", "Quiz").section(Section.of("s", "S", pools)).withPassing("0.5");
  }

  private AttemptId sit(EnrollmentId enrollment, String answers) {
    AttemptId attempt = lms.sittings().start(enrollment, U1).attempt();
    answer(attempt, answers);
    lms.sittings().submit(attempt);
    quizzes.test.pass(Duration.ofMinutes(1));
    return attempt;
  }

  private void answer(AttemptId attempt, String answers) {
    for (int i = 0; i < answers.length(); i++) {
      lms.sittings()
          .respond(
              attempt, new ItemId("R" + (i + 1)), Response.choices(answers.substring(i, i + 1)));
    }
  }

  private Regrade regrade(RegradeMode mode, String... items) {
    List<ItemId> corrected = Arrays.stream(items).map(ItemId::new).toList();
    return lms.gradings().regrade(new AssessmentId("quiz"), corrected, mode, "the key was wrong");
  }

  private Rational total(AttemptId attempt) {
    return lms.assessments().row(attempt).orElseThrow().total();
  }

  /** First 0 of 6, then 3 of 6; the corrected second question gives the first attempt 2 and takes 2 from the other. */
  @ParameterizedTest
  @CsvSource({
    "FIRST, REPLACE, 1/3, false",
    "FIRST, NEVER_LOWER, 1/3, false",
    "LAST, REPLACE, 1/6, false",
    "LAST, NEVER_LOWER, 1/2, true",
    "BEST, REPLACE, 1/3, false",
    "BEST, NEVER_LOWER, 1/2, true",
    "AVERAGE, REPLACE, 1/4, false",
    "AVERAGE, NEVER_LOWER, 5/12, false"
  })
  void what_counts_of_several_attempts_follows_the_regrade(
      ScorePolicy policy, RegradeMode mode, String scaled, boolean passed) {
    Assessment quiz = quiz(Pool.of("R1", "R2", "R3")).withAttempts(0, Duration.ZERO, policy);
    EnrollmentId enrollment = quizzes.enrolled(quiz, ANN);
    sit(enrollment, "CBC");
    sit(enrollment, "AAC");
    key(2, "B");

    regrade(mode, "R2");

    AssessmentResult result = lms.assessments().result(enrollment, U1).orElseThrow();
    assertThat(result.scaled()).hasToString(scaled);
    assertThat(result.passed()).isEqualTo(passed);
    assertThat(lms.reports().scores(Quizzes.COURSE).list())
        .singleElement()
        .satisfies(row -> assertThat(row.share()).contains(result.scaled()));
    boolean wasPassed = policy == ScorePolicy.LAST || policy == ScorePolicy.BEST;
    assertThat(lms.enrollments().find(enrollment).orElseThrow().state())
        .isEqualTo(wasPassed ? EnrollmentState.COMPLETED : EnrollmentState.ACTIVE);
  }

  @ParameterizedTest
  @EnumSource(
      value = ScorePolicy.class,
      names = {"LAST", "AVERAGE"})
  void
      time_that_runs_out_completes_nothing_on_the_day_of_an_attempt_that_was_failed_until_its_regrade(
          ScorePolicy policy) {
    Assessment quiz = quiz(Pool.of("R1", "R2", "R3"))
        .withAttempts(0, Duration.ZERO, policy)
        .withTimeLimit(Duration.ofMinutes(10));
    EnrollmentId enrollment = quizzes.enrolled(quiz, ANN);
    sit(enrollment, "CCB");
    quizzes.test.pass(Duration.ofDays(4));
    sit(enrollment, "CCC");
    quizzes.test.pass(Duration.ofDays(5));
    key(3, "B");
    regrade(RegradeMode.REPLACE, "R3"); // 3 of 6 for the first attempt
    quizzes.test.pass(Duration.ofDays(2));
    AttemptId last = lms.sittings().start(enrollment, U1).attempt();
    quizzes.test.pass(Duration.ofMinutes(11));
    lms.advance();

    UnitResult unit = lms.enrollments().find(enrollment).orElseThrow().unit(U1);
    assertThat(lms.attempts().find(last).orElseThrow().success()).isEqualTo(Success.FAILED);
    assertThat(unit.attempts())
        .extracting(AttemptOutcome::success)
        .containsExactly(Success.PASSED, Success.FAILED, Success.FAILED);
    assertThat(lms.enrollments().find(enrollment).orElseThrow().completed()).isEmpty();
    assertThat(quizzes.test.events()).doesNotContain("EnrollmentCompleted");
  }

  @Test
  void late_score_of_something_else_moves_no_completion_to_the_day_before_the_regrade() {
    Assessment quiz = quiz(Pool.of("R1", "R2", "R3"));
    lms.catalog()
        .publish(Course.of("course", "Course")
            .unit(lms.assessments().publish(quiz).unit("u1"))
            .unit(Unit.of("u2", "More", quizzes.test.page("more", ViewingRule.OPENED))
                .optional()));
    EnrollmentId enrollment = lms.enrollments().enroll(ANN, Quizzes.COURSE).id();
    Instant before = quizzes.test.time.get();
    quizzes.test.pass(Duration.ofDays(1));
    sit(enrollment, "CCB");
    quizzes.test.pass(Duration.ofDays(19));
    key(3, "B");
    regrade(RegradeMode.REPLACE, "R3");
    Completed known =
        lms.enrollments().find(enrollment).orElseThrow().completed().orElseThrow();
    quizzes.test.pass(Duration.ofDays(1));

    lms.attempts()
        .record(enrollment, U2, List.of(new Fact.Score(Score.ofScaled(BigDecimal.ONE))), before);

    Completed completed =
        lms.enrollments().find(enrollment).orElseThrow().completed().orElseThrow();
    assertThat(completed.at()).isEqualTo(known.at());
    assertThat(completed.on()).isEqualTo(known.on());
    assertThat(completed.success()).isEqualTo(Success.PASSED);
    assertThat(completed.scoreOrNull()).isEqualTo(Score.ofScaled(new BigDecimal("0.75")));
  }

  @Test
  void pass_of_the_mean_is_lost_though_each_attempt_that_passed_still_does() {
    EnrollmentId enrollment = quizzes.enrolled(
        quiz(Pool.of("R1", "R2", "R3")).withAttempts(0, Duration.ZERO, ScorePolicy.AVERAGE), ANN);
    sit(enrollment, "ABA"); // 4 of 6
    sit(enrollment, "BAB"); // 2 of 6
    key(1, "C");

    regrade(RegradeMode.REPLACE, "R1"); // 3 of 6, which passes

    assertThat(quizzes.test.heard.stream().filter(PassLost.class::isInstance))
        .singleElement()
        .isInstanceOfSatisfying(
            PassLost.class, lost -> assertThat(lost.passedOtherwise()).isFalse());
    assertThat(lms.enrollments().find(enrollment).orElseThrow().completed()).isPresent();
  }

  @Test
  void never_lower_takes_all_corrected_questions_of_an_attempt_or_none() {
    EnrollmentId enrollment = quizzes.enrolled(
        quiz(Pool.of("R1", "R2", "R3")).withAttempts(0, Duration.ZERO, ScorePolicy.BEST), ANN);
    AttemptId falls = sit(enrollment, "BAA");
    AttemptId same = sit(enrollment, "AAB");
    key(1, "B");
    key(2, "C");
    key(3, "B");

    regrade(RegradeMode.NEVER_LOWER, "R1", "R2", "R3");

    assertThat(total(falls)).isEqualTo(Rational.of(5)); // it would be 1
    assertThat(total(same)).isEqualTo(Rational.of(3));
    assertThat(lms.assessments().row(same).orElseThrow().items())
        .extracting(item -> item.score().orElseThrow().toString())
        .containsExactly("0", "0", "3");
    regrade(RegradeMode.NEVER_LOWER, "R1");
    assertThat(total(falls)).isEqualTo(Rational.of(6));
  }

  @Test
  void only_who_drew_the_question_is_regraded_and_who_is_at_work_keeps_his_key_until_he_hands_in() {
    Assessment quiz = quiz(Pool.draw(1, "R1", "R2"), Pool.of("R3"));
    EnrollmentId ann = quizzes.enrolled(quiz, ANN);
    EnrollmentId ben = lms.enrollments().enroll(BEN, Quizzes.COURSE).id();
    for (EnrollmentId enrollment : List.of(ann, ben)) {
      Paper paper =
          lms.sittings().start(enrollment, U1, seed(quiz, enrollment.equals(ann) ? "R1" : "R2"));
      paper
          .items()
          .forEach(item ->
              lms.sittings().respond(paper.attempt(), item.ref().item(), Response.choices("B")));
      lms.sittings().submit(paper.attempt());
    }
    AttemptId running = lms.sittings().start(ben, U1, seed(quiz, "R1")).attempt();
    lms.sittings().respond(running, new ItemId("R1"), Response.choices("B"));
    key(1, "B");

    assertThat(regrade(RegradeMode.REPLACE, "R1").attempts()).singleElement().satisfies(one -> {
      assertThat(one.newTotal()).isEqualTo(Rational.ONE);
      assertThat(one.max()).isEqualTo(Rational.of(4));
    });
    lms.sittings().submit(running);
    assertThat(total(running)).isEqualTo(Rational.ZERO);
    assertThat(regrade(RegradeMode.REPLACE, "R1").attempts()).hasSize(1);
    assertThat(total(running)).isEqualTo(Rational.ONE);
  }

  /** A seed by which this question is drawn. */
  private static String seed(Assessment quiz, String item) {
    return IntStream.range(0, 100)
        .mapToObj(i -> "seed-" + i)
        .filter(seed -> quiz.draw(seed).items().contains(new ItemId(item)))
        .findFirst()
        .orElseThrow();
  }
}
