package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.compliantDays;
import static org.lmskit.certification.Given.day;
import static org.lmskit.certification.Given.due;
import static org.lmskit.certification.Given.history;
import static org.lmskit.certification.Given.primary;
import static org.lmskit.certification.Given.renewal;
import static org.lmskit.certification.Given.revoked;
import static org.lmskit.certification.Given.runs;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenario S1: forklift safety, 12 months, 60 days of window, 30 days of grace. */
class ForkliftScenarioTest {
  private final CertificationHistory first = history(FORKLIFT, primary("2025-03-10"));
  private final CertificationHistory ana =
      first.with(renewal("2026-02-20")).with(revoked("2026-06-01"));
  private final CertificationHistory ben = first.with(renewal("2025-12-15"));
  private final CertificationHistory carla = first.with(renewal("2026-03-25"));

  @Test
  void the_first_award_has_its_window_its_end_and_its_grace() {
    CertificationStatus status = first.statusOn(day("2025-03-10"));

    assertThat(status.state()).isEqualTo(CertificationState.CERTIFIED);
    assertThat(status.validUntil()).contains(day("2026-03-10"));
    assertThat(status.renewalOpensOn()).contains(day("2026-01-09"));
    assertThat(status.graceEndsOn()).contains(day("2026-04-09"));
    assertThat(first.stateOn(day("2025-03-09"))).isEqualTo(CertificationState.NOT_CERTIFIED);
  }

  @Test
  void ana_renews_inside_the_window_and_keeps_the_anniversary() {
    CertificationStatus status = ana.statusOn(day("2026-02-20"));

    assertThat(status.validUntil()).contains(day("2027-03-10"));
    assertThat(status.renewalOpensOn()).contains(day("2027-01-09"));
    assertThat(status.award().orElseThrow().renewal()).isEqualTo(1);
    assertThat(status.award().orElseThrow().previous()).contains(day("2025-03-10"));
  }

  @Test
  void on_the_basis_of_completion_ana_would_not_keep_it() {
    CertificationHistory other = history(
        FORKLIFT.basis(ExpiryBasis.completion()), primary("2025-03-10"), renewal("2026-02-20"));

    assertThat(other.statusOn(day("2026-02-20")).validUntil()).contains(day("2027-02-20"));
  }

  @Test
  void ben_renews_before_the_window_and_nothing_changes() {
    assertThat(first.allows(renewal("2025-12-15"))).isFalse();
    assertThat(ben.awards()).hasSize(1);
    assertThat(ben.statusOn(day("2025-12-15")).validUntil()).contains(day("2026-03-10"));
  }

  @Test
  void carla_renews_in_grace_and_the_gap_stays() {
    Award late = carla.awards().get(1);

    assertThat(late.validFrom()).isEqualTo(day("2026-03-25"));
    assertThat(late.validUntil()).isEqualTo(day("2027-03-25"));
    assertThat(day("2026-03-10").datesUntil(day("2026-03-25")))
        .hasSize(15)
        .noneMatch(day -> carla.statusOn(day).compliant());
  }

  @Test
  void the_states_of_2026_are_those_of_the_calendar() {
    assertThat(runs(ana, 2026))
        .containsExactly(
            "01-01..01-08 CERTIFIED 8",
            "01-09..02-19 RENEWAL_DUE 42",
            "02-20..05-31 CERTIFIED 101",
            "06-01..12-31 REVOKED 214");
    assertThat(runs(ben, 2026))
        .containsExactly(
            "01-01..01-08 CERTIFIED 8",
            "01-09..03-09 RENEWAL_DUE 60",
            "03-10..04-08 IN_GRACE 30",
            "04-09..12-31 EXPIRED 267");
    assertThat(runs(carla, 2026))
        .containsExactly(
            "01-01..01-08 CERTIFIED 8",
            "01-09..03-09 RENEWAL_DUE 60",
            "03-10..03-24 IN_GRACE 15",
            "03-25..12-31 CERTIFIED 282");
  }

  @Test
  void the_compliant_days_of_2026_are_counted() {
    assertThat(compliantDays(ana, 2026)).isEqualTo(151);
    assertThat(compliantDays(ben, 2026)).isEqualTo(68);
    assertThat(compliantDays(carla, 2026)).isEqualTo(350);
  }

  @Test
  void grace_counts_where_the_policy_says_so() {
    CertificationHistory lenient = history(
        FORKLIFT.graceCountsAsCompliant(true), primary("2025-03-10"), renewal("2025-12-15"));

    assertThat(compliantDays(lenient, 2026)).isEqualTo(98);
  }

  @Test
  void all_that_became_due_for_ben_comes_in_order() {
    assertThat(due(ben, "2026-12-31"))
        .isEqualTo(List.of(
            "RENEWAL_WINDOW_OPENED 2026-01-09",
            "CERTIFICATION_EXPIRED 2026-03-10",
            "GRACE_ENDED 2026-04-09"));
  }

  @Test
  void what_becomes_due_for_ana_and_carla_follows_their_awards() {
    assertThat(due(ana, "2030-01-01")).containsExactly("RENEWAL_WINDOW_OPENED 2026-01-09");
    assertThat(due(carla, "2027-02-01"))
        .containsExactly(
            "RENEWAL_WINDOW_OPENED 2026-01-09",
            "CERTIFICATION_EXPIRED 2026-03-10",
            "RENEWAL_WINDOW_OPENED 2027-01-24");
  }
}
