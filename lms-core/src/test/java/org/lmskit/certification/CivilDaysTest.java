package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;
import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationEvent.TimeDriven;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Fact;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

/** Days are those of the person: in the zone of his appointment, else in the tenant's, Lisbon. */
class CivilDaysTest {
  private static final CertificationId ID = FORKLIFT.id();

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @BeforeEach
  void publish() {
    lms.workforce().define(new Position(new PositionId("driver"), "Driver"));
    lms.workforce().place(new OrgUnitId("yard"), "Yard", null, day("2020-01-01"));
    lms.certifications().publish(FORKLIFT.primary(Subject.course("fire-safety")));
  }

  @Test
  void today_is_the_day_where_the_person_works() {
    appoint(ANN, "Asia/Tokyo", "2025-01-01");
    at("2025-03-09T16:30:00Z");

    CertificationStatus inTokyo = lms.certifications().complete(ANN, ID, Path.PRIMARY);
    CertificationStatus inLisbon = lms.certifications().complete(BEN, ID, Path.PRIMARY);

    assertThat(inTokyo.award().orElseThrow().completedOn()).isEqualTo(day("2025-03-10"));
    assertThat(inLisbon.award().orElseThrow().completedOn()).isEqualTo(day("2025-03-09"));
    assertThatThrownBy(
            () -> lms.certifications().complete(BEN, ID, Path.PRIMARY, day("2025-03-10")))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(CertificationReason.FUTURE_DAY));
  }

  @Test
  void a_course_completed_after_midnight_there_certifies_on_that_day() {
    at("2025-03-09T16:30:00Z");
    appoint(ANN, "Asia/Tokyo", "2025-01-01");
    lms.catalog().publish(test.fireSafety());
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    for (UnitId unit : List.of(U1, U2)) {
      lms.attempts().record(enrollment.id(), unit, List.of(new Fact.Completion()), test.time.get());
    }

    assertThat(lms.certifications().history(ANN, ID).awards())
        .extracting(Award::completedOn)
        .containsExactly(day("2025-03-10"));
  }

  @Test
  void what_is_due_is_due_at_midnight_where_the_person_works() {
    appoint(ANN, "Asia/Tokyo", "2025-01-01");
    at("2025-03-10T03:00:00Z");
    lms.certifications().complete(ANN, ID, Path.PRIMARY);

    assertDue("2026-01-08T14:59:59.999Z");
    assertDue("2026-01-08T15:00:00Z", "RenewalWindowOpened 2026-01-09");
  }

  @Test
  void who_moves_has_his_days_where_he_works_then_and_what_was_told_stays() {
    appoint(ANN, "Asia/Tokyo", "2025-01-01");
    at("2025-03-10T03:00:00Z");
    lms.certifications().complete(ANN, ID, Path.PRIMARY);
    assertDue("2026-01-08T15:00:00Z", "RenewalWindowOpened 2026-01-09");

    appoint(ANN, "America/New_York", "2025-01-01");

    assertDue("2026-03-10T03:59:59Z", "RenewalWindowOpened 2026-01-09");
    assertDue(
        "2026-03-10T04:00:00Z",
        "RenewalWindowOpened 2026-01-09",
        "CertificationExpired 2026-03-10");
    lms.workforce().cancel(new AppointmentId("job-ann"));
    assertDue(
        "2026-04-08T23:00:00Z",
        "RenewalWindowOpened 2026-01-09",
        "CertificationExpired 2026-03-10",
        "GraceEnded 2026-04-09");
  }

  private void assertDue(String instant, String... told) {
    at(instant);
    lms.advance();
    List<String> all = test.heard.stream()
        .filter(TimeDriven.class::isInstance)
        .map(event -> event.getClass().getSimpleName() + " " + event.effectiveOn())
        .toList();
    assertThat(all).containsExactly(told);
  }

  private void appoint(LearnerId learner, String zone, String from) {
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "job-" + learner,
            learner.value(),
            "yard",
            "driver",
            ZoneId.of(zone),
            LocalDate.parse(from)));
  }

  private void at(String instant) {
    test.time.set(Instant.parse(instant));
  }
}
