package org.lmskit.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ALL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.path.progress.PathEvent;
import org.lmskit.path.progress.PathEvent.PathCompleted;
import org.lmskit.path.progress.PathEvent.PathStepSatisfied;
import org.lmskit.path.progress.PathProgress;
import org.lmskit.path.progress.ProgressReason;
import org.lmskit.path.progress.StepStatus.State;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

/** DOMAIN S3 as far as a path goes: hired in mid-month, steps open by day and in sequence. */
class DripTest {
  private static final LearnerId MIRA = new LearnerId("mira");
  private static final PathId ONBOARDING = new PathId("onboarding");
  private static final LocalDate HIRED = LocalDate.of(2026, 5, 18);

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  private static LearningPath path() {
    return LearningPath.of("onboarding", "Onboarding")
        .step(Step.of("S1", "Safety induction", Subject.course("safety")).due(DayRule.hire(3)))
        .step(Step.of("S2", "Data protection", Subject.course("privacy"))
            .opening(DayRule.hire(7))
            .due(DayRule.hire(14)))
        .step(Step.of("S3", "Mentor sign-off", Subject.course("mentor")).due(DayRule.hire(30)))
        .inSequence();
  }

  @BeforeEach
  void publish() {
    test.time.set(Instant.parse("2026-05-18T08:00:00Z"));
    for (String course : List.of("safety", "privacy", "mentor", "extra")) {
      lms.catalog()
          .publish(
              Course.of(course, course).unit("u1", "Unit", test.page(course, ViewingRule.OPENED)));
    }
    lms.workforce().place(new OrgUnitId("warehouse"), "Warehouse", null, HIRED.minusYears(1));
    lms.workforce().define(new Position(new PositionId("associate"), "Associate"));
    lms.paths().publish(path());
  }

  private void hire(LearnerId learner, String zone) {
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "a-" + learner, learner.value(), "warehouse", "associate", ZoneId.of(zone), HIRED));
  }

  private EnrollmentId open(LearnerId learner, String course) {
    return lms.enrollments()
        .findOpen(learner, new CourseId(course))
        .orElseThrow()
        .id();
  }

  private void complete(LearnerId learner, String course, String at) {
    Instant now = test.time.get();
    test.time.set(Instant.parse(at).isAfter(now) ? Instant.parse(at) : now);
    lms.attempts()
        .record(
            open(learner, course), TestLms.U1, List.of(new Fact.Completion()), Instant.parse(at));
  }

  private PathProgress progress(LearnerId learner) {
    PathEnrollment first = lms.pathEnrollments().of(learner, ALL).items().get(0);
    return lms.pathEnrollments().progress(first.id());
  }

  private <E extends LmsEvent> Stream<E> heard(Class<E> type) {
    return test.heard.stream().filter(type::isInstance).map(type::cast);
  }

  private void assertClosed(EnrollmentId enrollment, String details) {
    assertThatThrownBy(() -> lms.attempts().start(enrollment, TestLms.U1))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(ProgressReason.NOT_YET_AVAILABLE);
          assertThat(e).hasMessageContaining(details);
        });
  }

  @Test
  void steps_open_on_their_day_and_in_their_turn() {
    hire(MIRA, "Europe/Lisbon");
    lms.pathEnrollments().enroll(MIRA, ONBOARDING);

    assertThat(progress(MIRA).step("S1").dueOn()).contains(LocalDate.of(2026, 5, 21));
    assertThat(progress(MIRA).step("S2").dueOn()).contains(LocalDate.of(2026, 6, 1));
    assertThat(progress(MIRA).step("S3").dueOn()).contains(LocalDate.of(2026, 6, 17));
    assertThat(progress(MIRA).step("S2").opensOn()).isEmpty();
    assertThat(progress(MIRA).step("S2").waitsFor()).containsExactly(new StepId("S1"));
    assertClosed(open(MIRA, "privacy"), "waitsFor=[S1]");
    test.time.set(Instant.parse("2026-05-21T10:00:00Z"));
    assertThat(progress(MIRA).progress()).hasToString("0/3");

    complete(MIRA, "safety", "2026-05-22T10:00:00Z");
    assertThat(progress(MIRA).progress()).hasToString("1/3");
    test.time.set(Instant.parse("2026-05-23T10:00:00Z"));
    assertClosed(open(MIRA, "privacy"), "opensOn=2026-05-25");
    assertThat(progress(MIRA).step("S2").state()).isEqualTo(State.LOCKED);

    test.time.set(Instant.parse("2026-05-24T23:00:00Z")); // 00:00 of the 25th in Lisbon
    lms.attempts().start(open(MIRA, "privacy"), TestLms.U1);
    assertThat(progress(MIRA).step("S2").state()).isEqualTo(State.OPEN);
    complete(MIRA, "privacy", "2026-05-30T10:00:00Z");
    assertThat(progress(MIRA).progress()).hasToString("2/3");
    assertThat(progress(MIRA).step("S3").opensOn()).contains(LocalDate.of(2026, 5, 30));

    complete(MIRA, "mentor", "2026-06-17T22:00:00Z");
    assertThat(progress(MIRA).progress()).hasToString("3/3");
    assertThat(heard(PathCompleted.class))
        .singleElement()
        .satisfies(event -> assertThat(event.effectiveOn()).isEqualTo(LocalDate.of(2026, 6, 17)));
  }

  @Test
  void the_day_of_a_completion_is_that_of_the_persons_zone() {
    LearnerId kenji = new LearnerId("kenji");
    hire(MIRA, "Europe/Lisbon");
    hire(kenji, "Asia/Tokyo");
    for (LearnerId learner : List.of(MIRA, kenji)) {
      lms.pathEnrollments().enroll(learner, ONBOARDING);
      complete(learner, "safety", "2026-05-21T16:30:00Z");
    }

    assertThat(progress(MIRA).step("S1").since()).contains(LocalDate.of(2026, 5, 21));
    assertThat(progress(kenji).step("S1").since()).contains(LocalDate.of(2026, 5, 22));
  }

  @Test
  void a_way_of_ones_own_is_not_closed_by_a_path() {
    Enrollment own = lms.enrollments().enroll(MIRA, new CourseId("privacy"));
    lms.pathEnrollments().enroll(MIRA, ONBOARDING);

    lms.attempts().start(own.id(), TestLms.U1);

    assertThat(progress(MIRA).step("S2").state()).isEqualTo(State.LOCKED);
  }

  @Test
  void any_open_step_of_any_path_opens_the_way() {
    lms.paths()
        .publish(LearningPath.of("other", "Other").step("p", "Privacy", Subject.course("privacy")));
    lms.pathEnrollments().enroll(MIRA, ONBOARDING);
    assertClosed(open(MIRA, "privacy"), "S2");

    PathEnrollment other = lms.pathEnrollments().enroll(MIRA, new PathId("other"));

    lms.attempts().start(open(MIRA, "privacy"), TestLms.U1);
    assertThat(other.steps().get(0).enrollmentOrNull()).isEqualTo(open(MIRA, "privacy"));
  }

  @Test
  void what_was_done_before_counts_from_the_start() {
    lms.enrollments().enroll(MIRA, new CourseId("safety"));
    complete(MIRA, "safety", "2026-05-01T10:00:00Z");

    PathEnrollment enrollment = lms.pathEnrollments().enroll(MIRA, ONBOARDING);

    assertThat(enrollment.step(new StepId("S1")).satisfiedOn()).contains(HIRED);
    assertThat(lms.enrollments().findOpen(MIRA, new CourseId("safety"))).isEmpty();
  }

  @Test
  void a_late_fact_dates_a_step_and_the_completion_earlier() {
    PathEnrollment enrollment = lms.pathEnrollments().enroll(MIRA, ONBOARDING);
    complete(MIRA, "safety", "2026-05-20T10:00:00Z");
    complete(MIRA, "privacy", "2026-05-21T10:00:00Z");
    complete(MIRA, "mentor", "2026-05-25T10:00:00Z");
    test.events();
    lms.enrollments().enroll(MIRA, new CourseId("mentor"));

    complete(MIRA, "mentor", "2026-05-22T10:00:00Z");

    assertThat(lms.pathEnrollments().find(enrollment.id()).orElseThrow().completedOn())
        .contains(LocalDate.of(2026, 5, 22));
    assertThat(test.events())
        .contains("PathStepSatisfied", "PathCompletedEarlier")
        .doesNotContain("PathCompleted");
  }

  @Test
  void any_order_of_dated_facts_gives_the_same_days() {
    List<String> facts = List.of(
        "safety 2026-05-20T10:00:00Z",
        "privacy 2026-05-23T10:00:00Z",
        "mentor 2026-05-21T10:00:00Z");
    for (int[] order : new int[][] {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}}) {
      LearnerId learner = new LearnerId("l" + order[0] + order[1]);
      test.time.set(Instant.parse("2026-05-18T08:00:00Z"));
      PathEnrollment enrollment = lms.pathEnrollments().enroll(learner, ONBOARDING);
      test.time.set(Instant.parse("2026-06-01T08:00:00Z"));
      for (int i : order) {
        complete(learner, facts.get(i).split(" ")[0], facts.get(i).split(" ")[1]);
      }

      PathEnrollment done = lms.pathEnrollments().find(enrollment.id()).orElseThrow();
      assertThat(done.completedOn()).contains(LocalDate.of(2026, 5, 23));
      assertThat(done.steps())
          .extracting(step -> step.satisfiedOn().orElseThrow().getDayOfMonth())
          .containsExactly(20, 23, 21);
    }
  }

  @Test
  void suspended_work_is_recorded_and_completes_when_it_is_resumed() {
    PathEnrollment enrollment = lms.pathEnrollments().enroll(MIRA, ONBOARDING);
    lms.pathEnrollments().suspend(enrollment.id(), "on leave");
    complete(MIRA, "safety", "2026-05-20T10:00:00Z");
    complete(MIRA, "privacy", "2026-05-21T10:00:00Z");
    complete(MIRA, "mentor", "2026-05-22T10:00:00Z");
    assertThat(heard(PathStepSatisfied.class)).hasSize(3);
    assertThat(heard(PathCompleted.class)).isEmpty();
    test.time.set(Instant.parse("2026-06-03T08:00:00Z"));

    PathEnrollment resumed = lms.pathEnrollments().resume(enrollment.id());

    assertThat(resumed.state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(resumed.completedOn()).contains(LocalDate.of(2026, 6, 3));
  }

  @Test
  void a_waived_step_counts_and_opens_the_next() {
    PathEnrollment enrollment = lms.pathEnrollments().enroll(MIRA, ONBOARDING);

    lms.pathEnrollments().waive(enrollment.id(), new StepId("S1"), "taught it for years");

    assertThat(progress(MIRA).step("S1").state()).isEqualTo(State.WAIVED);
    assertThat(progress(MIRA).step("S2").opensOn()).contains(LocalDate.of(2026, 5, 25));
    assertThat(progress(MIRA).progress()).hasToString("1/3");
    lms.pathEnrollments().liftWaiver(enrollment.id(), new StepId("S1"), "was an error");
    assertThat(progress(MIRA).step("S1").state()).isEqualTo(State.OPEN);
  }

  @Test
  void a_new_cycle_counts_only_what_comes_after_the_old_one() {
    PathEnrollment first = lms.pathEnrollments().enroll(MIRA, ONBOARDING);
    complete(MIRA, "safety", "2026-05-20T10:00:00Z");
    complete(MIRA, "privacy", "2026-05-21T10:00:00Z");
    complete(MIRA, "mentor", "2026-05-22T10:00:00Z");
    test.time.set(Instant.parse("2026-05-26T08:00:00Z"));

    PathEnrollment second = lms.pathEnrollments().enroll(MIRA, ONBOARDING);

    assertThat(second.cycle()).isEqualTo(2);
    assertThat(second.steps()).allSatisfy(step -> assertThat(step.since()).isEmpty());
    complete(MIRA, "safety", "2026-05-27T10:00:00Z");
    assertThat(lms.pathEnrollments()
            .find(second.id())
            .orElseThrow()
            .step(new StepId("S1"))
            .since())
        .contains(LocalDate.of(2026, 5, 27));
    assertThat(lms.pathEnrollments().find(first.id()).orElseThrow().completedOn())
        .contains(LocalDate.of(2026, 5, 22));
  }

  @Test
  void what_is_done_after_a_completion_is_no_part_of_it() {
    lms.paths()
        .publish(LearningPath.of("short", "Short")
            .step("s", "Safety", Subject.course("safety"))
            .step(Step.of("x", "Extra", Subject.course("extra")).optional()));
    PathEnrollment enrollment = lms.pathEnrollments().enroll(MIRA, new PathId("short"));
    complete(MIRA, "safety", "2026-05-20T10:00:00Z");
    lms.enrollments().enroll(MIRA, new CourseId("extra"));

    complete(MIRA, "extra", "2026-05-21T10:00:00Z");

    PathEnrollment done = lms.pathEnrollments().find(enrollment.id()).orElseThrow();
    assertThat(done.completedOn()).contains(LocalDate.of(2026, 5, 20));
    assertThat(done.step(new StepId("x")).since()).isEmpty();
  }

  @Test
  void a_completion_is_taken_away_by_a_person_with_a_reason() {
    PathEnrollment enrollment = lms.pathEnrollments().enroll(MIRA, ONBOARDING);
    complete(MIRA, "safety", "2026-05-20T10:00:00Z");
    complete(MIRA, "privacy", "2026-05-21T10:00:00Z");
    complete(MIRA, "mentor", "2026-05-22T10:00:00Z");

    assertThatThrownBy(() -> lms.pathEnrollments().withdrawCompletion(enrollment.id(), " "))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(ProgressReason.REASON_MISSING));
    PathEnrollment withdrawn =
        lms.pathEnrollments().withdrawCompletion(enrollment.id(), "somebody else sat there");

    assertThat(withdrawn.state()).isEqualTo(EnrollmentState.WITHDRAWN);
    assertThat(withdrawn.completedOn()).isEmpty();
  }

  @Test
  void nobody_is_on_a_path_from_tomorrow_on() {
    assertThatThrownBy(() -> lms.pathEnrollments().enroll(MIRA, ONBOARDING, HIRED.plusDays(1)))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(ProgressReason.FUTURE_DAY));
  }

  @Test
  void a_corrected_hire_moves_the_days_on_which_steps_open_and_are_due() {
    hire(MIRA, "Europe/Lisbon");
    lms.pathEnrollments().enroll(MIRA, ONBOARDING);
    complete(MIRA, "safety", "2026-05-19T08:00:00Z");
    assertThat(progress(MIRA).steps().get(1).opensOn()).contains(HIRED.plusDays(7));

    lms.workforce()
        .appoint(AppointmentEntry.of(
            "a-mira",
            "mira",
            "warehouse",
            "associate",
            ZoneId.of("Europe/Lisbon"),
            HIRED.minusDays(4)));

    assertThat(progress(MIRA).steps().get(1).opensOn()).contains(HIRED.plusDays(3));
    assertThat(progress(MIRA).steps().get(1).dueOn()).contains(HIRED.plusDays(10));
    assertThat(heard(PathEvent.PathAnchored.class)).hasSize(1);
  }

  @Test
  void a_duty_of_its_own_opens_what_a_step_keeps_closed() {
    hire(MIRA, "Europe/Lisbon");
    lms.pathEnrollments().enroll(MIRA, ONBOARDING);
    assertThatThrownBy(() -> lms.attempts().start(open(MIRA, "privacy"), TestLms.U1))
        .isInstanceOf(RejectedException.class);

    lms.assignments().assign(MIRA, Subject.course("privacy"), null, HIRED, "asked for it");

    assertThat(lms.attempts().start(open(MIRA, "privacy"), TestLms.U1).unit())
        .isEqualTo(TestLms.U1);
  }
}
