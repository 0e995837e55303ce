package org.lmskit.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.PROOF;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.catalog.Requirement;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.Sha256;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/** Scenario S9: an observed practical with mentor sign-off and signature. */
@ParameterizedClass
@EnumSource(TestStore.class)
class PracticalScenarioTest {
  private static final LearnerId ZOE = new LearnerId("zoe");
  private static final LearnerId SAM = new LearnerId("sam");
  private static final LearnerId TOM = new LearnerId("tom");
  private static final LearnerId UMA = new LearnerId("uma");
  private static final CertificationId ASSESSOR = new CertificationId("forklift-assessor");
  private static final LocalDate OBSERVED = LocalDate.of(2026, 6, 1);
  private static final int ENOUGH = 10;

  private final TestLms test;
  private final Lms lms;

  PracticalScenarioTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.start();
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  @BeforeEach
  void company() {
    on("2026-01-01");
    LocalDate since = LocalDate.of(2025, 1, 1);
    lms.workforce().place(new OrgUnitId("warehouse"), "Warehouse", null, since);
    lms.workforce().define(new Position(new PositionId("driver"), "Driver"));
    lms.workforce().save(TOM, LearnerProfile.named("Tom Thumb"));
    lms.workforce().save(UMA, LearnerProfile.named("Uma Unger"));
    AppointmentEntry job = AppointmentEntry.of(
        "zoe-1", "zoe", "warehouse", "driver", ZoneId.of("Europe/Lisbon"), since);
    lms.workforce().appoint(job.under("tom").before(LocalDate.of(2026, 6, 10)));
    lms.workforce()
        .appoint(AppointmentEntry.of(
                "zoe-2",
                "zoe",
                "warehouse",
                "driver",
                ZoneId.of("Europe/Lisbon"),
                LocalDate.of(2026, 6, 10))
            .under("uma"));
    lms.certifications()
        .publish(
            Certification.of(ASSESSOR.value(), "Forklift assessor", Period.ofMonths(6), since));
    lms.certifications()
        .recordExternal(
            SAM, ASSESSOR, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1), "by the guild");
    lms.observations().publish(practical(ENOUGH));
  }

  private static Checklist practical(int enough) {
    Scale scale = Scale.points(3);
    Checklist list = Checklist.of("practical", "Forklift practical")
        .criterion(Criterion.of("C1", "Checks the truck", scale).critical(2))
        .criterion(Criterion.of("C2", "Looks around", scale).critical(2));
    for (String id : new String[] {"C3", "C4", "C5"}) {
      list = list.criterion(Criterion.of(id, "Task " + id, scale));
    }
    return list.passingWith(enough).observedBy(ASSESSOR.value()).signedOffWithin(7);
  }

  private void on(String day) {
    test.time.set(Instant.parse(day + "T10:00:00Z"));
  }

  private static ObservationEntry seen(String observer, int... points) {
    ObservationEntry entry = ObservationEntry.of("practical", "zoe", observer);
    for (int i = 0; i < points.length; i++) {
      entry = entry.points("C" + (i + 1), points[i]);
    }
    return entry;
  }

  private Observation observe(String day, String observer, int... points) {
    on(day);
    return lms.observations().observe(seen(observer, points));
  }

  private int remaining() {
    return lms.pathEnrollments()
        .evaluate(ZOE, Requirement.observed("practical"))
        .remaining()
        .orElseThrow();
  }

  @Test
  void case_1_passes_and_is_evidence_of_the_day_of_the_observation() {
    Observation seen = observe("2026-06-01", "sam", 3, 2, 2, 2, 1);
    assertThat(seen.state()).isEqualTo(ObservationState.AWAITING_SIGN_OFF);
    assertThat(seen.verdict().sum()).isEqualByComparingTo("10");
    assertThat(remaining()).isEqualTo(1);
    on("2026-06-03");

    Observation signed = lms.observations().signOff(seen.id(), TOM, PROOF);

    assertThat(signed.state()).isEqualTo(ObservationState.PASSED);
    assertThat(signed.observedOn()).isEqualTo(OBSERVED);
    assertThat(remaining()).isZero();
    Signature signature = signed.signature().orElseThrow();
    SignedRecord record = lms.observations().signedRecord(seen.id()).orElseThrow();
    assertThat(signature.record())
        .isEqualTo(Sha256.of(record.text().getBytes(StandardCharsets.UTF_8)));
    assertThat(record.text()).contains("\"C1\":\"3\"").contains("\"sum\":\"10\"");
    assertThat(signature.at()).isEqualTo(Instant.parse("2026-06-03T10:00:00Z"));
    assertThat(signature.meaning()).isEqualTo("I confirm this observation.");
    assertThat(lms.workforce().text(signature.printedName())).contains("Tom Thumb");
  }

  @Test
  void cases_2_and_3_are_not_passed_and_ask_nobody_to_sign() {
    Observation critical = observe("2026-06-01", "sam", 3, 1, 3, 3, 3);
    Observation sum = observe("2026-06-01", "sam", 2, 2, 2, 2, 1);

    assertThat(critical.state()).isEqualTo(ObservationState.NOT_PASSED);
    assertThat(critical.verdict().sum()).isEqualByComparingTo("13");
    assertThat(critical.verdict().failedCriteria()).containsExactly("C2");
    assertThat(sum.state()).isEqualTo(ObservationState.NOT_PASSED);
    assertThat(sum.verdict().sum()).isEqualByComparingTo("9");
    assertThat(lms.observations().signOffQueue(TOM)).isEmpty();
    assertRefused(
        ObservationReason.OBSERVATION_CLOSED,
        () -> lms.observations().signOff(sum.id(), TOM, PROOF));
  }

  @Test
  void cases_4_and_5_are_refused() {
    assertRefused(
        ObservationReason.OBSERVER_NOT_QUALIFIED,
        () -> observe("2026-07-01", "sam", 3, 3, 3, 3, 3));
    assertRefused(
        ObservationReason.SELF_OBSERVATION, () -> observe("2026-06-01", "zoe", 3, 3, 3, 3, 3));
    assertThat(lms.observations().of(ZOE, TestLms.ALL).items()).isEmpty();
    assertThat(observe("2026-06-30", "sam", 3, 3, 3, 3, 3).verdict().passed()).isTrue();
  }

  @Test
  void case_6_is_refused_before_the_signer_is_no_manager() {
    Observation seen = observe("2026-06-01", "sam", 3, 3, 3, 3, 3);
    on("2026-06-02");

    assertRefused(
        ObservationReason.SAME_PERSON_TWO_ROLES,
        () -> lms.observations().signOff(seen.id(), SAM, PROOF));
    assertRefused(
        ObservationReason.SELF_OBSERVATION,
        () -> lms.observations().signOff(seen.id(), ZOE, PROOF));
    assertRefused(
        ObservationReason.NOT_MANAGER, () -> lms.observations().signOff(seen.id(), UMA, PROOF));
    assertRefused(
        ObservationReason.SIGNATURE_NOT_VERIFIED,
        () -> lms.observations().signOff(seen.id(), TOM, "guessed"));
  }

  @Test
  void the_manager_of_the_signing_day_signs_within_seven_days() {
    Observation early = observe("2026-06-01", "sam", 3, 3, 3, 3, 3);
    Observation late = observe("2026-06-04", "sam", 3, 3, 3, 3, 3);
    on("2026-06-08");
    assertThat(lms.observations().signOff(early.id(), TOM, PROOF).state())
        .isEqualTo(ObservationState.PASSED);

    on("2026-06-11");
    assertRefused(
        ObservationReason.NOT_MANAGER, () -> lms.observations().signOff(late.id(), TOM, PROOF));
    assertThat(lms.observations().signOffQueue(TOM)).isEmpty();
    assertThat(lms.observations().signOffQueue(UMA)).hasSize(1);
    on("2026-06-12");
    assertThat(lms.observations().signOffQueue(UMA)).isEmpty();
    assertRefused(
        ObservationReason.NOT_MANAGER, () -> lms.observations().signOff(late.id(), TOM, PROOF));
    assertRefused(
        ObservationReason.SIGN_OFF_TOO_LATE,
        () -> lms.observations().signOff(late.id(), UMA, PROOF));
  }

  @Test
  void a_correction_supersedes_and_what_was_signed_stays_readable() {
    Observation first = observe("2026-06-01", "sam", 3, 2, 2, 2, 1);
    on("2026-06-03");
    lms.observations().signOff(first.id(), TOM, PROOF);
    SignedRecord record = lms.observations().signedRecord(first.id()).orElseThrow();
    on("2026-06-20");

    Observation second = lms.observations()
        .correct(
            first.id(),
            seen("sam", 3, 3, 2, 2, 1).at(Instant.parse("2026-06-01T10:00:00Z")),
            "misread C2");

    Observation old = lms.observations().find(first.id()).orElseThrow();
    assertThat(old.state()).isEqualTo(ObservationState.SUPERSEDED);
    assertThat(old.supersededBy()).contains(second.id());
    assertThat(old.points()).isEqualTo(first.points());
    assertThat(lms.observations().signedRecord(first.id())).contains(record);
    assertThat(old.signature().orElseThrow().record()).isEqualTo(record.digest());
    assertThat(second.corrects()).contains(first.id());
    assertThat(second.observedOn()).isEqualTo(OBSERVED);
    assertThat(remaining()).isEqualTo(1);
    assertThat(lms.observations().signOff(second.id(), UMA, PROOF).verdict().sum())
        .isEqualByComparingTo("11");
    assertThat(remaining()).isZero();
    assertRefused(
        ObservationReason.OBSERVATION_CLOSED,
        () -> lms.observations().correct(first.id(), seen("sam", 3, 3, 3, 3, 3), "again"));
  }

  @Test
  void revoking_the_assessor_lists_what_is_affected_and_voids_nothing() {
    Observation before = observe("2026-05-14", "sam", 3, 2, 2, 2, 1);
    lms.observations().signOff(before.id(), TOM, PROOF);
    Observation one = observe("2026-06-01", "sam", 3, 2, 2, 2, 1);
    on("2026-06-03");
    lms.observations().signOff(one.id(), TOM, PROOF);
    observe("2026-06-05", "sam", 3, 1, 3, 3, 3);
    assertThat(lms.observations().affectedEvidence()).isEmpty();
    on("2026-08-01");

    lms.certifications().revoke(SAM, ASSESSOR, LocalDate.of(2026, 5, 15), "forged papers");

    assertThat(lms.observations().affectedEvidence())
        .extracting(Observation::id)
        .containsExactly(one.id());
    assertThat(lms.observations().affectedEvidence(SAM)).hasSize(1);
    assertThat(lms.observations().affectedEvidence(TOM)).isEmpty();
    assertThat(lms.observations().find(one.id()).orElseThrow().state())
        .isEqualTo(ObservationState.PASSED);
    assertThat(remaining()).isZero();

    lms.observations().invalidate(one.id(), "seen by nobody else");

    assertThat(lms.observations().affectedEvidence()).isEmpty();
    assertThat(lms.pathEnrollments()
            .evaluate(ZOE, Requirement.observed("practical"))
            .remaining())
        .hasValue(0);
    lms.observations().invalidate(before.id(), "neither");
    assertThat(remaining()).isEqualTo(1);
  }

  @Test
  void what_is_upheld_is_listed_no_more() {
    Observation one = observe("2026-06-01", "sam", 3, 2, 2, 2, 1);
    lms.observations().signOff(one.id(), TOM, PROOF);
    on("2026-08-01");
    lms.certifications().revoke(SAM, ASSESSOR, LocalDate.of(2026, 6, 1), "forged papers");
    assertThat(lms.observations().affectedEvidence()).hasSize(1);

    Observation upheld = lms.observations().uphold(one.id(), "Tom was there too");

    assertThat(upheld.upheld()).isTrue();
    assertThat(lms.observations().affectedEvidence()).isEmpty();
    assertThat(remaining()).isZero();
  }

  @Test
  void an_observer_who_turned_out_unqualified_leaves_nothing_to_sign() {
    Observation one = observe("2026-06-01", "sam", 3, 2, 2, 2, 1);
    on("2026-06-02");
    lms.certifications().revoke(SAM, ASSESSOR, LocalDate.of(2026, 5, 15), "forged papers");

    assertRefused(
        ObservationReason.OBSERVER_NOT_QUALIFIED,
        () -> lms.observations().signOff(one.id(), UMA, PROOF));
  }

  @Test
  void other_numbers_by_the_same_rules() {
    lms.observations().publish(practical(15));

    assertThat(observe("2026-06-01", "sam", 3, 3, 3, 3, 2).state())
        .isEqualTo(ObservationState.NOT_PASSED);
    assertThat(observe("2026-06-01", "sam", 3, 3, 3, 3, 3).state())
        .isEqualTo(ObservationState.AWAITING_SIGN_OFF);
    assertThat(lms.observations()
            .checklist(new ChecklistId("practical"))
            .orElseThrow()
            .versions())
        .hasSize(2);
  }
}
