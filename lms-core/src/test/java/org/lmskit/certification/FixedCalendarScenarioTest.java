package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.certification.Given.LONG_AGO;
import static org.lmskit.certification.Given.day;
import static org.lmskit.certification.Given.history;
import static org.lmskit.certification.Given.primary;
import static org.lmskit.certification.Given.renewal;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.model.Problem;

/** Scenario S2: a fixed calendar with a minimum active period. */
class FixedCalendarScenarioTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "A, 2025-12-01, 2025-08-15, P6M, 2026-12-01",
    "B, 2025-12-01, 2026-11-10, P6M, 2027-12-01",
    "C, 2025-12-01, 2028-04-10, P6M, 2028-12-01",
    "D, 2026-03-01, 2026-01-20, P1M, 2026-03-01",
    "F, 2024-02-29, 2027-12-01, P2M, 2028-02-29",
    "anchor in the far future, 2090-02-28, 2027-12-01, P2M, 2028-02-28",
    "anchor long ago, 1904-02-29, 2027-12-01, P2M, 2028-02-29",
    "on the day itself, 2025-12-01, 2026-06-01, P6M, 2026-12-01",
    "one day later, 2025-12-01, 2026-06-02, P6M, 2027-12-01"
  })
  void the_end_is_the_next_date_of_the_calendar_that_leaves_the_minimum(
      String name, String anchor, String completedOn, String minActive, String validUntil) {
    Certification policy = fixed(anchor, minActive);

    CertificationHistory history = history(policy, primary(completedOn));

    assertThat(policy.problems()).isEmpty();
    assertThat(history.statusOn(day(completedOn)).validUntil()).contains(day(validUntil));
  }

  @Test
  void the_rows_a_to_c_are_one_persons_story() {
    CertificationHistory history = history(
        fixed("2025-12-01", "P6M").renewalWindow(Period.ofDays(30)).grace(Period.ofDays(30)),
        primary("2025-08-15"),
        renewal("2026-11-10"),
        renewal("2028-04-10"),
        primary("2028-04-10"));

    assertThat(history.awards())
        .extracting(Award::validUntil)
        .containsExactly(day("2026-12-01"), day("2027-12-01"), day("2028-12-01"));
    assertThat(history.awards().get(2).kind()).isEqualTo(Award.Kind.PRIMARY);
  }

  @ParameterizedTest
  @CsvSource({
    "P1M, P28D, true",
    "P1M, P27D, false",
    "P6M, P6M, true",
    "P29D, P1M, false",
    "P1Y, P11M27D, false"
  })
  void a_minimum_that_is_not_longer_than_the_window_is_refused(
      String minActive, String window, boolean refused) {
    Certification policy = fixed("2025-12-01", minActive).renewalWindow(Period.parse(window));

    assertThat(policy.problems().stream().map(Problem::code).anyMatch("CERTIFICATION-004"::equals))
        .isEqualTo(refused);
  }

  private static Certification fixed(String anchor, String minActive) {
    return Certification.of("cohort", "Cohort", Period.ofMonths(12), LONG_AGO)
        .basis(ExpiryBasis.fixed(day(anchor), Period.parse(minActive)));
  }
}
