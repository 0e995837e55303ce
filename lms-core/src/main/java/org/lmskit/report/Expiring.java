package org.lmskit.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Member;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.CertificationStatus;
import org.lmskit.certification.Certifications;
import org.lmskit.model.LearnerKey;

/** The awards of an audience that are valid on a day and end within some days of it. */
record Expiring(Audience audience, LocalDate day, int days) {
  /** @throws IllegalArgumentException if the number of days is negative */
  Expiring {
    if (days < 0) {
      throw new IllegalArgumentException("awards that expire in " + days + " days");
    }
  }

  void each(Source of, Consumer<ExpiringRow> visitor) {
    Titles titles = new Titles(of);
    of.population().each(audience, day, members -> {
      List<Member> seen = of.visible().of(members);
      Map<LearnerKey, Map<CertificationId, CertificationHistory>> all =
          Certifications.histories(of.reader(), Source.keys(seen));
      for (Member member : seen) {
        all.getOrDefault(member.key(), Map.of()).entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().value()))
            .forEach(entry -> ending(entry.getValue())
                .ifPresent(status -> visitor.accept(row(titles, member, entry.getKey(), status))));
      }
    });
  }

  /** The status on the day, if the award is valid then and ends soon. */
  Optional<CertificationStatus> ending(CertificationHistory history) {
    CertificationStatus status = history.statusOn(day);
    boolean ends = status.state().isValid()
        && status.validUntil().filter(end -> !end.isAfter(day.plusDays(days))).isPresent();
    return ends ? Optional.of(status) : Optional.empty();
  }

  private ExpiringRow row(
      Titles titles, Member member, CertificationId id, CertificationStatus status) {
    return new ExpiringRow(
        member.learner().id(),
        member.learner().profile().name(),
        id,
        titles.of(Subject.certification(id.value())),
        status,
        ChronoUnit.DAYS.between(day, status.validUntil().orElse(day)));
  }
}
