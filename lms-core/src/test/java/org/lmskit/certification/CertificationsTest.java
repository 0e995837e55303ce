package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.day;
import static org.lmskit.certification.TestCertifications.ANA;
import static org.lmskit.certification.TestCertifications.BEN;
import static org.lmskit.certification.TestCertifications.CARLA;
import static org.lmskit.certification.TestCertifications.ID;
import static org.lmskit.certification.TestCertifications.STORES;
import static org.lmskit.certification.TestCertifications.timeDriven;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lmskit.DryRun;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Store;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

class CertificationsTest {
  private final TestCertifications test = new TestCertifications();

  @ParameterizedTest
  @MethodSource(STORES)
  void forklift_safety_lives_and_lapses_by_rule(Supplier<Store> stores) {
    test.with(stores, lms -> {
      Certifications certifications = lms.certifications();
      certifications.publish(FORKLIFT);
      test.at("2025-03-10T15:00:00Z");
      for (LearnerId learner : List.of(ANA, BEN, CARLA)) {
        CertificationStatus status = certifications.complete(learner, ID, Path.PRIMARY);
        assertThat(status.validUntil()).contains(day("2026-03-10"));
        assertThat(status.renewalOpensOn()).contains(day("2026-01-09"));
        assertThat(status.graceEndsOn()).contains(day("2026-04-09"));
      }
      test.at("2025-12-15T10:00:00Z");
      assertThat(certifications.complete(BEN, ID, Path.RENEWAL).validUntil())
          .contains(day("2026-03-10"));
      test.at("2026-02-20T09:30:00Z");
      assertThat(certifications.complete(ANA, ID, Path.RENEWAL).validUntil())
          .contains(day("2027-03-10"));
      test.at("2026-03-25T10:00:00Z");
      assertThat(certifications.complete(CARLA, ID, Path.RENEWAL).validUntil())
          .contains(day("2027-03-25"));
      test.at("2026-06-01T10:00:00Z");
      certifications.revoke(ANA, ID, day("2026-06-01"), "drove without a belt");
      test.heard.clear();
      test.at("2026-12-31T12:00:00Z");

      lms.advance();

      assertThat(timeDriven(lms, BEN))
          .containsExactly(
              "RenewalWindowOpened 2026-01-09",
              "CertificationExpired 2026-03-10",
              "GraceEnded 2026-04-09");
      assertThat(compliant(lms, ANA)).isEqualTo(151);
      assertThat(compliant(lms, BEN)).isEqualTo(68);
      assertThat(compliant(lms, CARLA)).isEqualTo(350);
      int emitted = test.heard.size();
      lms.advance();
      assertThat(test.heard).hasSize(emitted);
    });
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void a_fixed_calendar_gives_its_dates_and_an_unsound_policy_is_refused(Supplier<Store> stores) {
    test.with(stores, lms -> {
      Certification policy = Certification.of(
              "cohort", "Cohort", Period.ofMonths(12), Given.LONG_AGO)
          .basis(ExpiryBasis.fixed(day("2025-12-01"), Period.ofMonths(6)))
          .renewalWindow(Period.ofDays(60));
      lms.certifications().publish(policy);
      test.at("2028-05-01T00:00:00Z");

      assertThat(until(lms, policy.id(), "a", "2025-08-15")).isEqualTo(day("2026-12-01"));
      assertThat(until(lms, policy.id(), "b", "2026-11-10")).isEqualTo(day("2027-12-01"));
      assertThat(until(lms, policy.id(), "c", "2028-04-10")).isEqualTo(day("2028-12-01"));
      assertThat(untilOn(lms, "new-hires", "2026-03-01", Period.ofMonths(1), "2026-01-20"))
          .isEqualTo(day("2026-03-01"));
      assertThat(untilOn(lms, "leap", "2024-02-29", Period.ofMonths(2), "2027-12-01"))
          .isEqualTo(day("2028-02-29"));
      assertRefused(
          CertificationReason.POLICY_UNSOUND,
          () -> lms.certifications().publish(policy.renewalWindow(Period.ofMonths(6))));
      assertThat(lms.certifications().versions(policy.id())).hasSize(1);
    });
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void what_publishing_would_change_is_what_publishing_changes(Supplier<Store> stores) {
    test.with(stores, lms -> {
      lms.certifications().publish(FORKLIFT);
      test.at("2026-07-01T08:00:00Z");
      List<String> days = List.of(
          "2026-05-20", "2025-07-15", "2025-06-10", "2025-05-25", "2024-07-10", "2023-12-01");
      for (int i = 0; i < days.size(); i++) {
        lms.certifications()
            .complete(new LearnerId("p" + (i + 1)), ID, Path.PRIMARY, day(days.get(i)));
      }
      lms.advance();
      Certification v2 = FORKLIFT
          .validity(Period.ofMonths(24))
          .renewalWindow(Period.ofDays(90))
          .grace(Period.ZERO)
          .effectiveOn(day("2026-07-01"));
      int before = test.heard.size();

      DryRun<PolicyPublication> plain = lms.dryRun(l -> l.certifications().publish(v2));
      DryRun<PolicyPublication> what =
          lms.dryRun(l -> l.certifications().publish(v2.retroactive(true)));

      assertThat(plain.result().changes()).isEmpty();
      assertThat(what.events()).hasSize(1).first().isInstanceOf(PolicyPublished.class);
      assertThat(test.heard).hasSize(before);
      assertThat(states(lms))
          .containsExactly(
              "CERTIFIED 2027-05-20",
              "RENEWAL_DUE 2026-07-15",
              "IN_GRACE 2026-06-10",
              "EXPIRED 2026-05-25",
              "EXPIRED 2025-07-10",
              "EXPIRED 2024-12-01");
      PolicyPublication done = lms.certifications().publish(v2.retroactive(true));
      assertThat(done.changes()).isEqualTo(what.result().changes()).hasSize(6);
      assertThat(done.changes().stream().filter(c -> c.before().compliant())).hasSize(2);
      assertThat(done.changes().stream().filter(c -> c.after().compliant())).hasSize(5);
      assertThat(states(lms))
          .containsExactly(
              "CERTIFIED 2028-05-20",
              "CERTIFIED 2027-07-15",
              "CERTIFIED 2027-06-10",
              "CERTIFIED 2027-05-25",
              "RENEWAL_DUE 2026-07-10",
              "EXPIRED 2025-12-01");
    });
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void what_a_rule_forbids_is_refused_with_its_reason_and_changes_nothing(Supplier<Store> stores) {
    test.with(stores, lms -> {
      Certifications c = lms.certifications();
      c.publish(FORKLIFT);
      test.at("2025-03-10T15:00:00Z");
      c.complete(ANA, ID, Path.PRIMARY);
      int before = test.heard.size();

      assertRefused(
          CertificationReason.FUTURE_DAY,
          () -> c.complete(ANA, ID, Path.RENEWAL, day("2025-03-11")));
      assertRefused(
          CertificationReason.NOT_VALID, () -> c.revoke(ANA, ID, day("2025-03-09"), "why"));
      assertRefused(
          CertificationReason.REASON_MISSING, () -> c.revoke(ANA, ID, day("2025-03-10"), " "));
      assertRefused(
          CertificationReason.NOT_LATER,
          () -> c.extend(ANA, ID, day("2025-03-10"), day("2026-03-10"), "why"));
      assertRefused(
          CertificationReason.NOT_VALID,
          () -> c.extend(ANA, ID, day("2025-03-09"), day("2026-06-10"), "why"));
      assertRefused(
          CertificationReason.NOT_PAUSED, () -> c.resume(ANA, ID, day("2025-03-10"), "why"));
      assertRefused(
          CertificationReason.NOTHING_TO_PAUSE, () -> c.pause(ANA, ID, day("2025-03-09"), "why"));
      assertThatThrownBy(() -> c.complete(ANA, new CertificationId("crane"), Path.PRIMARY))
          .isInstanceOf(NotFoundException.class)
          .hasMessage("no certification with id crane");
      assertThat(test.heard).hasSize(before);
    });
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void extending_pausing_and_resuming_move_what_becomes_due(Supplier<Store> stores) {
    test.with(stores, lms -> {
      Certifications c = lms.certifications();
      c.publish(FORKLIFT);
      test.at("2025-03-10T15:00:00Z");
      c.complete(ANA, ID, Path.PRIMARY);
      c.complete(BEN, ID, Path.PRIMARY);
      test.at("2026-02-01T12:00:00Z");
      assertThat(c.extend(ANA, ID, day("2026-02-01"), day("2026-06-10"), "parental leave")
              .validUntil())
          .contains(day("2026-06-10"));
      assertThat(c.pause(BEN, ID, day("2026-02-01"), "sick").state())
          .isEqualTo(CertificationState.PAUSED);
      test.at("2026-08-01T12:00:00Z");
      assertThat(c.resume(BEN, ID, day("2026-08-01"), "back").validUntil())
          .contains(day("2026-09-07"));
      test.at("2027-01-01T00:00:00Z");
      lms.advance();

      assertThat(timeDriven(lms, ANA))
          .containsExactly(
              "RenewalWindowOpened 2026-01-09",
              "RenewalWindowOpened 2026-04-11",
              "CertificationExpired 2026-06-10",
              "GraceEnded 2026-07-10");
      assertThat(timeDriven(lms, BEN))
          .containsExactly(
              "RenewalWindowOpened 2026-01-09",
              "CertificationExpired 2026-09-07",
              "GraceEnded 2026-10-07");
      assertThat(lms.workforce().text(note())).contains("parental leave");
    });
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void civil_days_are_those_of_the_persons_appointment(Supplier<Store> stores) {
    try (Store store = stores.get()) {
      Lms lisbon =
          test.builder(store).zone(tenant -> ZoneId.of("Europe/Lisbon")).build();
      lisbon.certifications().publish(FORKLIFT);
      test.at("2025-03-09T16:00:00Z");
      LocalDate start = day("2020-01-01");
      lisbon.workforce().place(new OrgUnitId("plant"), "Plant", null, start);
      lisbon.workforce().define(new Position(new PositionId("driver"), "Driver"));
      lisbon.workforce().appoint(appointment("Asia/Tokyo", start));
      CertificationStatus status = lisbon.certifications().complete(ANA, ID, Path.PRIMARY);
      assertThat(status.award().orElseThrow().completedOn()).isEqualTo(day("2025-03-10"));
      test.at("2026-01-08T14:59:59.999Z");
      lisbon.advance();
      assertThat(timeDriven(lisbon, ANA)).isEmpty();
      lisbon.workforce().appoint(appointment("Europe/Lisbon", start));
      test.at("2026-01-08T23:59:59.999Z");
      lisbon.advance();
      assertThat(timeDriven(lisbon, ANA)).isEmpty();
      test.at("2026-01-09T00:00:00Z");
      lisbon.advance();
      assertThat(timeDriven(lisbon, ANA)).containsExactly("RenewalWindowOpened 2026-01-09");
    }
  }

  private static AppointmentEntry appointment(String zone, LocalDate from) {
    return AppointmentEntry.of("a1", ANA.value(), "plant", "driver", ZoneId.of(zone), from);
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void civil_days_follow_the_tenants_zone(Supplier<Store> stores) {
    try (Store store = stores.get()) {
      Lms tokyo = test.builder(store).zone(tenant -> ZoneId.of("Asia/Tokyo")).build();
      tokyo.certifications().publish(FORKLIFT);
      test.at("2025-03-09T16:00:00Z");
      assertThat(tokyo
              .certifications()
              .complete(ANA, ID, Path.PRIMARY)
              .award()
              .orElseThrow()
              .completedOn())
          .isEqualTo(day("2025-03-10"));
      test.at("2026-01-08T14:59:59.999Z");
      tokyo.advance();
      assertThat(timeDriven(tokyo, ANA)).isEmpty();
      test.at("2026-01-08T15:00:00Z");
      tokyo.advance();
      assertThat(timeDriven(tokyo, ANA)).containsExactly("RenewalWindowOpened 2026-01-09");
    }
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void nobody_does_what_the_host_does_not_allow(Supplier<Store> stores) {
    try (Store store = stores.get()) {
      Lms lms = test.builder(store)
          .authorizer((who, action, subject) -> !action.equals("certifications.revoke"))
          .build();
      lms.certifications().publish(FORKLIFT);
      lms.certifications().complete(ANA, ID, Path.PRIMARY);

      assertThatThrownBy(() -> lms.certifications().revoke(ANA, ID, day("2020-01-01"), "why"))
          .isInstanceOf(RejectedException.class)
          .hasMessageStartingWith("NOT_AUTHORIZED");
    }
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void completing_the_course_of_a_certification_certifies_in_the_same_call(Supplier<Store> stores) {
    try (Store store = stores.get()) {
      TestLms courses = new TestLms(store);
      Lms lms = courses.start();
      lms.catalog().publish(courses.fireSafety());
      Certification policy =
          FORKLIFT.primary(Subject.course("fire-safety")).renewal(Subject.course("fire-refresher"));
      lms.certifications().publish(policy);
      Enrollment enrollment = lms.enrollments().enroll(TestLms.ANN, TestLms.FIRE_SAFETY);
      lms.attempts()
          .open(enrollment.id(), TestLms.U1, ViewedContent.PAGE, new ViewingRequest.Open("s"));
      assertThat(
              lms.certifications().statusOn(TestLms.ANN, ID, day("2026-03-02")).award())
          .isEmpty();
      courses.events();

      lms.attempts()
          .open(enrollment.id(), TestLms.U2, ViewedContent.PAGE, new ViewingRequest.Open("s"));

      assertThat(courses.events()).endsWith("EnrollmentCompleted", "CertificationAwarded");
      assertThat(
              lms.certifications().statusOn(TestLms.ANN, ID, day("2026-03-02")).validUntil())
          .contains(day("2027-03-02"));
      assertRefused(
          CertificationReason.POLICY_UNSOUND,
          () -> lms.certifications().publish(policy.renewal(Subject.unit("u1"))));
    }
  }

  private static LocalDate until(Lms lms, CertificationId id, String learner, String on) {
    lms.certifications().complete(new LearnerId(learner), id, Path.PRIMARY, day(on));
    return lms.certifications()
        .statusOn(new LearnerId(learner), id, day(on))
        .validUntil()
        .orElseThrow();
  }

  private static LocalDate untilOn(
      Lms lms, String id, String anchor, Period minActive, String completedOn) {
    Certification policy = Certification.of(id, id, Period.ofMonths(12), Given.LONG_AGO)
        .basis(ExpiryBasis.fixed(day(anchor), minActive));
    lms.certifications().publish(policy);
    return until(lms, policy.id(), "someone", completedOn);
  }

  private static List<String> states(Lms lms) {
    List<String> states = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      CertificationStatus status =
          lms.certifications().statusOn(new LearnerId("p" + i), ID, day("2026-07-01"));
      states.add(status.state() + " " + status.validUntil().orElseThrow());
    }
    return states;
  }

  private static long compliant(Lms lms, LearnerId learner) {
    return Given.compliantDays(lms.certifications().history(learner, ID), 2026);
  }

  private Sha256 note() {
    return test.heard.stream()
        .filter(CertificationEvent.CertificationExtended.class::isInstance)
        .map(CertificationEvent.CertificationExtended.class::cast)
        .findFirst()
        .orElseThrow()
        .note();
  }
}
