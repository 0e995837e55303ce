package org.lmskit.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lmskit.assignment.AssignmentState;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Member;
import org.lmskit.assignment.Population;
import org.lmskit.assignment.Situation;
import org.lmskit.assignment.Standing;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Success;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.LearnerKey;

/** Who of an audience is at risk today, and why. */
record Risks(Audience audience, RiskPolicy policy) {
  void each(Source of, Consumer<RiskRow> visitor) {
    LocalDate today = of.today();
    Expiring expiring = new Expiring(audience, today, policy.expiringDays());
    Population people = of.population();
    people.each(audience, today, members -> {
      List<Member> seen = of.visible().of(members);
      Map<LearnerKey, List<Standing>> duties = people.standings(seen, today);
      Map<LearnerKey, List<Enrollment>> enrollments = of.enrollments(seen);
      Map<LearnerKey, Map<CertificationId, CertificationHistory>> histories =
          Certifications.histories(of.reader(), Source.keys(seen));
      for (Member member : seen) {
        List<Enrollment> own = enrollments.getOrDefault(member.key(), List.of());
        List<RiskReason> reasons = new ArrayList<>();
        duties
            .getOrDefault(member.key(), List.of())
            .forEach(standing -> ofDuty(standing, own).ifPresent(reasons::add));
        own.forEach(enrollment -> ofEnrollment(member, enrollment, today, reasons));
        histories.getOrDefault(member.key(), Map.of()).entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().value()))
            .forEach(entry -> expiring
                .ending(entry.getValue())
                .flatMap(status -> status.validUntil())
                .ifPresent(end -> reasons.add(new RiskReason.Expiring(entry.getKey(), end))));
        if (!reasons.isEmpty()) {
          visitor.accept(
              new RiskRow(member.learner().id(), member.learner().profile().name(), reasons));
        }
      }
    });
  }

  private Optional<RiskReason> ofDuty(Standing standing, List<Enrollment> enrollments) {
    Situation situation = standing.situation();
    LocalDate due = situation.dueOnOrNull();
    if (situation.state() != AssignmentState.ACTIVE || due == null) {
      return Optional.empty();
    }
    if (standing.overdue()) {
      return Optional.of(new RiskReason.Overdue(standing.subject(), due));
    }
    boolean isNear = !due.isAfter(standing.day().plusDays(policy.dueDays()));
    return isNear && !isStarted(standing.subject(), enrollments)
        ? Optional.of(new RiskReason.NotStarted(standing.subject(), due))
        : Optional.empty();
  }

  /** Of what is no course it is not known; then nearness is enough. */
  private static boolean isStarted(Subject subject, List<Enrollment> enrollments) {
    return subject.kind() == Subject.Kind.COURSE
        && enrollments.stream()
            .anyMatch(enrollment -> enrollment.course().value().equals(subject.id())
                && enrollment.open()
                && enrollment.startedAt().isPresent());
  }

  private void ofEnrollment(
      Member member, Enrollment enrollment, LocalDate today, List<RiskReason> reasons) {
    if (enrollment.state() != EnrollmentState.ACTIVE) {
      return;
    }
    LocalDate since = member.dayOf(lastWorked(enrollment));
    if (!since.isAfter(today.minusDays(policy.inactiveDays()))) {
      reasons.add(new RiskReason.Inactive(enrollment.course(), since));
    }
    for (UnitResult result : enrollment.units()) {
      int failed = (int) result.attempts().stream()
          .filter(outcome -> outcome.success() == Success.FAILED)
          .count();
      if (failed >= policy.failedAttempts() && result.success() != Success.PASSED) {
        reasons.add(
            new RiskReason.Failing(enrollment.course(), result.unit(), failed, result.exhausted()));
      }
    }
  }

  private static Instant lastWorked(Enrollment enrollment) {
    Instant begun = enrollment.startedAt().orElse(enrollment.openedAt());
    Instant seen = Instant.ofEpochMilli(enrollment.time().end());
    return seen.isAfter(begun) ? seen : begun;
  }
}
