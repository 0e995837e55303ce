package org.lmskit.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.catalog.Requirement.all;
import static org.lmskit.catalog.Requirement.any;
import static org.lmskit.catalog.Requirement.passed;
import static org.lmskit.catalog.Requirement.step;
import static org.lmskit.path.TestPaths.path;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Satisfaction;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.Unit;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.CertificationState;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Score;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.path.progress.PathProgress;
import org.lmskit.path.progress.ProgressReason;
import org.lmskit.path.progress.StepStatus.State;
import org.lmskit.viewing.ViewingRule;

/** Learning paths are authored, checked, published in versions, nested, and lead to certifications. */
class PathsTest {
  private static final PathId PATH = new PathId("path");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final TestPaths paths = new TestPaths();
  private final TestLms test = paths.test;
  private final Lms lms = paths.lms;

  private List<String> codes(LearningPath path) {
    return lms.paths().check(path).stream().map(Problem::code).distinct().toList();
  }

  @Test
  void what_nobody_could_complete_is_found_with_its_place() {
    assertThat(codes(LearningPath.of("p", " "))).containsExactly("PATH-001", "PATH-003");
    assertThat(codes(path("a").withSteps(List.of(Step.of("s", "", Subject.course("a"))))))
        .containsExactly("PATH-002");
    assertThat(codes(path().step(Step.of("s", "S", Subject.course("a")).optional())))
        .containsExactly("PATH-004");
    assertThat(codes(path("a").step("a", "Again", Subject.course("b"))))
        .containsExactly("PATH-005");
    assertThat(codes(path().step(Step.of("s", "S", Subject.course("a")).after("t"))))
        .containsExactly("PATH-006");
    assertThat(codes(path("gone"))).containsExactly("PATH-009");
    assertThat(codes(path().step("s", "S", Subject.path("gone")))).containsExactly("PATH-009");
    assertThat(codes(path().step("s", "S", Subject.certification("gone"))))
        .containsExactly("PATH-009");
    assertThat(codes(path().step("s", "S", Subject.checklist("gone")))).containsExactly("PATH-009");
    assertThat(codes(path("a").withCompletion(Requirement.completed("a"))))
        .containsExactly("PATH-011");
    assertThat(codes(path("a").withCompletion(all()))).containsExactly("REQUIREMENT-001");
    assertThat(codes(path("a").step("again", "Again", Subject.course("a"))))
        .containsExactly("PATH-013");
    assertThat(lms.paths().check(path("gone")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.location()).isEqualTo("steps/gone"))
        .satisfies(problem -> assertThat(problem.message()).contains("publish it first"));
  }

  @Test
  void steps_that_wait_for_each_other_are_found() {
    assertThat(codes(path()
            .step(Step.of("s", "S", Subject.course("a")).after("t"))
            .step(Step.of("t", "T", Subject.course("b")).after("s"))))
        .containsExactly("PATH-007");
    assertThat(codes(path()
            .step(Step.of("s", "S", Subject.course("a")).opening(Opening.AT_ONCE.when(step("t"))))
            .step("t", "T", Subject.course("b"))
            .inSequence()))
        .containsExactly("PATH-007");
  }

  @Test
  void a_step_that_is_due_before_it_opens_is_found() {
    Step late =
        Step.of("s", "S", Subject.course("a")).opening(DayRule.hire(7)).due(DayRule.hire(3));
    assertThat(codes(path().step(late))).containsExactly("PATH-008");
    assertThat(codes(path()
            .step(Step.of("s", "S", Subject.course("a")).opening(DayRule.hire(7)))
            .step(Step.of("t", "T", Subject.course("b")).due(DayRule.hire(3)))
            .inSequence()))
        .containsExactly("PATH-008");
    Step fixed = Step.of("s", "S", Subject.course("a")).opening(DayRule.fixed(TODAY));
    assertThat(codes(path().step(fixed.due(DayRule.fixed(TODAY.minusDays(1))))))
        .containsExactly("PATH-008");
    assertThat(codes(path().step(fixed.due(DayRule.fixed(TODAY))))).isEmpty();
    Step month = Step.of("s", "S", Subject.course("a"))
        .opening(new DayRule.Since(DayRule.Anchor.HIRE, Period.ofMonths(1)));
    assertThat(codes(path().step(month.due(DayRule.hire(27))))).containsExactly("PATH-008");
    assertThat(codes(path().step(month.due(DayRule.hire(29))))).isEmpty();
  }

  @Test
  void missing_translations_are_warnings_that_do_not_stop_a_publication() {
    LearningPath path = path("a").withTitle(Text.of("Path").with("de", "Pfad"));

    assertThat(codes(path)).containsExactly("PATH-012");
    assertThat(lms.paths().publish(path).path().title().in(Locale.GERMAN)).isEqualTo("Pfad");
  }

  @Test
  void paths_inside_each_other_are_refused() {
    lms.paths().publish(path("a"));
    LearningPath outer = LearningPath.of("outer", "Outer").step("in", "In", Subject.path("path"));
    lms.paths().publish(outer);

    assertThat(codes(path("a").step("out", "Out", Subject.path("outer"))))
        .containsExactly("PATH-010");
    assertThat(codes(path("a").step("self", "Self", Subject.path("path"))))
        .containsExactly("PATH-010");
  }

  @Test
  void branches_open_by_condition_and_a_passed_test_spares_a_step() {
    LearningPath path = path()
        .step("test", "Placement test", Subject.course("a"))
        .step(Step.of("basics", "Basics", Subject.course("b"))
            .unless(passed("a", new BigDecimal("0.8"))))
        .step(Step.of("expert", "Expert", Subject.course("c"))
            .opening(Opening.AT_ONCE.when(passed("a", new BigDecimal("0.8")))))
        .step("standard", "Standard", Subject.course("d"))
        .withCompletion(all(step("test"), step("basics"), any(step("expert"), step("standard"))));
    lms.paths().publish(path);
    PathEnrollment ann = lms.pathEnrollments().enroll(ANN, PATH);
    assertThat(lms.pathEnrollments().progress(ann.id()).evaluation().remaining())
        .hasValue(2);
    assertThatThrownBy(() -> lms.pathEnrollments().lead(ann.id(), new StepId("expert")))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(ProgressReason.NOT_YET_AVAILABLE));

    paths.complete("a", new Fact.Score(Score.ofScaled(new BigDecimal("0.9"))));

    PathProgress progress = lms.pathEnrollments().progress(ann.id());
    assertThat(progress.step("basics").state()).isEqualTo(State.SATISFIED);
    assertThat(progress.step("expert").state()).isEqualTo(State.OPEN);
    assertThat(progress.evaluation().remaining()).hasValue(1);
    paths.complete("c");
    assertThat(paths.current(ann).completedOn()).contains(TODAY);
  }

  @Test
  void a_nested_path_is_entered_with_the_outer_and_completes_its_step() {
    lms.paths().publish(path("a", "b"));
    lms.paths()
        .publish(LearningPath.of("outer", "Outer")
            .step("first", "First", Subject.course("c"))
            .step("in", "In", Subject.path("path"))
            .inSequence());
    PathEnrollment outer = lms.pathEnrollments().enroll(ANN, new PathId("outer"));
    assertThat(lms.pathEnrollments().findOpen(ANN, PATH)).isPresent();
    assertThat(lms.pathEnrollments().progress(outer.id()).evaluation().remaining())
        .hasValue(3);
    var open = lms.enrollments().findOpen(ANN, new CourseId("a")).orElseThrow().id();
    assertThatThrownBy(() -> lms.attempts().start(open, TestLms.U1))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(ProgressReason.NOT_YET_AVAILABLE));

    paths.complete("c");
    lms.attempts().start(open, TestLms.U1);
    paths.complete("a");
    assertThat(lms.pathEnrollments().progress(outer.id()).evaluation().cheapestWay())
        .containsExactly(Subject.course("b"));
    paths.complete("b");

    assertThat(paths.current(outer).state()).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  void completing_a_path_certifies_and_a_certification_satisfies_a_step() {
    lms.paths().publish(path("a"));
    lms.certifications()
        .publish(Certification.of("cert", "Cert", Period.ofMonths(12), TODAY.minusYears(1))
            .primary(Subject.path("path")));
    lms.paths()
        .publish(LearningPath.of("next", "Next").step("c", "Cert", Subject.certification("cert")));
    lms.pathEnrollments().enroll(ANN, PATH);
    PathEnrollment next = lms.pathEnrollments().enroll(ANN, new PathId("next"));
    test.events();

    paths.complete("a");

    assertThat(lms.certifications()
            .statusOn(ANN, new CertificationId("cert"), TODAY)
            .state())
        .isEqualTo(CertificationState.CERTIFIED);
    assertThat(paths.current(next).completedOn()).contains(TODAY);
    assertThat(test.events())
        .containsSubsequence(
            "EnrollmentCompleted", "PathCompleted", "CertificationAwarded", "PathCompleted");
  }

  @Test
  void a_path_that_waits_for_a_date_alone_is_completed_on_it() {
    lms.paths()
        .publish(path("a").withCompletion(all(step("a"), Requirement.after(TODAY.plusDays(5)))));
    PathEnrollment ann = lms.pathEnrollments().enroll(ANN, PATH);
    paths.complete("a");
    assertThat(lms.pathEnrollments().progress(ann.id()).evaluation().remaining())
        .hasValue(0);
    assertThat(paths.current(ann).state()).isEqualTo(EnrollmentState.ACTIVE);

    test.pass(Duration.ofDays(9));
    lms.advance();

    assertThat(paths.current(ann).completedOn()).contains(TODAY.plusDays(5));
  }

  @Test
  void a_step_whose_attempts_are_exhausted_is_impossible_until_it_is_waived() {
    lms.catalog()
        .publish(Course.of("once", "Once")
            .unit(Unit.of("u1", "Unit", test.page("once", ViewingRule.OPENED)).withMaxAttempts(1)));
    lms.paths().publish(path("once"));
    PathEnrollment ann = lms.pathEnrollments().enroll(ANN, PATH);

    paths.complete("once", new Fact.Success(false));

    PathProgress progress = lms.pathEnrollments().progress(ann.id());
    assertThat(progress.step("once").state()).isEqualTo(State.IMPOSSIBLE);
    assertThat(progress.evaluation().satisfaction()).isEqualTo(Satisfaction.IMPOSSIBLE);
    assertThat(progress.evaluation().blocked()).hasSize(1);
    lms.pathEnrollments().waive(ann.id(), new StepId("once"), "saw him do it");
    assertThat(paths.current(ann).completedOn()).contains(TODAY);
  }

  @Test
  void any_requirement_can_be_explained_without_a_path() {
    paths.complete("a");

    var evaluation = lms.pathEnrollments()
        .evaluate(
            ANN,
            all(
                Requirement.completed("a"),
                any(Requirement.completed("b"), Requirement.observed("walk"))));

    assertThat(evaluation.remaining()).hasValue(1);
    assertThat(evaluation.missing()).hasSize(2);
    assertThat(lms.pathEnrollments().of(ANN, ALL).items()).isEmpty();
  }
}
