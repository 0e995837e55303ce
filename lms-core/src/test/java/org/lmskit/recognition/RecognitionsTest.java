package org.lmskit.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.ANN;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assignment.AssignmentEvent.AssignmentSatisfied;
import org.lmskit.assignment.AssignmentState;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.CertificationState;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.Score;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.viewing.ViewingRule;

class RecognitionsTest {
  private static final CourseId A = new CourseId("a");
  private static final CourseId B = new CourseId("b");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @BeforeEach
  void publish() {
    for (String course : List.of("a", "b")) {
      lms.catalog()
          .publish(
              Course.of(course, course).unit("u1", "Unit", test.page(course, ViewingRule.OPENED)));
    }
    lms.paths().publish(LearningPath.of("path", "Path").step("a", "A", Subject.course("a")));
  }

  private void complete(CourseId course) {
    Enrollment enrollment = lms.enrollments().enroll(ANN, course);
    lms.attempts()
        .record(enrollment.id(), TestLms.U1, List.of(new Fact.Completion()), test.time.get());
  }

  private int remaining(Requirement requirement) {
    return lms.pathEnrollments().evaluate(ANN, requirement).remaining().orElseThrow();
  }

  @Test
  void prior_learning_satisfies_a_step_on_its_day_in_the_same_call() {
    PathEnrollment enrollment =
        lms.pathEnrollments().enroll(ANN, new PathId("path"), TODAY.minusDays(20));
    test.events();

    PriorLearning learning =
        lms.recognitions().recognise(ANN, A, TODAY.minusDays(5), null, "certificate of the guild");

    assertThat(lms.pathEnrollments().find(enrollment.id()).orElseThrow().completedOn())
        .contains(TODAY.minusDays(5));
    assertThat(test.events())
        .containsExactly("PriorLearningRecognised", "PathStepSatisfied", "PathCompleted");
    assertThat(lms.recognitions().recognise(ANN, A, TODAY.minusDays(5), null, "again"))
        .isEqualTo(learning);
    assertThat(test.events()).isEmpty();
    assertThat(lms.workforce().text(learning.source())).contains("certificate of the guild");
  }

  @Test
  void recognition_asks_for_a_score_only_where_one_is_needed() {
    lms.recognitions().recognise(ANN, A, TODAY, null, "on paper");
    assertThat(remaining(Requirement.completed("a"))).isZero();
    assertThat(remaining(Requirement.passed("a", new BigDecimal("0.5")))).isEqualTo(1);

    lms.recognitions()
        .recognise(ANN, A, TODAY.minusDays(1), Score.ofScaled(new BigDecimal("0.6")), "on paper");

    assertThat(remaining(Requirement.passed("a", new BigDecimal("0.5")))).isZero();
  }

  @Test
  void a_recognition_is_refused_with_the_reason() {
    assertRefused(
        RecognitionReason.FUTURE_DAY,
        () -> lms.recognitions().recognise(ANN, A, TODAY.plusDays(1), null, "x"));
    assertRefused(
        RecognitionReason.SOURCE_MISSING,
        () -> lms.recognitions().recognise(ANN, A, TODAY, null, " "));
    assertRefused(
        RecognitionReason.COURSE_UNKNOWN,
        () -> lms.recognitions().recognise(ANN, new CourseId("gone"), TODAY, null, "x"));
    assertThat(lms.recognitions().of(ANN)).isEmpty();
  }

  @Test
  void what_is_taken_back_counts_no_more_and_undoes_nothing() {
    PathEnrollment enrollment = lms.pathEnrollments().enroll(ANN, new PathId("path"));
    lms.recognitions().recognise(ANN, A, TODAY, null, "on paper");

    lms.recognitions().withdraw(ANN, A, TODAY, "the paper was forged");

    assertThat(remaining(Requirement.completed("a"))).isEqualTo(1);
    assertThat(lms.pathEnrollments().find(enrollment.id()).orElseThrow().completedOn())
        .contains(TODAY);
  }

  @Test
  void a_course_counts_as_another_in_the_direction_that_was_declared() {
    complete(B);
    assertThat(remaining(Requirement.completed("a"))).isEqualTo(1);

    lms.recognitions().declare(Equivalency.of("b", "a"));
    assertThat(remaining(Requirement.completed("a"))).isZero();

    lms.recognitions().end(B, A);
    assertThat(remaining(Requirement.completed("a"))).isEqualTo(1);
    lms.recognitions().declare(Equivalency.of("a", "b"));
    assertThat(remaining(Requirement.completed("a"))).isEqualTo(1);
    lms.recognitions().declare(Equivalency.of("a", "b").inBothDirections());
    assertThat(remaining(Requirement.completed("a"))).isZero();
  }

  @Test
  void an_equivalency_holds_for_completions_of_its_days() {
    complete(B);

    lms.recognitions().declare(Equivalency.of("b", "a").from(TODAY.plusDays(1)));
    assertThat(remaining(Requirement.completed("a"))).isEqualTo(1);
    lms.recognitions().declare(Equivalency.of("b", "a").until(TODAY));
    assertThat(remaining(Requirement.completed("a"))).isEqualTo(1);
    lms.recognitions().declare(Equivalency.of("b", "a").from(TODAY).until(TODAY.plusDays(1)));
    assertThat(remaining(Requirement.completed("a"))).isZero();
  }

  @Test
  void an_equivalent_course_satisfies_a_step_with_its_completion() {
    lms.recognitions().declare(Equivalency.of("b", "a"));
    PathEnrollment enrollment = lms.pathEnrollments().enroll(ANN, new PathId("path"));
    test.pass(Duration.ofDays(2));

    complete(B);

    assertThat(lms.pathEnrollments().find(enrollment.id()).orElseThrow().completedOn())
        .contains(TODAY.plusDays(2));
  }

  @Test
  void an_equivalent_course_satisfies_a_duty_on_the_day_of_its_completion() {
    Subject a = Subject.course("a");
    lms.assignments().assign(ANN, a, DayRule.assignment(10), TODAY, "asked for it");
    test.pass(Duration.ofDays(3));
    complete(B);
    assertThat(state(a)).isEqualTo(AssignmentState.ACTIVE);
    test.events();

    lms.recognitions().declare(Equivalency.of("b", "a"));

    assertThat(state(a)).isEqualTo(AssignmentState.SATISFIED);
    assertThat(test.heard.get(1))
        .isInstanceOfSatisfying(
            AssignmentSatisfied.class,
            event -> assertThat(event.effectiveOn()).isEqualTo(TODAY.plusDays(3)));
    test.pass(Duration.ofDays(1));
    lms.recognitions().end(B, A);
    assertThat(state(a)).as("what it led to stays").isEqualTo(AssignmentState.SATISFIED);
    assertThat(lms.recognitions().equivalencies(TestLms.ALL).items()).isEmpty();
  }

  @Test
  void an_equivalent_course_that_is_completed_later_satisfies_a_duty_in_the_same_call() {
    Subject b = Subject.course("b");
    lms.recognitions().declare(Equivalency.of("b", "a").inBothDirections());
    lms.assignments().assign(ANN, b, null, TODAY, "asked for it");

    complete(A);

    assertThat(state(b)).isEqualTo(AssignmentState.SATISFIED);
  }

  @Test
  void completions_count_for_certifications_as_the_courses_to_which_they_are_equivalent() {
    publishForklift();
    complete(B);
    assertThat(certified(TODAY)).isEqualTo(CertificationState.NOT_CERTIFIED);

    lms.recognitions().declare(Equivalency.of("b", "a"));
    assertThat(certified(TODAY)).isEqualTo(CertificationState.CERTIFIED);

    lms.recognitions().end(B, A);
    assertThat(certified(TODAY)).isEqualTo(CertificationState.CERTIFIED);
    lms.recognitions().declare(Equivalency.of("b", "a").until(TODAY));
    test.pass(Duration.ofDays(400));
    complete(B);
    assertThat(certified(TODAY.plusDays(400))).isEqualTo(CertificationState.EXPIRED);
    lms.recognitions().declare(Equivalency.of("b", "a"));
    assertThat(certified(TODAY.plusDays(400))).isEqualTo(CertificationState.CERTIFIED);
  }

  @Test
  void prior_learning_of_the_course_of_a_certification_certifies_from_its_day() {
    publishForklift();

    lms.recognitions().recognise(ANN, A, TODAY.minusDays(30), null, "certificate of the guild");

    assertThat(certified(TODAY.minusDays(31))).isEqualTo(CertificationState.NOT_CERTIFIED);
    assertThat(certified(TODAY.minusDays(30))).isEqualTo(CertificationState.CERTIFIED);
    lms.recognitions().withdraw(ANN, A, TODAY.minusDays(30), "the paper was forged");
    assertThat(certified(TODAY)).as("a person decides").isEqualTo(CertificationState.CERTIFIED);
  }

  private void publishForklift() {
    lms.certifications()
        .publish(Certification.of("forklift", "Forklift", Period.ofYears(1), TODAY.minusYears(1))
            .primary(Subject.course("a")));
  }

  private CertificationState certified(LocalDate day) {
    return lms.certifications()
        .statusOn(ANN, new CertificationId("forklift"), day)
        .state();
  }

  private AssignmentState state(Subject subject) {
    return lms.assignments()
        .find(ANN, subject)
        .orElseThrow()
        .situation()
        .orElseThrow()
        .state();
  }
}
