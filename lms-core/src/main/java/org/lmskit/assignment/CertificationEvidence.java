package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.certification.Award;
import org.lmskit.certification.CertificationFact;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationState;
import org.lmskit.certification.CertificationStatus;
import org.lmskit.certification.DueEvent;
import org.lmskit.certification.PolicyVersion;

/**
 * Certification: done while the award is valid and cannot be renewed yet, fulfilled while it counts as compliant.
 *
 * @param starts the days on which work on one of its courses began
 */
record CertificationEvidence(
    List<PolicyVersion> versions, CertificationHistory history, List<LocalDate> starts)
    implements Evidence {
  @Override
  public Collection<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    history.facts().stream().map(CertificationFact::effectiveOn).forEach(days::add);
    history.due().stream().map(DueEvent::effectiveOn).forEach(days::add);
    return days;
  }

  @Override
  public Optional<LocalDate> doneOn(LocalDate day, boolean withFacts) {
    CertificationStatus status = status(day, withFacts);
    return status.state() == CertificationState.CERTIFIED
        ? status.award().map(Award::completedOn)
        : Optional.empty();
  }

  @Override
  public boolean compliant(LocalDate day, boolean withFacts) {
    return status(day, withFacts).compliant();
  }

  @Override
  public boolean rests(LocalDate day, boolean withFacts) {
    return status(day, withFacts).state() == CertificationState.PAUSED;
  }

  @Override
  public Optional<LocalDate> lastDay(LocalDate day, boolean withFacts) {
    CertificationStatus status = status(day, withFacts);
    if (status.state() == CertificationState.REVOKED) {
      return Optional.of(day.minusDays(1));
    }
    boolean inGrace = status
        .award()
        .map(award -> versions.get(award.policy() - 1).policy().graceCountsAsCompliant())
        .orElse(false);
    return (inGrace ? status.graceEndsOn() : status.validUntil()).map(end -> end.minusDays(1));
  }

  @Override
  public boolean startedBefore(LocalDate day, @Nullable LocalDate notBefore) {
    return starts.stream()
        .anyMatch(
            start -> start.isBefore(day) && (notBefore == null || !start.isBefore(notBefore)));
  }

  private CertificationStatus status(LocalDate day, boolean withFacts) {
    boolean hasFacts =
        history.facts().stream().anyMatch(fact -> fact.effectiveOn().equals(day));
    return withFacts || !hasFacts ? history.statusOn(day) : before(day).statusOn(day);
  }

  private CertificationHistory before(LocalDate day) {
    return CertificationHistory.of(
        versions,
        history.facts().stream()
            .filter(fact -> fact.effectiveOn().isBefore(day))
            .toList());
  }
}
