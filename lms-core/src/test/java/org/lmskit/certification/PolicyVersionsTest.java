package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.day;
import static org.lmskit.certification.Given.history;
import static org.lmskit.certification.Given.primary;
import static org.lmskit.certification.Given.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of a policy, and the what-if of scenario S10. */
class PolicyVersionsTest {
  private static final Certification V2 = FORKLIFT
      .validity(Period.ofMonths(24))
      .renewalWindow(Period.ofDays(90))
      .grace(Period.ZERO)
      .effectiveOn(day("2026-07-01"));
  private static final LocalDate ON = day("2026-07-01");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "P1, 2026-05-20, CERTIFIED,   2027-05-20, CERTIFIED,   2028-05-20",
    "P2, 2025-07-15, RENEWAL_DUE, 2026-07-15, CERTIFIED,   2027-07-15",
    "P3, 2025-06-10, IN_GRACE,    2026-06-10, CERTIFIED,   2027-06-10",
    "P4, 2025-05-25, EXPIRED,     2026-05-25, CERTIFIED,   2027-05-25",
    "P5, 2024-07-10, EXPIRED,     2025-07-10, RENEWAL_DUE, 2026-07-10",
    "P6, 2023-12-01, EXPIRED,     2024-12-01, EXPIRED,     2025-12-01"
  })
  void the_what_if_of_a_retroactive_version(
      String person,
      String awarded,
      CertificationState before,
      String untilBefore,
      CertificationState after,
      String untilAfter) {
    CertificationHistory v1 = history(FORKLIFT, primary(awarded));
    PolicyVersion candidate =
        new PolicyVersion(2, V2.retroactive(true), Instant.parse("2026-07-01T08:00:00Z"));

    CertificationStatus old = v1.statusOn(ON);
    CertificationStatus candidateStatus = v1.with(candidate).statusOn(ON);

    assertThat(old.state()).isEqualTo(before);
    assertThat(old.validUntil()).contains(day(untilBefore));
    assertThat(candidateStatus.state()).isEqualTo(after);
    assertThat(candidateStatus.validUntil()).contains(day(untilAfter));
    assertThat(v1.with(candidate)
            .asKnownAt(Instant.parse("2026-07-01T07:59:59.999Z"))
            .statusOn(ON))
        .isEqualTo(old);
  }

  @Test
  void two_of_six_are_compliant_before_and_five_after() {
    List<String> awarded =
        List.of("2026-05-20", "2025-07-15", "2025-06-10", "2025-05-25", "2024-07-10", "2023-12-01");

    assertThat(awarded.stream()
            .filter(on -> history(FORKLIFT, primary(on)).statusOn(ON).compliant()))
        .hasSize(2);
    assertThat(awarded.stream()
            .filter(on -> history(List.of(FORKLIFT, V2.retroactive(true)), primary(on))
                .statusOn(ON)
                .compliant()))
        .hasSize(5);
  }

  @Test
  void without_being_retroactive_it_leaves_earlier_awards_alone() {
    for (String on : List.of("2026-05-20", "2025-07-15", "2025-06-10", "2026-06-30")) {
      CertificationHistory old = history(FORKLIFT, primary(on));
      CertificationHistory both = history(List.of(FORKLIFT, V2), primary(on));

      assertThat(both.awards()).isEqualTo(old.awards());
      assertThat(both.due()).isEqualTo(old.due());
    }
    assertThat(history(List.of(FORKLIFT, V2), primary("2026-07-01"))
            .awards()
            .get(0)
            .validUntil())
        .isEqualTo(day("2028-07-01"));
  }

  @Test
  void inside_a_chain_the_old_policy_says_who_may_renew_and_the_new_one_how_long_it_lasts() {
    CertificationHistory chain = history(List.of(FORKLIFT, V2), primary("2025-08-20"));

    assertThat(chain.statusOn(day("2026-07-01")).renewalOpensOn()).contains(day("2026-06-21"));
    assertThat(chain.with(renewal("2026-07-02")).awards().get(1).validUntil())
        .isEqualTo(day("2028-08-20"));
    assertThat(chain.with(renewal("2026-09-18")).awards().get(1).validUntil())
        .isEqualTo(day("2028-09-18"));
    assertThat(chain.with(renewal("2026-09-19")).awards()).hasSize(1);
  }

  @Test
  void
      a_later_retroactive_version_governs_over_an_earlier_one_and_a_later_plain_one_only_what_follows() {
    Certification v3 = FORKLIFT.validity(Period.ofMonths(6)).effectiveOn(day("2027-01-01"));
    CertificationHistory three =
        history(List.of(FORKLIFT, V2.retroactive(true), v3), primary("2026-01-15"));

    assertThat(three.awards().get(0).policy()).isEqualTo(2);
    assertThat(three.awards().get(0).validUntil()).isEqualTo(day("2028-01-15"));
    assertThat(history(List.of(FORKLIFT, V2.retroactive(true), v3), primary("2027-01-01"))
            .awards()
            .get(0)
            .policy())
        .isEqualTo(3);
  }

  @Test
  void an_award_that_was_made_stays_an_award_when_a_retroactive_version_moves_the_windows() {
    CertificationHistory ana = history(
        List.of(FORKLIFT, V2.retroactive(true)), primary("2025-03-10"), renewal("2026-02-20"));

    assertThat(ana.awards()).hasSize(2);
    assertThat(ana.awards().get(1).validUntil()).isEqualTo(day("2029-03-10"));
  }

  @Test
  void the_first_version_governs_what_was_completed_before_it() {
    CertificationHistory early = history(FORKLIFT, primary("2019-05-01"));

    assertThat(early.awards().get(0).validUntil()).isEqualTo(day("2020-05-01"));
  }

  @Test
  void without_a_policy_nobody_is_certified() {
    CertificationHistory none = CertificationHistory.of(List.of(), List.of(primary("2025-03-10")));

    assertThat(none.stateOn(day("2025-03-10"))).isEqualTo(CertificationState.NOT_CERTIFIED);
    assertThat(none.due()).isEmpty();
    assertThat(none.allows(primary("2025-04-10"))).isFalse();
    assertThatThrownBy(() -> new PolicyVersion(0, FORKLIFT, Instant.EPOCH))
        .hasMessageContaining("from 1");
  }
}
