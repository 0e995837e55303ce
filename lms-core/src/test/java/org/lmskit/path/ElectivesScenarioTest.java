package org.lmskit.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.catalog.Requirement.all;
import static org.lmskit.catalog.Requirement.any;
import static org.lmskit.catalog.Requirement.atLeast;
import static org.lmskit.catalog.Requirement.option;
import static org.lmskit.catalog.Requirement.step;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.RejectedException;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.path.progress.PathProgress;
import org.lmskit.store.Store;
import org.lmskit.viewing.ViewingRule;

/** DOMAIN S4: A and B and two of five electives with 4 credits, and X or else Y with Z. */
class ElectivesScenarioTest {
  private static final PathId RULE = new PathId("s4");
  private static final List<String> COURSES =
      List.of("A", "B", "E1", "E2", "E3", "E4", "E5", "X", "Y", "Z");

  private static Requirement rule() {
    return all(
        step("A"),
        step("B"),
        atLeast(
            2,
            BigDecimal.valueOf(4),
            option(step("E1"), BigDecimal.ONE),
            option(step("E2"), BigDecimal.valueOf(2)),
            option(step("E3"), BigDecimal.valueOf(2)),
            option(step("E4"), BigDecimal.valueOf(3)),
            option(step("E5"), BigDecimal.valueOf(3))),
        any(step("X"), all(step("Y"), step("Z"))));
  }

  private static LearningPath path() {
    LearningPath path = LearningPath.of("s4", "Electives");
    for (String course : COURSES) {
      path = path.step(course, "Course " + course, Subject.course(course));
    }
    return path.withCompletion(rule());
  }

  private static Lms publish(TestLms test) {
    Lms lms = test.start();
    for (String course : COURSES) {
      lms.catalog()
          .publish(
              Course.of(course, course).unit("u1", "Unit", test.page(course, ViewingRule.OPENED)));
    }
    lms.paths().publish(path());
    return lms;
  }

  private static void complete(Lms lms, TestLms test, String learner, String courses) {
    for (String course : courses.split(" ")) {
      LearnerId who = new LearnerId(learner);
      CourseId what = new CourseId(course);
      Enrollment open = lms.enrollments()
          .findOpen(who, what)
          .orElseGet(() -> lms.enrollments().enroll(who, what));
      lms.attempts().record(open.id(), TestLms.U1, List.of(new Fact.Completion()), test.time.get());
    }
  }

  private static PathProgress progress(Lms lms, String learner) {
    PathEnrollment enrollment =
        lms.pathEnrollments().of(new LearnerId(learner), TestLms.ALL).items().get(0);
    return lms.pathEnrollments().progress(enrollment.id());
  }

  private static List<String> ids(List<Subject> subjects) {
    return subjects.stream().map(Subject::id).sorted().toList();
  }

  @ParameterizedTest
  @EnumSource
  void remaining_is_the_least_number_of_further_courses(TestStore on) {
    try (Store store = on.open()) {
      TestLms test = new TestLms(store);
      Lms lms = publish(test);
      for (String learner : List.of("ines", "jon", "kim")) {
        lms.pathEnrollments().enroll(new LearnerId(learner), RULE);
      }

      complete(lms, test, "jon", "A B E1 E2 X");
      complete(lms, test, "kim", "A B E4 Y");

      PathProgress ines = progress(lms, "ines");
      assertThat(ines.evaluation().remaining()).hasValue(5);
      assertThat(ines.progress()).hasToString("0/5");
      PathProgress jon = progress(lms, "jon");
      assertThat(jon.enrollment().state()).isEqualTo(EnrollmentState.ACTIVE);
      assertThat(jon.evaluation().remaining()).hasValue(1);
      assertThat(jon.progress()).hasToString("4/5");
      PathProgress kim = progress(lms, "kim");
      assertThat(kim.evaluation().remaining()).hasValue(2);
      assertThat(kim.progress()).hasToString("3/5");
      assertThat(ids(kim.evaluation().cheapestWay()).get(1)).isIn("X", "Z");

      complete(lms, test, "jon", "E3");
      complete(lms, test, "kim", "E1 Z");

      assertThat(progress(lms, "jon").enrollment().state()).isEqualTo(EnrollmentState.COMPLETED);
      assertThat(progress(lms, "kim").enrollment().state()).isEqualTo(EnrollmentState.COMPLETED);
      assertThat(progress(lms, "kim").progress()).hasToString("5/5");
      assertThat(test.heard.stream()
              .filter(event -> event.getClass().getSimpleName().equals("PathCompleted")))
          .hasSize(2);
    }
  }

  @Test
  void only_what_is_needed_in_any_case_is_opened_at_once() {
    TestLms test = new TestLms();
    Lms lms = publish(test);

    PathEnrollment ines = lms.pathEnrollments().enroll(new LearnerId("ines"), RULE);

    assertThat(lms.enrollments().of(new LearnerId("ines"), TestLms.ALL).items())
        .extracting(enrollment -> enrollment.course().value())
        .containsExactlyInAnyOrder("A", "B");
    lms.pathEnrollments().lead(ines.id(), new StepId("E4"));
    assertThat(lms.enrollments().findOpen(new LearnerId("ines"), new CourseId("E4")))
        .isPresent();
  }

  @Test
  void a_rule_that_cannot_be_satisfied_is_refused() {
    TestLms test = new TestLms();
    Lms lms = publish(test);
    LearningPath tooMuch = path()
        .withCompletion(atLeast(6, step("E1"), step("E2"), step("E3"), step("E4"), step("E5")));

    assertThat(lms.paths().check(tooMuch))
        .anySatisfy(problem -> assertThat(problem.code()).isEqualTo("REQUIREMENT-002"));
    assertThatThrownBy(() -> lms.paths().publish(tooMuch))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(PathReason.PATH_INVALID));
  }
}
