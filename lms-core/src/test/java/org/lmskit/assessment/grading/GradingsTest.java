package org.lmskit.assessment.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.U1;
import static org.lmskit.assessment.sitting.Quizzes.assertRefused;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Marking;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.sitting.Quizzes;
import org.lmskit.learning.Success;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.Rational;

class GradingsTest {
  private static final ItemId ESSAY = new ItemId("E1");
  private static final ItemId SECOND = new ItemId("E2");
  private static final AssessmentId QUIZ = new AssessmentId("quiz");
  private static final Rubric RUBRIC =
      Rubric.of(Rubric.Criterion.of("style", "Style", 2), Rubric.Criterion.of("facts", "Facts", 4));

  private final Quizzes quizzes = new Quizzes();
  private final TestLms test = quizzes.test;
  private final Lms lms = quizzes.lms;

  private EnrollmentId enrolled(Marking marking) {
    quizzes.item(Item.essay("E1", "Why?", RUBRIC).withMarking(marking));
    return quizzes.enrolled(
        Assessment.of("quiz", "Quiz")
            .section(Section.of("s", "S", Pool.of("Q1", "E1")))
            .withPassing("0.5"),
        ANN);
  }

  private AttemptId submitted(Marking marking) {
    AttemptId attempt = lms.sittings().start(enrolled(marking), U1).attempt();
    lms.sittings().respond(attempt, Quizzes.Q1, Response.choices("true"));
    lms.sittings().respond(attempt, ESSAY, Response.text("Because it is so."));
    lms.sittings().submit(attempt);
    test.events();
    return attempt;
  }

  private GradingTask grade(String grader, AttemptId attempt, int style, int facts) {
    return lms.as(new PrincipalId(grader))
        .gradings()
        .grade(attempt, ESSAY, points(style, facts), "");
  }

  private static Map<String, BigDecimal> points(int style, int facts) {
    return Map.of("style", BigDecimal.valueOf(style), "facts", BigDecimal.valueOf(facts));
  }

  @Test
  void an_attempt_is_decided_when_its_last_answer_is_graded() {
    AttemptId attempt = submitted(Marking.ONE_GRADER);
    assertThat(lms.attempts().find(attempt).orElseThrow().completed()).isFalse();
    assertThat(lms.assessments().row(attempt).orElseThrow().graded()).isFalse();
    assertThat(lms.gradings().queue(QUIZ, TestLms.ALL).items())
        .extracting("state")
        .containsExactly(GradingState.WAITING);

    GradingTask graded = grade("eva", attempt, 1, 2);

    assertThat(graded.score()).contains(Rational.of(3));
    assertThat(lms.attempts().find(attempt).orElseThrow().success()).isEqualTo(Success.PASSED);
    assertThat(lms.assessments().row(attempt).orElseThrow().scaled()).isEqualTo(Rational.of(4, 7));
    assertThat(lms.gradings().queue(TestLms.ALL).items()).isEmpty();
    assertThat(test.events())
        .containsExactly(
            "ResponseGraded",
            "InteractionAnswered",
            "ScoreRecorded",
            "UnitCompleted",
            "UnitPassed",
            "EnrollmentCompleted");
  }

  @Test
  void a_blank_answer_scores_0_and_waits_for_nobody() {
    AttemptId attempt = lms.sittings().start(enrolled(Marking.ONE_GRADER), U1).attempt();
    lms.sittings().respond(attempt, ESSAY, Response.text("  "));
    lms.sittings().submit(attempt);

    assertThat(lms.assessments().row(attempt).orElseThrow().graded()).isTrue();
    assertThat(lms.gradings().of(attempt)).isEmpty();
    assertThat(lms.attempts().find(attempt).orElseThrow().success()).isEqualTo(Success.FAILED);
  }

  @Test
  void two_graders_within_the_tolerance_give_their_mean() {
    AttemptId attempt = submitted(Marking.twoGraders(BigDecimal.ONE));

    GradingTask first = grade("eva", attempt, 1, 2);
    assertThat(first.state()).isEqualTo(GradingState.SECOND);
    assertThat(lms.gradings().queue(TestLms.ALL).items())
        .singleElement()
        .satisfies(task -> assertThat(task.marks()).isEmpty());
    GradingTask second = grade("fred", attempt, 2, 2);

    assertThat(second.state()).isEqualTo(GradingState.GRADED);
    assertThat(second.score()).contains(Rational.of(7, 2));
  }

  @Test
  void two_graders_who_differ_by_more_need_a_third_who_decides() {
    AttemptId attempt = submitted(Marking.twoGraders(BigDecimal.ONE));
    grade("eva", attempt, 0, 2);
    assertThat(grade("fred", attempt, 2, 2).state()).isEqualTo(GradingState.ADJUDICATION);
    assertThat(lms.assessments().row(attempt).orElseThrow().graded()).isFalse();
    assertThat(lms.gradings().queue(TestLms.ALL).items())
        .singleElement()
        .satisfies(task -> assertThat(task.marks()).hasSize(2));

    assertRefused(GradingReason.SAME_GRADER, "E1", () -> grade("eva", attempt, 1, 2));
    GradingTask decided = grade("gina", attempt, 0, 1);

    assertThat(decided.score()).contains(Rational.ONE);
    assertThat(lms.assessments().row(attempt).orElseThrow().total()).isEqualTo(Rational.of(2));
  }

  @Test
  void who_may_not_grade_and_what_may_not_be_given_is_refused_with_the_value() {
    AttemptId attempt = submitted(Marking.twoGraders(BigDecimal.ZERO));
    var gradings = lms.as(new PrincipalId("eva")).gradings();

    assertRefused(
        GradingReason.SCORE_OUT_OF_RANGE,
        "5",
        () -> gradings.grade(attempt, ESSAY, points(1, 5), ""));
    assertRefused(
        GradingReason.SCORE_OUT_OF_RANGE,
        "-1",
        () -> gradings.grade(attempt, ESSAY, points(-1, 2), ""));
    assertRefused(
        GradingReason.CRITERION_MISSING,
        "facts",
        () -> gradings.grade(attempt, ESSAY, Map.of("style", BigDecimal.ONE), ""));
    assertRefused(
        GradingReason.CRITERION_UNKNOWN,
        "wit",
        () -> gradings.grade(attempt, ESSAY, Map.of("wit", BigDecimal.ONE), ""));
    assertRefused(GradingReason.SELF_GRADING, "E1", () -> grade("ann", attempt, 2, 4));
    assertThatThrownBy(() -> gradings.grade(attempt, SECOND, points(1, 1), ""))
        .isInstanceOf(NotFoundException.class);
    grade("eva", attempt, 1, 1);
    assertRefused(GradingReason.SAME_GRADER, "E1", () -> grade("eva", attempt, 1, 1));
    grade("fred", attempt, 1, 1);
    assertRefused(GradingReason.ALREADY_GRADED, "2", () -> grade("gina", attempt, 1, 1));
  }

  @Test
  void a_regrade_of_an_attempt_that_waits_for_a_grade_decides_nothing_yet() {
    AttemptId attempt = submitted(Marking.ONE_GRADER);
    quizzes.item(Item.trueFalse("Q1", "True?", false));

    Regrade done =
        lms.gradings().regrade(QUIZ, List.of(Quizzes.Q1), RegradeMode.REPLACE, "the key was wrong");

    assertThat(done.attempts()).singleElement().satisfies(one -> {
      assertThat(one.oldTotal()).isEqualTo(Rational.ONE);
      assertThat(one.newTotal()).isEqualTo(Rational.ZERO);
      assertThat(one.passedBefore()).isFalse();
    });
    assertThat(test.events()).containsExactly("ItemPublished", "AttemptRegraded");
    grade("eva", attempt, 2, 4);
    assertThat(lms.assessments().row(attempt).orElseThrow().total()).isEqualTo(Rational.of(6));
  }

  @Test
  void what_a_person_wrote_is_scored_anew_as_long_as_he_is_not_erased() {
    quizzes.item(Item.textEntry("Q1", "Capital?", "Lisbon"));
    EnrollmentId enrollment = quizzes.enrolled(Quizzes.both(), ANN);
    AttemptId attempt = lms.sittings().start(enrollment, U1).attempt();
    lms.sittings().respond(attempt, Quizzes.Q1, Response.text("Lisboa"));
    lms.sittings().submit(attempt);
    quizzes.item(Item.textEntry("Q1", "Capital?", "Lisbon", "Lisboa"));

    Regrade rehearsed = lms.dryRun(
            l -> l.gradings().regrade(QUIZ, List.of(Quizzes.Q1), RegradeMode.REPLACE, "x"))
        .result();
    assertThat(rehearsed.attempts()).hasSize(1);
    lms.workforce().erase(ANN);

    Regrade done =
        lms.gradings().regrade(QUIZ, List.of(Quizzes.Q1), RegradeMode.REPLACE, "spelling");
    assertThat(done.attempts()).isEmpty();
    assertThat(lms.assessments().row(attempt).orElseThrow().total()).isEqualTo(Rational.ZERO);
  }

  @Test
  void what_was_erased_waits_for_no_grader() {
    AttemptId attempt = submitted(Marking.ONE_GRADER);

    lms.workforce().erase(ANN);

    assertThat(lms.gradings().queue(TestLms.ALL).items()).isEmpty();
    assertThat(lms.gradings().of(attempt)).isEmpty();
    assertThat(lms.assessments().row(attempt).orElseThrow().graded()).isFalse();
  }

  @Test
  void what_cannot_be_scored_anew_is_refused() {
    submitted(Marking.ONE_GRADER);
    var gradings = lms.gradings();

    assertRefused(
        GradingReason.REASON_MISSING,
        "why",
        () -> gradings.regrade(QUIZ, List.of(Quizzes.Q1), RegradeMode.REPLACE, ""));
    assertRefused(
        GradingReason.UNKNOWN,
        "Q9",
        () -> gradings.regrade(QUIZ, List.of(new ItemId("Q9")), RegradeMode.REPLACE, "x"));
    assertRefused(
        GradingReason.UNKNOWN,
        "other",
        () -> gradings.regrade(
            new AssessmentId("other"), List.of(Quizzes.Q1), RegradeMode.REPLACE, "x"));
    assertRefused(
        GradingReason.GRADED_BY_HAND,
        "E1",
        () -> gradings.regrade(QUIZ, List.of(ESSAY), RegradeMode.REPLACE, "x"));
    quizzes.item(Item.numeric("Q1", "How many?", "1", "0"));
    assertRefused(
        GradingReason.OTHER_INTERACTION,
        "Q1",
        () -> gradings.regrade(QUIZ, List.of(Quizzes.Q1), RegradeMode.REPLACE, "x"));
  }
}
