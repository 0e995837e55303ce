package org.lmskit.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.PROOF;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Fact;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.Observation;
import org.lmskit.observation.ObservationEntry;
import org.lmskit.observation.Scale;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

class CompetenciesTest {
  private static final CompetencyId FIRE = new CompetencyId("fire");
  private static final CertificationId WARDEN = new CertificationId("warden");
  private static final PositionId WORKER = new PositionId("worker");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Framework SAFETY = Framework.of("safety", "Safety")
      .competency(Competency.of("fire", "Fires", "knows", "does", "leads"));

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @BeforeEach
  void publish() {
    lms.competencies().publish(SAFETY);
    lms.workforce().define(new Position(WORKER, "Worker"));
    lms.catalog().publish(test.fireSafety());
    lms.certifications()
        .publish(
            Certification.of("warden", "Fire warden", Period.ofMonths(12), TODAY.minusDays(900)));
    test.heard.clear();
  }

  private int level(LocalDate day) {
    return lms.competencies().counting(ANN, FIRE, day).map(Evidence::level).orElse(0);
  }

  @Test
  void a_framework_that_makes_no_sense_is_refused() {
    var all = lms.competencies();
    assertRefused(
        CompetencyReason.FRAMEWORK_INVALID, () -> all.publish(Framework.of("empty", "Empty")));
    assertRefused(
        CompetencyReason.FRAMEWORK_INVALID,
        () -> all.publish(SAFETY.competency(SAFETY.competencies().get(0))));
    assertRefused(
        CompetencyReason.FRAMEWORK_INVALID,
        () -> all.publish(SAFETY.competency(Competency.of("aid", "First aid"))));
    assertRefused(
        CompetencyReason.COMPETENCY_TAKEN,
        () -> all.publish(
            Framework.of("other", "Other").competency(SAFETY.competencies().get(0))));
    assertThat(all.publish(SAFETY)).isEqualTo(SAFETY);
    assertThat(test.events()).isEmpty();
  }

  @Test
  void a_level_that_is_used_cannot_go() {
    Framework shorter = Framework.of("safety", "Safety")
        .competency(Competency.of("fire", "Fires", "knows", "does"));
    lms.competencies().publish(shorter);
    lms.competencies().publish(SAFETY);
    lms.competencies().need(WORKER, TODAY, List.of(Need.of("fire", 3, 1)));

    assertRefused(CompetencyReason.COMPETENCY_IN_USE, () -> lms.competencies().publish(shorter));
    lms.competencies().need(WORKER, TODAY, List.of(Need.of("fire", 2, 1)));
    lms.competencies().record(EvidenceEntry.rating("ann", "fire", 3, TODAY));
    assertRefused(CompetencyReason.COMPETENCY_IN_USE, () -> lms.competencies().publish(shorter));
  }

  @Test
  void what_refers_to_nothing_is_refused_with_the_value() {
    var all = lms.competencies();
    assertRefused(
        CompetencyReason.COMPETENCY_UNKNOWN,
        () -> all.record(EvidenceEntry.rating("ann", "gone", 1, TODAY)));
    assertThatThrownBy(() -> all.record(EvidenceEntry.rating("ann", "fire", 4, TODAY)))
        .hasMessageContaining("LEVEL_UNKNOWN")
        .hasMessageContaining("levels up to 3, not 4");
    assertRefused(
        CompetencyReason.FUTURE_DAY,
        () -> all.record(EvidenceEntry.rating("ann", "fire", 1, TODAY.plusDays(1))));
    assertRefused(
        CompetencyReason.POSITION_UNKNOWN,
        () -> all.need(new PositionId("gone"), TODAY, List.of()));
    assertRefused(
        CompetencyReason.NEEDED_TWICE,
        () -> all.need(WORKER, TODAY, List.of(Need.of("fire", 1, 1), Need.of("fire", 2, 1))));
    assertRefused(
        CompetencyReason.LEVEL_UNKNOWN,
        () -> all.map(EvidenceMapping.of(Subject.course("fire-safety"), "fire", 4)));
    assertThatThrownBy(() -> all.gap(new LearnerId("nobody"), WORKER, TODAY))
        .isInstanceOf(NotFoundException.class);
    assertThat(all.evidence(ANN)).isEmpty();
  }

  @Test
  void evidence_is_added_once_and_counts_until_it_ends_or_is_withdrawn() {
    EvidenceEntry entry = EvidenceEntry.rating("ann", "fire", 2, TODAY.minusDays(10))
        .until(TODAY.plusDays(10))
        .noted("put one out");
    Evidence evidence = lms.competencies().record(entry);
    assertThat(lms.competencies().record(entry)).isEqualTo(evidence);
    assertThat(lms.competencies().evidence(ANN)).containsExactly(evidence);
    assertThat(level(TODAY.minusDays(11))).isZero();
    assertThat(level(TODAY.minusDays(10))).isEqualTo(2);
    assertThat(level(TODAY.plusDays(9))).isEqualTo(2);
    assertThat(level(TODAY.plusDays(10))).isZero();

    lms.competencies().withdraw(evidence.id(), TODAY.plusDays(3), "it was not him");

    assertThat(level(TODAY.plusDays(2))).isEqualTo(2);
    assertThat(level(TODAY.plusDays(3))).isZero();
    assertRefused(
        CompetencyReason.EVIDENCE_WITHDRAWN,
        () -> lms.competencies().withdraw(evidence.id(), TODAY.plusDays(3), "again"));
    assertRefused(
        CompetencyReason.REASON_MISSING,
        () -> lms.competencies().withdraw(evidence.id(), TODAY, " "));
    lms.competencies().withdraw(evidence.id(), evidence.observedOn(), "never");
    assertThat(level(TODAY)).isZero();
    assertThat(lms.competencies().evidence(ANN)).hasSize(1);
  }

  @Test
  void a_completed_course_is_evidence_and_is_none_when_that_is_withdrawn() {
    lms.competencies()
        .map(EvidenceMapping.of(Subject.course("fire-safety"), "fire", 1)
            .validFor(Period.ofMonths(1)));
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    for (var unit : List.of(TestLms.U1, TestLms.U2)) {
      lms.attempts().record(enrollment.id(), unit, List.of(new Fact.Completion()), test.time.get());
    }

    assertThat(lms.competencies().evidence(ANN))
        .extracting(Evidence::source, Evidence::observedOn, Evidence::validUntilOrNull)
        .containsExactly(tuple(EvidenceSource.COURSE, TODAY, TODAY.plusMonths(1)));
    test.pass(Duration.ofDays(3));

    lms.enrollments().withdrawCompletion(enrollment.id(), "copied");

    assertThat(level(TODAY)).isZero();
    assertThat(lms.competencies().evidence(ANN)).hasSize(1);
  }

  @Test
  void an_award_is_evidence_until_it_ends_is_extended_or_revoked() {
    lms.competencies().map(EvidenceMapping.of(Subject.certification("warden"), "fire", 3));
    LocalDate on = TODAY.minusDays(30);
    lms.certifications().complete(ANN, WARDEN, Path.PRIMARY, on);
    assertThat(level(on.minusDays(1))).isZero();
    assertThat(level(on)).isEqualTo(3);
    assertThat(level(on.plusMonths(12).minusDays(1))).isEqualTo(3);
    assertThat(level(on.plusMonths(12))).isZero();

    lms.certifications().extend(ANN, WARDEN, TODAY, on.plusMonths(14), "no course before");
    assertThat(level(on.plusMonths(14).minusDays(1))).isEqualTo(3);
    assertThat(lms.competencies().evidence(ANN)).hasSize(2);

    lms.certifications().revoke(ANN, WARDEN, TODAY.minusDays(5), "left a fire alone");

    assertThat(level(TODAY.minusDays(6))).isEqualTo(3);
    assertThat(level(TODAY.minusDays(5))).isZero();
    assertThat(level(on.plusMonths(13))).isZero();
  }

  @Test
  void a_signed_observation_is_evidence_of_its_day_until_it_is_corrected() {
    LocalDate since = TODAY.minusDays(90);
    lms.workforce().place(new OrgUnitId("hq"), "HQ", null, since);
    lms.workforce()
        .appoint(
            AppointmentEntry.of("job", "ann", "hq", "worker", ZoneId.of("Europe/Lisbon"), since)
                .under("tom"));
    lms.workforce().save(new LearnerId("sam"), LearnerProfile.UNKNOWN);
    lms.observations()
        .publish(Checklist.of("drill", "Drill")
            .criterion(Criterion.of("c", "Leads them out", Scale.points(3)))
            .passingWith(2));
    lms.competencies().map(EvidenceMapping.of(Subject.checklist("drill"), "fire", 2));
    Observation seen =
        lms.observations().observe(ObservationEntry.of("drill", "ann", "sam").points("c", 3));
    test.pass(Duration.ofDays(1));
    assertThat(level(TODAY)).isZero();

    lms.observations().signOff(seen.id(), new LearnerId("tom"), PROOF);
    assertThat(level(TODAY)).isEqualTo(2);
    assertThat(lms.competencies().evidence(ANN).get(0).originOrNull())
        .isEqualTo(new EvidenceOrigin(Subject.checklist("drill"), seen.id().value()));

    lms.observations()
        .correct(
            seen.id(),
            ObservationEntry.of("drill", "ann", "sam").points("c", 1).at(seen.observedAt()),
            "somebody else led them");
    assertThat(level(TODAY)).isZero();
  }

  @Test
  void what_is_mapped_no_more_leaves_earlier_evidence_as_it_is() {
    EvidenceMapping mapping = EvidenceMapping.of(Subject.certification("warden"), "fire", 3);
    lms.competencies().map(mapping);
    lms.certifications().complete(ANN, WARDEN, Path.PRIMARY, TODAY);

    lms.competencies().unmap(mapping.subject(), FIRE);
    lms.competencies().unmap(mapping.subject(), FIRE);

    assertThat(lms.competencies().mappings(ALL).items()).isEmpty();
    assertThat(level(TODAY)).isEqualTo(3);
    lms.certifications().complete(new LearnerId("ben"), WARDEN, Path.PRIMARY, TODAY);
    assertThat(lms.competencies().evidence(new LearnerId("ben"))).isEmpty();
  }

  @Test
  void erasing_somebody_takes_the_words_and_leaves_the_figures() {
    Evidence evidence = lms.competencies()
        .record(EvidenceEntry.rating("ann", "fire", 2, TODAY).noted("Ann is calm"));

    lms.workforce().erase(ANN);

    assertThat(lms.workforce().text(Objects.requireNonNull(evidence.noteOrNull())))
        .isEmpty();
    assertThat(lms.competencies().evidence(ANN)).isEmpty();
  }
}
