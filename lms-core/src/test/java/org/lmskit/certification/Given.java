package org.lmskit.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lmskit.certification.CertificationFact.EarnedElsewhere;
import org.lmskit.certification.CertificationFact.Extended;
import org.lmskit.certification.CertificationFact.PathCompleted;
import org.lmskit.certification.CertificationFact.Paused;
import org.lmskit.certification.CertificationFact.Resumed;
import org.lmskit.certification.CertificationFact.Revoked;

/** Facts and policies in few words; a fact is known at noon of its day unless a test says otherwise. */
final class Given {
  static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

  /** 12 months, 60 days of window, 30 of grace, anniversary kept. */
  static final Certification FORKLIFT = Certification.of(
          "forklift", "Forklift safety", Period.ofMonths(12), LONG_AGO)
      .basis(ExpiryBasis.expiry())
      .renewalWindow(Period.ofDays(60))
      .grace(Period.ofDays(30));

  private Given() {}

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  static PolicyVersion version(int number, Certification policy) {
    return new PolicyVersion(number, policy, noon(LONG_AGO.plusDays(number)));
  }

  static CertificationHistory history(Certification policy, CertificationFact... facts) {
    return CertificationHistory.of(List.of(version(1, policy)), List.of(facts));
  }

  static CertificationHistory history(List<Certification> policies, CertificationFact... facts) {
    List<PolicyVersion> versions = new ArrayList<>();
    policies.forEach(policy -> versions.add(version(versions.size() + 1, policy)));
    return CertificationHistory.of(versions, Arrays.asList(facts));
  }

  static PathCompleted primary(String on) {
    return new PathCompleted(Path.PRIMARY, day(on), noon(day(on)));
  }

  static PathCompleted renewal(String on) {
    return new PathCompleted(Path.RENEWAL, day(on), noon(day(on)));
  }

  static EarnedElsewhere elsewhere(String on, String until) {
    return new EarnedElsewhere(day(on), until.isEmpty() ? null : day(until), noon(day(on)));
  }

  static Extended extended(String on, String until) {
    return new Extended(day(on), day(until), noon(day(on)));
  }

  static Paused paused(String on) {
    return new Paused(day(on), noon(day(on)));
  }

  static Resumed resumed(String on) {
    return new Resumed(day(on), noon(day(on)));
  }

  static Revoked revoked(String on) {
    return new Revoked(day(on), noon(day(on)));
  }

  /** The state runs of a year, as {@code "01-01..01-08 CERTIFIED 8"}. */
  static List<String> runs(CertificationHistory history, int year) {
    List<String> runs = new ArrayList<>();
    LocalDate from = LocalDate.of(year, 1, 1);
    for (LocalDate day = from; day.getYear() == year; day = day.plusDays(1)) {
      LocalDate next = day.plusDays(1);
      CertificationState state = history.stateOn(day);
      if (next.getYear() != year || history.stateOn(next) != state) {
        long days = day.toEpochDay() - from.toEpochDay() + 1;
        runs.add(from.toString().substring(5) + ".." + day.toString().substring(5) + " " + state
            + " " + days);
        from = next;
      }
    }
    return runs;
  }

  static long compliantDays(CertificationHistory history, int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> history.statusOn(day).compliant())
        .count();
  }

  static List<String> due(CertificationHistory history, String through) {
    return history.dueBy(day(through)).stream()
        .map(event -> event.type() + " " + event.effectiveOn())
        .toList();
  }
}
