package org.lmskit.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.PROOF;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Unit;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Success;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.UnitId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

class ObservationsTest {
  private static final LearnerId ZOE = new LearnerId("zoe");
  private static final LearnerId TOM = new LearnerId("tom");
  private static final LearnerId BOSS = new LearnerId("boss");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Checklist WALK = Checklist.of("walk", "A walk")
      .criterion(Criterion.of("c1", "Looks around", Scale.points(4)).critical(1))
      .criterion(Criterion.of("c2", "Keeps to the lines", Scale.YES_NO))
      .passingWith(3);

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @BeforeEach
  void company() {
    lms.workforce().place(new OrgUnitId("hq"), "HQ", null, TODAY.minusDays(400));
    lms.workforce().define(new Position(new PositionId("worker"), "Worker"));
    lms.workforce().save(new LearnerId("sam"), LearnerProfile.named("Sam"));
    appoint("zoe", "tom");
    appoint("tom", "boss");
    lms.observations().publish(WALK);
    test.heard.clear();
  }

  private void appoint(String who, String under) {
    ZoneId zone = ZoneId.of("Europe/Lisbon");
    lms.workforce()
        .appoint(AppointmentEntry.of("of-" + who, who, "hq", "worker", zone, TODAY.minusDays(100))
            .under(under));
  }

  private static ObservationEntry seen(int first, int second) {
    return ObservationEntry.of("walk", "zoe", "sam").points("c1", first).points("c2", second);
  }

  private Enrollment enrolled(Unit unit) {
    lms.catalog().publish(Course.of("driving", "Driving").unit(unit));
    return lms.enrollments().enroll(ZOE, new CourseId("driving"));
  }

  private Enrollment now(Enrollment enrollment) {
    return lms.enrollments().find(enrollment.id()).orElseThrow();
  }

  @Test
  void a_checklist_that_nobody_can_pass_is_refused_with_the_value() {
    assertThatThrownBy(() -> lms.observations().publish(WALK.passingWith(6)))
        .hasMessageContaining("a sum of 6 cannot be reached, the most is 5");
    assertRefused(
        ObservationReason.CHECKLIST_INVALID,
        () -> lms.observations().publish(Checklist.of("empty", "Empty")));
    assertRefused(
        ObservationReason.CHECKLIST_INVALID,
        () -> lms.observations()
            .publish(WALK.criterion(Criterion.of("c3", "x", Scale.YES_NO).critical(2))));
    assertRefused(
        ObservationReason.CHECKLIST_INVALID,
        () -> lms.observations().publish(WALK.criterion(WALK.criteria().get(0))));
    assertRefused(
        ObservationReason.CHECKLIST_INVALID,
        () -> lms.observations().publish(WALK.observedBy("no-such-certification")));
    assertThat(test.events()).isEmpty();
  }

  @Test
  void publishing_what_is_current_changes_nothing() {
    assertThat(lms.observations().publish(WALK).number()).isEqualTo(1);
    assertThat(lms.observations().publish(WALK.passingWith(4)).number()).isEqualTo(2);
    assertThat(test.events()).containsExactly("ChecklistPublished");
  }

  @Test
  void points_that_no_scale_knows_are_refused_with_the_value() {
    assertThatThrownBy(() -> lms.observations().observe(seen(5, 1)))
        .hasMessageContaining("POINTS_INVALID")
        .hasMessageContaining("c1=5, not 0..4 by 1");
    assertThatThrownBy(() -> lms.observations().observe(seen(1, 1).points("c3", 1)))
        .hasMessageContaining("c3=no such criterion");
    assertThatThrownBy(() -> lms.observations()
            .observe(ObservationEntry.of("walk", "zoe", "sam").points("c1", new BigDecimal("1.5"))))
        .hasMessageContaining("c1=1.5")
        .hasMessageContaining("c2=no points");
  }

  @Test
  void whoever_or_whatever_is_unknown_is_said_first() {
    assertThatThrownBy(() -> lms.observations().observe(ObservationEntry.of("gone", "zoe", "zoe")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () -> lms.observations().observe(ObservationEntry.of("walk", "zoe", "nobody")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> lms.observations().signOff(new ObservationId("gone"), TOM, PROOF))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_retired_checklist_lets_nobody_be_observed_but_what_waits_is_signed_off() {
    Observation waiting = lms.observations().observe(seen(3, 1));
    lms.observations().retire(WALK.id());
    lms.observations().retire(WALK.id());

    assertRefused(
        ObservationReason.CHECKLIST_RETIRED,
        () -> lms.observations().observe(ObservationEntry.of("walk", "zoe", "zoe")));
    assertThat(lms.observations().signOff(waiting.id(), TOM, PROOF).state())
        .isEqualTo(ObservationState.PASSED);
    lms.observations().publish(WALK);
    assertThat(lms.observations().observe(seen(3, 1)).ref().version()).isEqualTo(2);
  }

  @Test
  void a_unit_is_completed_by_the_sign_off_and_failed_by_what_is_not_enough() {
    Enrollment enrollment = enrolled(Unit.of("u1", "Practical", ObservedUnits.of(WALK.id())));
    lms.observations().observe(seen(1, 1));
    assertThat(now(enrollment).unit(new UnitId("u1")).success()).isEqualTo(Success.FAILED);
    Observation good = lms.observations().observe(seen(3, 1));
    assertThat(now(enrollment).unit(new UnitId("u1")).attemptCount()).isEqualTo(1);
    test.pass(Duration.ofDays(2));

    lms.observations().signOff(good.id(), TOM, PROOF);

    Enrollment done = now(enrollment);
    assertThat(done.state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(done.completed().orElseThrow().on()).isEqualTo(TODAY);
    assertThat(done.unit(new UnitId("u1")).score().orElseThrow().raw())
        .hasValueSatisfying(raw -> assertThat(raw).isEqualByComparingTo("4"));
  }

  @Test
  void observations_before_the_enrollment_or_beyond_its_attempts_leave_the_unit_alone() {
    Observation before = lms.observations().observe(seen(3, 1));
    test.pass(Duration.ofDays(1));
    Enrollment enrollment =
        enrolled(Unit.of("u1", "Practical", ObservedUnits.of(WALK.id())).withMaxAttempts(1));

    lms.observations().signOff(before.id(), TOM, PROOF);
    assertThat(now(enrollment).unit(new UnitId("u1")).attemptCount()).isZero();
    lms.observations().observe(seen(0, 1));
    Observation second = lms.observations().observe(seen(3, 1));
    lms.observations().signOff(second.id(), TOM, PROOF);

    assertThat(now(enrollment).unit(new UnitId("u1")).attemptCount()).isEqualTo(1);
    assertThat(now(enrollment).state()).isEqualTo(EnrollmentState.ACTIVE);
  }

  @Test
  void what_is_seen_counts_in_the_newest_enrollment_whatever_became_of_it() {
    Enrollment enrollment = enrolled(Unit.of("u1", "Practical", ObservedUnits.of(WALK.id())));
    lms.enrollments().withdraw(enrollment.id(), "left");
    Observation good = lms.observations().observe(seen(3, 1));

    lms.observations().signOff(good.id(), TOM, PROOF);

    assertThat(now(enrollment).completed().orElseThrow().on()).isEqualTo(TODAY);
    Enrollment next = lms.enrollments().enroll(ZOE, new CourseId("driving"));
    Observation bad = lms.observations().observe(seen(0, 0));
    assertThat(bad.verdict().passed()).isFalse();
    assertThat(now(next).unit(new UnitId("u1")).success()).isEqualTo(Success.FAILED);
    assertThat(now(enrollment).unit(new UnitId("u1")).attemptCount()).isEqualTo(1);
  }

  @Test
  void a_requirement_may_ask_for_a_share_of_the_points() {
    Observation good = lms.observations().observe(seen(3, 1));
    lms.observations().signOff(good.id(), TOM, PROOF);

    assertThat(remaining("0.8")).isZero();
    assertThat(remaining("0.81")).isEqualTo(1);
  }

  private int remaining(String share) {
    Requirement passed = new Requirement.Passed(Subject.checklist("walk"), new BigDecimal(share));
    return lms.pathEnrollments().evaluate(ZOE, passed).remaining().orElseThrow();
  }

  @Test
  void a_course_cannot_name_a_checklist_that_nobody_published() {
    Unit practical = Unit.of("u1", "Practical", ObservedUnits.of(new ChecklistId("gone")));

    assertThat(lms.catalog().check(Course.of("c", "C").unit(practical)))
        .extracting(problem -> problem.code() + " " + problem.location())
        .containsExactly("COURSE-012 units/u1");
    assertThatThrownBy(() -> enrolled(practical)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_step_of_a_path_is_satisfied_on_the_day_of_the_observation() {
    lms.paths()
        .publish(LearningPath.of("path", "Path").step("s", "Walk", Subject.checklist("walk")));
    PathEnrollment enrollment =
        lms.pathEnrollments().enroll(ZOE, new PathId("path"), TODAY.minusDays(9));
    Observation good = lms.observations().observe(seen(3, 1));
    test.pass(Duration.ofDays(3));
    test.heard.clear();

    lms.observations().signOff(good.id(), BOSS, PROOF);

    assertThat(test.events())
        .containsExactly("ObservationSignedOff", "PathStepSatisfied", "PathCompleted");
    assertThat(lms.pathEnrollments().find(enrollment.id()).orElseThrow().completedOn())
        .contains(TODAY);
  }

  @Test
  void the_queue_shows_each_manager_what_he_may_sign_the_most_urgent_first() {
    Observation late =
        lms.observations().observe(seen(3, 1).at(test.time.get().minus(Duration.ofDays(2))));
    Observation now = lms.observations().observe(seen(4, 1));
    appoint("sam", "boss");
    lms.observations()
        .observe(ObservationEntry.of("walk", "sam", "tom").points("c1", 4).points("c2", 1));

    assertThat(lms.observations().signOffQueue(TOM))
        .extracting(task -> task.observation().id(), SignOffTask::distance, SignOffTask::until)
        .containsExactly(
            tuple(late.id(), 1, TODAY.plusDays(5)), tuple(now.id(), 1, TODAY.plusDays(7)));
    assertThat(lms.observations().signOffQueue(BOSS))
        .extracting(SignOffTask::distance)
        .containsExactly(2, 2, 1);
    assertThat(lms.observations().signOffQueue(new LearnerId("nobody"))).isEmpty();
  }

  @Test
  void workload_counts_what_waits_what_lapsed_and_what_was_done() {
    lms.observations().observe(seen(3, 1).at(test.time.get().minus(Duration.ofDays(8))));
    Observation good = lms.observations().observe(seen(3, 1));
    lms.observations().observe(seen(0, 1));
    lms.observations().observe(seen(4, 1));
    lms.observations().signOff(good.id(), BOSS, PROOF);
    var keys = lms.workforce();
    var sam = keys.find(new LearnerId("sam")).orElseThrow().key();
    var tom = keys.find(TOM).orElseThrow().key();
    var boss = keys.find(BOSS).orElseThrow().key();

    assertThat(lms.observations().workload(TODAY, TODAY.plusDays(1)))
        .containsExactlyInAnyOrder(
            new Workload(sam, 0, 0, 3, 0),
            new Workload(tom, 1, 1, 0, 0),
            new Workload(boss, 0, 0, 0, 1));
    assertThat(lms.reports().mentors(TODAY, TODAY.plusDays(1)).list())
        .extracting(row -> row.mentor() + " " + row.work().observed())
        .containsExactlyInAnyOrder("sam 3", "tom 0", "boss 0");
  }

  @Test
  void who_declines_says_why_and_the_learner_can_be_observed_again() {
    Observation good = lms.observations().observe(seen(3, 1));
    assertRefused(
        ObservationReason.REASON_MISSING, () -> lms.observations().decline(good.id(), TOM, " "));

    assertThat(lms.observations().decline(good.id(), TOM, "I saw it otherwise").state())
        .isEqualTo(ObservationState.DECLINED);

    assertRefused(
        ObservationReason.OBSERVATION_CLOSED,
        () -> lms.observations().signOff(good.id(), TOM, PROOF));
  }

  @Test
  void what_was_declined_follows_from_the_events_alone() {
    Observation declined = lms.observations().observe(seen(3, 1));
    Observation signed = lms.observations().observe(seen(3, 1));
    lms.observations().decline(declined.id(), TOM, "I saw it otherwise");
    lms.observations().signOff(signed.id(), TOM, PROOF);

    try (Store replayed = new InMemoryStore()) {
      lms.replay(replayed);

      var rebuilt = Lms.on(replayed, test.content).build().observations();
      for (Observation one : List.of(declined, signed)) {
        assertThat(rebuilt.find(one.id())).isEqualTo(lms.observations().find(one.id()));
      }
      assertThat(rebuilt.find(declined.id()).orElseThrow().state())
          .isEqualTo(ObservationState.DECLINED);
    }
  }

  @Test
  void without_a_verifier_nothing_can_be_signed() {
    Lms bare = Lms.on(test.store, test.content).clock(test.clock()).build();
    Observation good = bare.observations().observe(seen(3, 1));

    assertRefused(
        ObservationReason.SIGNATURE_NOT_VERIFIED,
        () -> bare.observations().signOff(good.id(), TOM, PROOF));
  }

  @Test
  void erasing_a_signer_takes_his_printed_name_and_leaves_the_signature() {
    lms.workforce().save(TOM, LearnerProfile.named("Tom Thumb"));
    Observation good = lms.observations().observe(seen(3, 1).commented("Zoe was calm"));
    Signature signature =
        lms.observations().signOff(good.id(), TOM, PROOF).signature().orElseThrow();
    assertThat(lms.workforce().text(signature.printedName())).contains("Tom Thumb");

    lms.workforce().erase(TOM);

    assertThat(lms.workforce().text(signature.printedName())).isEmpty();
    assertThat(lms.workforce().text(good.comment().orElseThrow())).contains("Zoe was calm");
    assertThat(lms.observations().find(good.id()).orElseThrow().signature()).contains(signature);
  }

  @Test
  void a_comment_is_erased_with_whom_it_is_about_and_with_who_wrote_it() {
    Observation bySam = lms.observations().observe(seen(3, 1).commented("Zoe was calm"));
    Observation byTom = lms.observations()
        .observe(ObservationEntry.of("walk", "zoe", "tom")
            .points("c1", 1)
            .points("c2", 1)
            .commented("Zoe was in a hurry"));

    lms.workforce().erase(new LearnerId("sam"));

    assertThat(lms.workforce().text(bySam.comment().orElseThrow())).isEmpty();
    assertThat(lms.workforce().text(byTom.comment().orElseThrow())).isPresent();
    lms.workforce().erase(ZOE);
    assertThat(lms.workforce().text(byTom.comment().orElseThrow())).isEmpty();
  }

  @Test
  void what_is_signed_is_the_very_entry_of_the_ledger() {
    Observation good = lms.observations().observe(seen(3, 1));
    lms.observations().signOff(good.id(), TOM, PROOF);
    lms.ledger().seal();

    SignedRecord record = lms.observations().signedRecord(good.id()).orElseThrow();

    List<String> entries = new ArrayList<>();
    lms.ledger().entries(entries::add);
    assertThat(entries).contains(record.text());
  }
}
