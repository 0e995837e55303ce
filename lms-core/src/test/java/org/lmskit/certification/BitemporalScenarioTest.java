package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.day;
import static org.lmskit.certification.Given.version;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.certification.CertificationFact.PathCompleted;
import org.lmskit.certification.CertificationFact.Revoked;

/** Scenario S10: who was certified on a day, as far as was known at an instant. */
class BitemporalScenarioTest {
  private static final List<PolicyVersion> VERSIONS = List.of(
      version(1, FORKLIFT),
      new PolicyVersion(
          2,
          FORKLIFT
              .validity(Period.ofMonths(24))
              .renewalWindow(Period.ofDays(90))
              .grace(Period.ZERO)
              .effectiveOn(day("2026-07-01")),
          Instant.parse("2026-06-15T08:00:00Z")));
  private static final CertificationHistory ANA = CertificationHistory.of(
      VERSIONS,
      List.of(
          completed(Path.PRIMARY, "2025-03-10", "2025-03-10T15:00:00Z"),
          completed(Path.RENEWAL, "2026-02-20", "2026-02-20T09:30:00Z"),
          new Revoked(day("2026-06-01"), Instant.parse("2026-06-01T10:00:00Z"))));
  private static final CertificationHistory DMITRI = CertificationHistory.of(
      VERSIONS,
      List.of(
          completed(Path.PRIMARY, "2025-03-10", "2025-03-10T15:05:00Z"),
          completed(Path.RENEWAL, "2026-04-02", "2026-05-10T12:00:00Z")));

  @ParameterizedTest
  @CsvSource({
    "dmitri, 2026-04-05, 2026-05-09T23:59:59Z, IN_GRACE",
    "dmitri, 2026-04-05, 2026-05-10T12:00:00Z, CERTIFIED",
    "dmitri, 2026-04-15, 2026-05-09T23:59:59Z, EXPIRED",
    "dmitri, 2026-04-15, 2026-05-10T12:00:00Z, CERTIFIED",
    "dmitri, 2026-03-20, 2026-05-10T12:00:00Z, IN_GRACE",
    "ana,    2026-02-19, 2026-03-01T00:00:00Z, RENEWAL_DUE",
    "ana,    2026-05-31, 2026-07-01T00:00:00Z, CERTIFIED",
    "ana,    2026-06-01, 2026-06-01T09:59:59Z, CERTIFIED",
    "ana,    2026-06-01, 2026-06-01T10:00:00Z, REVOKED"
  })
  void the_state_of_a_day_is_what_was_known_of_it(
      String learner, String day, Instant asKnownAt, CertificationState expected) {
    CertificationHistory history = learner.equals("ana") ? ANA : DMITRI;

    assertThat(history.asKnownAt(asKnownAt).stateOn(day(day))).isEqualTo(expected);
  }

  @Test
  void the_paper_record_that_came_late_is_valid_for_a_year_from_its_own_day() {
    CertificationStatus status =
        DMITRI.asKnownAt(Instant.parse("2026-05-10T12:00:00Z")).statusOn(day("2026-04-05"));

    assertThat(status.validUntil()).contains(day("2027-04-02"));
  }

  private static PathCompleted completed(Path path, String on, String recordedAt) {
    return new PathCompleted(path, day(on), Instant.parse(recordedAt));
  }
}
