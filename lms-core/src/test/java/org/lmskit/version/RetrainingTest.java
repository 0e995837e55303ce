package org.lmskit.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathPlan;

/** Who trains again when a second version takes effect; today is 2 March 2026 in Lisbon. */
@ParameterizedClass
@EnumSource(RetrainingTest.Of.class)
class RetrainingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();
  private final Course course = test.fireSafety();
  private final LearningPath path =
      LearningPath.of("path", "Path").step("a", "A", Subject.course(FIRE_SAFETY.value()));
  private final Of of;

  /** What there are versions of. */
  enum Of {
    COURSE,
    PATH
  }

  RetrainingTest(Of of) {
    this.of = of;
  }

  @BeforeEach
  void publishFirst() {
    lms.catalog().publish(course);
    lms.catalog().publish(Course.of("other", "Other").unit(course.units().get(0)));
    lms.paths().publish(path);
  }

  /** For those who have completed the first, from that day on. */
  private void publishSecond() {
    Course second = course.withTitle(Text.of("Second"));
    VersionPlan plan = VersionPlan.propose(course, second).keepNotStarted().retrainingCompleted();
    LearningPath next = path.withTitle(Text.of("Second"));
    PathPlan planOfPath = PathPlan.propose(path, next).keepNotStarted().retrainingCompleted();
    if (of == Of.COURSE) {
      lms.catalog().publish(second, plan.effective(DAY));
    } else {
      lms.paths().publish(next, planOfPath.effective(DAY));
    }
  }

  private void enroll(LearnerId learner) {
    if (of == Of.COURSE) {
      lms.enrollments().enroll(learner, FIRE_SAFETY);
    } else {
      lms.pathEnrollments().enroll(learner, path.id());
    }
  }

  private void read(LearnerId learner, UnitId unit, Instant when) {
    EnrollmentId open =
        lms.enrollments().findOpen(learner, FIRE_SAFETY).orElseThrow().id();
    lms.attempts().record(open, unit, List.of(new Fact.Completion()), when);
  }

  private void complete(LearnerId learner) {
    enroll(learner);
    read(learner, U1, test.time.get());
    read(learner, U2, test.time.get());
  }

  /** On what he is working. */
  private Optional<String> open(LearnerId learner) {
    return of == Of.COURSE
        ? lms.enrollments()
            .findOpen(learner, FIRE_SAFETY)
            .map(one -> "version " + one.version() + ", cycle " + one.cycle())
        : lms.pathEnrollments()
            .findOpen(learner, path.id())
            .map(one -> "version " + one.version() + ", cycle " + one.cycle());
  }

  private void on(LocalDate day) {
    test.time.set(Instant.parse(day + "T08:00:00Z"));
  }

  @Test
  void whoever_began_anew_by_himself_does_not_train_once_more() {
    complete(ANN);
    on(DAY.minusDays(5));
    enroll(ANN);
    publishSecond();

    on(DAY);
    assertThat(lms.advance().failures()).isEmpty();

    assertThat(open(ANN)).contains("version 1, cycle 2");
  }

  @Test
  void call_about_a_learner_first_has_him_train_again_as_was_due() {
    complete(ANN);
    publishSecond();
    on(DAY);

    lms.enrollments().enroll(ANN, new CourseId("other"));

    assertThat(open(ANN)).contains("version 2, cycle 2");
  }

  @Test
  void completion_on_the_effective_day_itself_counts() {
    enroll(BEN);
    read(BEN, U1, test.time.get());
    publishSecond();
    on(DAY);
    read(BEN, U2, test.time.get());
    assertThat(open(BEN)).isEmpty();

    lms.advance();

    assertThat(open(BEN)).isEmpty();
  }

  @Test
  void completion_that_is_told_late_leads_to_nothing_before_the_version_takes_effect() {
    enroll(ANN);
    read(ANN, U1, test.time.get());
    publishSecond();
    on(DAY.minusDays(5));
    Instant before = test.time.get();
    on(DAY.minusDays(3));

    read(ANN, U2, before);

    assertThat(open(ANN)).isEmpty();
    on(DAY);
    lms.advance();
    assertThat(open(ANN)).contains("version 2, cycle 2");
  }
}
