package org.lmskit.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Fact;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

/** Days of people who live by other zones than the tenant, which is in Lisbon; it is 2 March 2026 there. */
@Timeout(60)
class MovingPersonTest {
  private static final LearnerId YUKI = new LearnerId("yuki");
  private static final PathId PATH = new PathId("path");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @BeforeEach
  void publish() {
    lms.catalog().publish(test.fireSafety());
    lms.workforce().place(new OrgUnitId("hq"), "Headquarters", null, DAY.minusYears(2));
    lms.workforce().define(new Position(new PositionId("clerk"), "Clerk"));
  }

  @Test
  void path_that_waits_for_the_day_of_a_move_to_the_east_completes_when_that_day_begins_there() {
    appoint("west", LOS_ANGELES, DAY.minusYears(1), DAY);
    appoint("east", TOKYO, DAY, null);
    enrollAndWaitFor(DAY);

    advanceTo("2026-03-09T14:59:59Z");
    assertThat(state()).isEqualTo(EnrollmentState.ACTIVE);
    advanceTo("2026-03-09T15:00:00Z");

    assertThat(state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(enrollment().completedOn()).contains(DAY);
  }

  @Test
  void path_that_waits_for_the_day_after_a_contract_ends_completes_when_that_day_begins() {
    appoint("west", LOS_ANGELES, DAY.minusYears(1), DAY);
    enrollAndWaitFor(DAY);

    advanceTo("2026-03-10T00:00:00Z");

    assertThat(enrollment().completedOn()).contains(DAY);
  }

  @Test
  void whoever_moves_while_a_path_waits_for_a_day_is_done_when_it_begins_where_he_lives() {
    appoint("west", LOS_ANGELES, DAY.minusYears(1), null);
    enrollAndWaitFor(DAY);
    appoint("west", LOS_ANGELES, DAY.minusYears(1), DAY.minusDays(5));
    appoint("east", TOKYO, DAY.minusDays(5), null);

    advanceTo("2026-03-09T15:00:00Z");

    assertThat(enrollment().completedOn()).contains(DAY);
  }

  @Test
  void new_version_is_trained_by_those_whose_day_begins_before_the_tenants() {
    appoint("east", TOKYO, DAY.minusYears(1), null);
    lms.paths().publish(path(Requirement.step("fire")));
    lms.paths()
        .publish(
            path(Requirement.step("fire")).withTitle(Text.of("Next")),
            PathPlan.propose(path(Requirement.step("fire")), path(Requirement.step("fire")))
                .effective(DAY));
    test.time.set(Instant.parse("2026-03-09T16:00:00Z"));

    PathEnrollment early = lms.pathEnrollments().enroll(YUKI, PATH);

    assertThat(early.startedOn()).isEqualTo(DAY);
    assertThat(early.version()).isEqualTo(2);
  }

  private void enrollAndWaitFor(LocalDate day) {
    lms.paths().publish(path(Requirement.all(Requirement.step("fire"), Requirement.after(day))));
    lms.pathEnrollments().enroll(YUKI, PATH);
    Enrollment course = lms.enrollments().findOpen(YUKI, TestLms.FIRE_SAFETY).orElseThrow();
    for (var unit : List.of(TestLms.U1, TestLms.U2)) {
      lms.attempts().record(course.id(), unit, List.of(new Fact.Completion()), test.time.get());
    }
  }

  private static LearningPath path(Requirement completion) {
    return LearningPath.of("path", "Path")
        .step("fire", "Fire safety", Subject.course("fire-safety"))
        .withCompletion(completion);
  }

  private void appoint(String id, ZoneId zone, LocalDate from, LocalDate before) {
    AppointmentEntry entry = AppointmentEntry.of(id, "yuki", "hq", "clerk", zone, from);
    lms.workforce().appoint(before == null ? entry : entry.before(before));
  }

  private void advanceTo(String instant) {
    test.time.set(Instant.parse(instant));
    assertThatNoException().isThrownBy(() -> lms.advance(Duration.ofMinutes(1)));
  }

  private PathEnrollment enrollment() {
    return lms.pathEnrollments().of(YUKI, TestLms.ALL).items().get(0);
  }

  private EnrollmentState state() {
    return enrollment().state();
  }
}
