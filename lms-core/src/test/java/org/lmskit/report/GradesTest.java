package org.lmskit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ANN;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemBankId;
import org.lmskit.assessment.gradebook.EmptyGrades;
import org.lmskit.assessment.gradebook.Gradebook;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Unit;
import org.lmskit.learning.Fact;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.Rational;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.viewing.ViewingRule;

/** Grades are fractions, from the answer to the whole: thirds and means of them are not cut. */
class GradesTest {
  private static final CourseId COURSE = new CourseId("course");
  private static final UnitId QUIZ = new UnitId("quiz");
  private static final UnitId TASK = new UnitId("task");

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  private EnrollmentId enrolled(ScorePolicy policy) {
    lms.itemBanks().define(ItemBank.of("bank", "Bank"));
    lms.itemBanks()
        .publish(
            new ItemBankId("bank"),
            Item.multipleChoice(
                "Q",
                "Which three?",
                List.of("a", "b", "c"),
                SimpleChoice.of("a", "A"),
                SimpleChoice.of("b", "B"),
                SimpleChoice.of("c", "C"),
                SimpleChoice.of("d", "D"),
                SimpleChoice.of("e", "E")));
    Unit quiz = lms.assessments()
        .publish(Assessment.of("quiz", "Quiz")
            .section(Section.of("s", "S", Pool.of("Q")))
            .withAttempts(0, Duration.ZERO, policy))
        .unit("quiz");
    Unit task =
        Unit.of("task", "Task", test.page("task", ViewingRule.OPENED)).withScorePolicy(policy);
    lms.catalog().publish(Course.of("course", "Course").unit(quiz).unit(task));
    return lms.enrollments().enroll(ANN, COURSE).id();
  }

  private void answer(EnrollmentId enrollment, String... choices) {
    AttemptId attempt = lms.sittings().start(enrollment, QUIZ).attempt();
    lms.sittings().respond(attempt, new ItemId("Q"), Response.choices(choices));
    lms.sittings().submit(attempt);
  }

  private void hand(EnrollmentId enrollment, int points, int max) {
    AttemptId attempt = lms.attempts().start(enrollment, TASK).id();
    Score score = Score.ofRaw(BigDecimal.valueOf(points), BigDecimal.ZERO, BigDecimal.valueOf(max));
    lms.attempts().record(enrollment, TASK, List.of(new Fact.Score(score)), test.time.get());
    lms.attempts().end(attempt);
  }

  private Rational grade(String unit) {
    return lms.reports()
        .grades(COURSE, Gradebook.of(EmptyGrades.EXCLUDE_EMPTY).column(unit))
        .list()
        .get(0)
        .grade()
        .total()
        .orElseThrow();
  }

  @Test
  void partial_credit_and_means_are_exact() {
    EnrollmentId enrollment = enrolled(ScorePolicy.AVERAGE);
    answer(enrollment, "a", "b", "d"); // 2/3 - 1/2
    answer(enrollment, "a", "b"); // 2/3
    hand(enrollment, 1, 3);
    hand(enrollment, 1, 7);

    assertThat(grade("quiz")).isEqualTo(Rational.of(5, 12));
    assertThat(grade("task")).isEqualTo(Rational.of(5, 21));
    Gradebook both = Gradebook.of(EmptyGrades.EMPTY_AS_ZERO)
        .column("quiz", Rational.of(3))
        .column("task", Rational.ONE);
    assertThat(lms.reports().grades(COURSE, both).list().get(0).grade().total())
        .contains(Rational.of(125, 336)); // (3 x 5/12 + 5/21) / 4
    assertThat(lms.reports().scores(COURSE).list())
        .extracting(row -> row.unit() + " " + row.share().orElseThrow())
        .containsExactly("quiz 5/12", "task 5/21");
  }

  @Test
  void the_first_the_last_and_the_best_attempt_are_exact_too() {
    for (ScorePolicy policy : List.of(ScorePolicy.FIRST, ScorePolicy.LAST, ScorePolicy.BEST)) {
      GradesTest own = new GradesTest();
      EnrollmentId enrollment = own.enrolled(policy);
      own.answer(enrollment, "a", "b", "d");
      own.answer(enrollment, "a", "b");
      own.answer(enrollment, "c");

      assertThat(own.grade("quiz"))
          .as(policy.name())
          .hasToString(
              switch (policy) {
                case FIRST -> "1/6";
                case LAST -> "1/3";
                default -> "2/3";
              });
    }
  }
}
