package org.lmskit.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.path.TestPaths.path;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.DryRun;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Score;
import org.lmskit.path.progress.PathEnrollment;

/** Drafts of paths, and what becomes of learners between two versions. */
class PathVersionsTest {
  private static final PathId PATH = new PathId("path");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final TestPaths paths = new TestPaths();
  private final TestLms test = paths.test;
  private final Lms lms = paths.lms;

  @Test
  void a_known_path_needs_a_mapping_which_is_proposed() {
    lms.paths().publish(path("a", "b"));
    assertThat(lms.paths().publish(path("a", "b")).number()).isEqualTo(1);

    assertThatThrownBy(() -> lms.paths().publish(path("a", "c")))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(PathReason.MAPPING_REQUIRED);
          assertThat(e.details().values())
              .containsExactlyInAnyOrder("EQUIVALENT a", "REMOVED b", "NEW -> c");
        });
    PathPlan lacking =
        PathPlan.of(List.of(new StepChange(StepChange.Kind.REMOVED, new StepId("b"), null)));
    assertThatThrownBy(() -> lms.paths().publish(path("a", "c"), lacking))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(PathReason.MAPPING_INVALID));
  }

  @Test
  void drafts_do_not_overwrite_each_other() {
    PathDraft mine = lms.paths().save(lms.paths().newDraft(path("a")));
    lms.paths().save(mine.with(path("a", "b")));

    assertThatThrownBy(() -> lms.paths().save(mine.with(path("c"))))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(PathReason.DRAFT_CHANGED));
    lms.paths().publish(path("a", "b"));
    assertThat(lms.paths().draft(PATH)).isEmpty();
    assertThatThrownBy(() -> lms.paths().save(mine))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(PathReason.VERSION_PUBLISHED));
  }

  @Test
  void learners_move_to_the_next_version_as_its_plan_says() {
    lms.paths().publish(path("a", "b"));
    PathEnrollment ann = lms.pathEnrollments().enroll(ANN, PATH);
    PathEnrollment ben = lms.pathEnrollments().enroll(TestLms.BEN, PATH);
    paths.complete("a");
    PathPlan plan = PathPlan.propose(path("a", "b"), path("a", "c")).sunset(TODAY.plusDays(10));

    DryRun<PathVersion> rehearsed = lms.dryRun(dry -> dry.paths().publish(path("a", "c"), plan));
    test.events();
    lms.paths().publish(path("a", "c"), plan);

    assertThat(rehearsed.events())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactlyElementsOf(test.events());
    assertThat(paths.current(ann).version()).isEqualTo(1);
    assertThat(paths.current(ben).version()).isEqualTo(2);
    test.pass(Duration.ofDays(10));
    lms.advance();
    assertThat(paths.current(ann).version()).isEqualTo(2);
    assertThat(paths.current(ann).step(new StepId("a")).since()).contains(TODAY);
    assertThat(lms.enrollments().findOpen(ANN, new CourseId("c"))).isPresent();
  }

  @Test
  void a_migration_that_makes_someone_complete_does_so_on_its_day() {
    lms.paths().publish(path("a", "b"));
    PathEnrollment ann = lms.pathEnrollments().enroll(ANN, PATH);
    paths.complete("a");
    test.pass(Duration.ofDays(3));

    lms.paths().publish(path("a"), PathPlan.propose(path("a", "b"), path("a")).sunset(TODAY));

    assertThat(paths.current(ann).completedOn()).contains(TODAY.plusDays(3));
  }

  @Test
  void what_has_to_be_redone_counts_from_the_move_on() {
    lms.paths().publish(path("a", "b"));
    PathEnrollment ann = lms.pathEnrollments().enroll(ANN, PATH);
    paths.complete("a");
    test.pass(Duration.ofDays(3));
    LearningPath better =
        path("b").step(Step.of("a", "A", Subject.course("a")).withScore(BigDecimal.ZERO));

    lms.paths().publish(better, PathPlan.propose(path("a", "b"), better).sunset(TODAY));

    assertThat(paths.current(ann).step(new StepId("a")).since()).isEmpty();
    paths.complete("a", new Fact.Score(Score.ofScaled(BigDecimal.ONE)));
    assertThat(paths.current(ann).step(new StepId("a")).since()).contains(TODAY.plusDays(3));
  }

  @Test
  void those_who_completed_train_again_in_a_new_cycle() {
    lms.paths().publish(path("a"));
    PathEnrollment ann = lms.pathEnrollments().enroll(ANN, PATH);
    paths.complete("a");
    test.pass(Duration.ofDays(3));

    lms.paths()
        .publish(path("a", "b"), PathPlan.propose(path("a"), path("a", "b")).retrainingCompleted());

    assertThat(paths.current(ann).state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(lms.pathEnrollments().findOpen(ANN, PATH).orElseThrow().cycle()).isEqualTo(2);
    assertThat(lms.enrollments().findOpen(ANN, new CourseId("a"))).isPresent();
  }

  @Test
  void a_path_cannot_come_to_be_inside_itself_by_a_version_that_takes_effect_later() {
    LearningPath outer = LearningPath.of("outer", "Outer").step("a", "A", Subject.course("a"));
    LearningPath inner = path("b").step("out", "Outer", Subject.path("outer"));
    lms.paths().publish(outer);
    lms.paths().publish(path("b"));
    lms.paths().publish(inner, PathPlan.propose(path("b"), inner).effective(TODAY.plusDays(5)));

    assertThat(lms.paths().check(outer.step("in", "In", Subject.path("path"))))
        .extracting(Problem::code)
        .containsExactly("PATH-010");
  }
}
