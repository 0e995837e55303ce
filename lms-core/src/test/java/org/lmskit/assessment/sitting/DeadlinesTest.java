package org.lmskit.assessment.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.U1;
import static org.lmskit.assessment.sitting.Quizzes.Q1;
import static org.lmskit.assessment.sitting.Quizzes.Q2;
import static org.lmskit.assessment.sitting.Quizzes.assertRefused;
import static org.lmskit.assessment.sitting.Quizzes.both;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assessment.AssessmentReason;
import org.lmskit.assessment.item.Response;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.Rational;

/** When time is up, and for whom later. */
class DeadlinesTest {
  private static final Response TRUE = Response.choices("true");

  private final Quizzes quizzes = new Quizzes();
  private final TestLms test = quizzes.test;
  private final Lms lms = quizzes.lms;

  private EnrollmentId enrolled() {
    return quizzes.enrolled(both().withTimeLimit(Duration.ofMinutes(10)), ANN);
  }

  private AttemptId start(EnrollmentId enrollment) {
    return lms.sittings().start(enrollment, U1).attempt();
  }

  @Test
  void the_deadline_itself_is_in_time_and_a_moment_later_is_not() {
    EnrollmentId enrollment = enrolled();
    AttemptId attempt = start(enrollment);
    Instant deadline = test.time.get().plus(Duration.ofMinutes(10));

    test.time.set(deadline);
    lms.advance();
    assertThat(lms.sittings().respond(attempt, Q1, TRUE).deadline()).contains(deadline);

    test.pass(Duration.ofMillis(1));
    assertRefused(
        AssessmentReason.DEADLINE_PASSED,
        deadline.toString(),
        () -> lms.sittings().respond(attempt, Q2, TRUE));
    test.pass(Duration.ofHours(3));
    lms.advance();

    var row = lms.assessments().row(attempt).orElseThrow();
    assertThat(row.total()).isEqualTo(Rational.ONE);
    assertThat(row.submittedAt()).isEqualTo(deadline);
    assertThat(lms.attempts().find(attempt).orElseThrow().endedAt()).contains(deadline);
    assertRefused(
        AssessmentReason.DEADLINE_PASSED,
        deadline.toString(),
        () -> lms.sittings().respond(attempt, Q2, TRUE));
  }

  @Test
  void what_was_saved_by_the_deadline_counts_when_somebody_comes_back_late() {
    EnrollmentId enrollment = enrolled();
    AttemptId attempt = start(enrollment);
    lms.sittings().respond(attempt, Q1, TRUE);
    test.pass(Duration.ofDays(1));

    Review review = lms.sittings().submit(attempt);
    AttemptId next = start(enrollment);

    assertThat(review.score()).contains(Rational.ONE);
    assertThat(lms.assessments().row(attempt).orElseThrow().submittedAt())
        .isEqualTo(test.time.get().minus(Duration.ofDays(1)).plus(Duration.ofMinutes(10)));
    assertThat(next).isNotEqualTo(attempt);
  }

  @Test
  void starting_anew_hands_in_what_time_ran_out_for() {
    EnrollmentId enrollment = enrolled();
    AttemptId attempt = start(enrollment);
    test.pass(Duration.ofMinutes(11));

    AttemptId next = start(enrollment);

    assertThat(next).isNotEqualTo(attempt);
    assertThat(lms.assessments().row(attempt).orElseThrow().total()).isEqualTo(Rational.ZERO);
  }

  @Test
  void an_accommodation_lengthens_a_running_attempt_from_its_start_and_never_shortens_it() {
    EnrollmentId enrollment = enrolled();
    Instant begun = test.time.get();
    AttemptId attempt = start(enrollment);
    test.pass(Duration.ofMinutes(9));

    lms.assessments().accommodate(ANN, new BigDecimal("1.5"), "reads slowly");
    assertThat(lms.sittings().paper(attempt).deadline())
        .contains(begun.plus(Duration.ofMinutes(15)));
    lms.assessments().accommodate(ANN, new BigDecimal("1.25"), "less is enough");
    assertThat(lms.sittings().paper(attempt).deadline())
        .contains(begun.plus(Duration.ofMinutes(15)));

    test.time.set(begun.plus(Duration.ofMinutes(15)));
    lms.sittings().respond(attempt, Q1, TRUE);
    test.pass(Duration.ofMillis(1));
    lms.advance();
    assertThat(lms.assessments().row(attempt).orElseThrow().total()).isEqualTo(Rational.ONE);
    assertThat(lms.sittings().start(enrollment, U1).deadline())
        .contains(test.time.get().plus(Duration.ofSeconds(750)));
  }

  @Test
  void an_accommodation_for_one_assessment_comes_before_that_for_all_and_is_at_least_1() {
    EnrollmentId enrollment = enrolled();
    lms.assessments().accommodate(ANN, new BigDecimal("2"), "reads slowly");
    lms.assessments()
        .accommodate(ANN, both().id(), new BigDecimal("1.1"), "there is little to read");

    assertThat(lms.sittings().start(enrollment, U1).deadline())
        .contains(test.time.get().plus(Duration.ofMinutes(11)));
    assertThat(lms.assessments().accommodations(ANN)).hasSize(2);
    assertRefused(
        AssessmentReason.FACTOR_TOO_SMALL,
        "0.99",
        () -> lms.assessments().accommodate(ANN, new BigDecimal("0.99"), "is quick"));
    assertRefused(
        AssessmentReason.REASON_MISSING,
        "why",
        () -> lms.assessments().accommodate(ANN, BigDecimal.ONE, " "));
  }

  @Test
  void granted_after_time_ran_out_it_changes_nothing_for_that_attempt() {
    EnrollmentId enrollment = enrolled();
    AttemptId attempt = start(enrollment);
    test.pass(Duration.ofMinutes(11));

    lms.assessments().accommodate(ANN, new BigDecimal("2"), "reads slowly");

    assertThat(lms.assessments().row(attempt)).isPresent();
    assertThat(lms.sittings().review(attempt).submitted()).isTrue();
  }
}
