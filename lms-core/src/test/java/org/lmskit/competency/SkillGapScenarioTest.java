package org.lmskit.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.Rational;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

/** Scenario S8: a skill-gap matrix. */
@ParameterizedClass
@EnumSource(TestStore.class)
class SkillGapScenarioTest {
  private static final LearnerId OMAR = new LearnerId("omar");
  private static final LearnerId QUIN = new LearnerId("quin");
  private static final PositionId LEAD = new PositionId("shift-lead");
  private static final PositionId OPERATOR = new PositionId("operator");
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

  private final TestLms test;
  private final Lms lms;

  SkillGapScenarioTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.start();
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  @BeforeEach
  void company() {
    test.time.set(Instant.parse("2026-07-01T10:00:00Z"));
    Framework framework = Framework.of("warehouse", "Warehouse");
    for (String id : List.of("FORK", "SAFE", "COACH", "INV", "AID")) {
      framework = framework.competency(Competency.of(id, id, "one", "two", "three", "four"));
    }
    lms.competencies().publish(framework);
    lms.workforce().place(new OrgUnitId("warehouse"), "Warehouse", null, SINCE);
    lms.workforce().define(new Position(LEAD, "Shift Lead"));
    lms.workforce().define(new Position(OPERATOR, "Operator"));
    appoint("omar", LEAD);
    appoint("quin", OPERATOR);
    lms.competencies()
        .need(
            LEAD,
            SINCE,
            List.of(
                Need.of("FORK", 3, 3),
                Need.of("SAFE", 4, 3),
                Need.of("COACH", 3, 2),
                Need.of("INV", 2, 1),
                Need.of("AID", 2, 1)));
    lms.competencies()
        .need(
            OPERATOR,
            SINCE,
            List.of(Need.of("FORK", 2, 3), Need.of("SAFE", 3, 3), Need.of("INV", 1, 1)));
    tell("omar", "FORK", 3, "2026-01-15", "2027-01-15", EvidenceSource.CERT);
    tell("omar", "SAFE", 3, "2025-09-01", "", EvidenceSource.RATING);
    tell("omar", "SAFE", 4, "2025-06-20", "2026-06-20", EvidenceSource.CERT);
    tell("omar", "COACH", 2, "2026-03-01", "", EvidenceSource.RATING);
    tell("omar", "INV", 2, "2026-02-01", "", EvidenceSource.COURSE);
    tell("quin", "FORK", 2, "2026-03-03", "2027-03-03", EvidenceSource.CERT);
    tell("quin", "SAFE", 1, "2026-05-01", "", EvidenceSource.RATING);
    tell("quin", "SAFE", 3, "2026-02-01", "2027-02-01", EvidenceSource.CERT);
  }

  private void appoint(String who, PositionId position) {
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "of-" + who, who, "warehouse", position.value(), ZoneId.of("Europe/Lisbon"), SINCE));
  }

  private void tell(
      String who, String what, int level, String on, String until, EvidenceSource source) {
    EvidenceEntry entry =
        EvidenceEntry.rating(who, what, level, LocalDate.parse(on)).from(source);
    lms.competencies().record(until.isEmpty() ? entry : entry.until(LocalDate.parse(until)));
  }

  private static List<String> cells(SkillGap gap) {
    return gap.gaps().stream()
        .map(one -> one.need().competency() + " " + one.have() + "/"
            + one.need().level() + (one.gap() == 0 ? "" : " gap " + one.gap()))
        .toList();
  }

  @Test
  void the_matrix_of_the_warehouse() {
    SkillMatrix matrix = lms.competencies().matrix(new OrgUnitId("warehouse"), DAY);

    assertThat(matrix.competencies())
        .extracting(one -> one.id().value())
        .containsExactly("FORK", "SAFE", "COACH", "INV", "AID");
    SkillGap omar = matrix.rows().get(0);
    SkillGap quin = matrix.rows().get(1);
    assertThat(cells(omar))
        .containsExactly(
            "FORK 3/3", "SAFE 3/4 gap 1", "COACH 2/3 gap 1", "INV 2/2", "AID 0/2 gap 2");
    assertThat(omar.weightedGap()).isEqualTo(Rational.of(7));
    assertThat(omar.readiness()).contains(Rational.of(24, 31));
    assertThat(omar.readiness().orElseThrow().toDecimal().round(new MathContext(6)))
        .isEqualByComparingTo("0.774194");
    assertThat(cells(quin)).containsExactly("FORK 2/2", "SAFE 3/3", "INV 0/1 gap 1");
    assertThat(quin.weightedGap()).isEqualTo(Rational.of(1));
    assertThat(quin.readiness()).contains(Rational.of(15, 16));
    assertThat(quin.of(new CompetencyId("COACH"))).isEmpty();
    assertThat(lms.competencies().gaps(OMAR, DAY)).containsExactly(omar);
    assertThat(lms.competencies().gap(QUIN, OPERATOR, DAY)).isEqualTo(quin);
  }

  @Test
  void a_report_has_a_row_for_each_field_of_the_matrix() {
    assertThat(lms.reports().skillGaps(new OrgUnitId("warehouse"), DAY).list())
        .extracting(row -> row.learner() + " " + row.title() + " " + row.gap().gap() + " "
            + row.whole().weightedGap())
        .containsExactly(
            "omar FORK 0 7",
            "omar SAFE 1 7",
            "omar COACH 1 7",
            "omar INV 0 7",
            "omar AID 2 7",
            "quin FORK 0 1",
            "quin SAFE 0 1",
            "quin INV 1 1");
    assertThat(lms.reports()
            .skillGaps(new OrgUnitId("warehouse"), DAY, AggregationPolicy.LATEST)
            .list())
        .extracting(row -> row.whole().readiness().orElseThrow())
        .contains(Rational.of(9, 16));
  }

  @Test
  void while_a_certificate_is_valid_the_gap_is_smaller() {
    SkillGap omar = lms.competencies().gap(OMAR, LEAD, LocalDate.of(2026, 6, 15));

    assertThat(omar.weightedGap()).isEqualTo(Rational.of(4));
    assertThat(omar.readiness()).contains(Rational.of(27, 31));
    assertThat(lms.competencies().gap(OMAR, LEAD, LocalDate.of(2026, 6, 19)).weightedGap())
        .isEqualTo(Rational.of(4));
    assertThat(lms.competencies().gap(OMAR, LEAD, LocalDate.of(2026, 6, 20)).weightedGap())
        .isEqualTo(Rational.of(7));
  }

  @Test
  void other_policies_let_the_newer_rating_count() {
    for (AggregationPolicy policy :
        List.of(AggregationPolicy.LATEST, AggregationPolicy.RATING_FIRST)) {
      SkillGap quin = lms.competencies().gap(QUIN, OPERATOR, DAY, policy);

      assertThat(cells(quin)).contains("SAFE 1/3 gap 2");
      assertThat(quin.weightedGap()).isEqualTo(Rational.of(7));
      assertThat(quin.readiness()).contains(Rational.of(9, 16));
    }
  }

  @Test
  void other_numbers_by_the_same_rules() {
    // of one day the higher level is the latest; a rating without an end beats a newer certificate
    // under RATING_FIRST only
    tell("quin", "SAFE", 2, "2026-05-01", "", EvidenceSource.RATING);
    tell("quin", "SAFE", 4, "2026-06-01", "2026-12-01", EvidenceSource.CERT);
    tell("quin", "INV", 4, "2026-06-01", "", EvidenceSource.COURSE);

    assertThat(cells(lms.competencies().gap(QUIN, OPERATOR, DAY)))
        .containsExactly("FORK 2/2", "SAFE 4/3", "INV 4/1");
    assertThat(lms.competencies().gap(QUIN, OPERATOR, DAY).readiness()).contains(Rational.ONE);
    assertThat(cells(lms.competencies().gap(QUIN, OPERATOR, DAY, AggregationPolicy.RATING_FIRST)))
        .contains("SAFE 2/3 gap 1");
    assertThat(cells(lms.competencies().gap(QUIN, OPERATOR, DAY, AggregationPolicy.LATEST)))
        .contains("SAFE 4/3");
    assertThat(cells(lms.competencies()
            .gap(QUIN, OPERATOR, LocalDate.of(2026, 12, 1), AggregationPolicy.LATEST)))
        .contains("SAFE 2/3 gap 1");
    SkillGap asLead = lms.competencies().gap(QUIN, LEAD, DAY);
    assertThat(asLead.weightedGap()).isEqualTo(Rational.of(3 * 1 + 0 + 2 * 3 + 0 + 1 * 2));
    assertThat(asLead.readiness()).contains(Rational.of(6 + 12 + 0 + 2 + 0, 31));
  }

  @Test
  void needs_hold_from_their_day_and_nothing_needed_is_no_readiness() {
    lms.competencies().need(OPERATOR, LocalDate.of(2026, 8, 1), List.of(Need.of("SAFE", 4, 2)));
    lms.competencies().need(OPERATOR, LocalDate.of(2026, 9, 1), List.of());

    assertThat(lms.competencies().gap(QUIN, OPERATOR, LocalDate.of(2026, 7, 31)).gaps())
        .hasSize(3);
    SkillGap august = lms.competencies().gap(QUIN, OPERATOR, LocalDate.of(2026, 8, 1));
    assertThat(august.weightedGap()).isEqualTo(Rational.of(2));
    assertThat(august.readiness()).contains(Rational.of(3, 4));
    SkillGap later = lms.competencies().gap(QUIN, OPERATOR, LocalDate.of(2026, 9, 1));
    assertThat(later.weightedGap()).isEqualTo(Rational.ZERO);
    assertThat(later.readiness()).isEmpty();
  }
}
