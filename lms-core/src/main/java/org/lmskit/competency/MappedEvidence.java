package org.lmskit.competency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Award;
import org.lmskit.certification.CertificationEvent.CertificationCompletionCorrected;
import org.lmskit.certification.CertificationEvent.CertificationRevoked;
import org.lmskit.certification.CertificationEvent.FactRecorded;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationStatus;
import org.lmskit.certification.Certifications;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** Evidence of what the engine knows itself, where a mapping says so; packages above report what only they know. */
public final class MappedEvidence {
  private MappedEvidence() {}

  /**
   * Something was done or observed on a day. Reporting it again changes nothing.
   *
   * @param reference tells one time of it from another: the id of an enrollment, of an observation
   */
  public static void earned(
      Operation op,
      LearnerKey learner,
      Subject subject,
      String reference,
      EvidenceSource source,
      LocalDate on) {
    EvidenceOrigin origin = new EvidenceOrigin(subject, reference);
    mappings(op, subject).forEach(mapping -> add(op, learner, mapping, origin, source, on, null));
  }

  /**
   * What was reported so does not count any more.
   *
   * @param from the first day; null for never having counted
   * @param noteOrNull the digest of the reason, if there is one
   */
  public static void withdrawn(
      Operation op,
      Subject subject,
      String reference,
      @Nullable LocalDate from,
      @Nullable Sha256 noteOrNull) {
    for (Stored<Evidence> stored : of(op, new EvidenceOrigin(subject, reference))) {
      withdraw(op, stored, from == null ? stored.value().observedOn() : from, noteOrNull);
    }
  }

  /** What was reported so was done on another day, as is known now. */
  static void moved(
      Operation op, LearnerKey learner, Subject subject, String reference, LocalDate on) {
    for (Stored<Evidence> stored : of(op, new EvidenceOrigin(subject, reference))) {
      if (!stored.value().observedOn().equals(on)) {
        withdraw(op, stored, stored.value().observedOn(), null);
      }
    }
    earned(op, learner, subject, reference, EvidenceSource.COURSE, on);
  }

  /** An award is evidence as long as it is valid; one that was extended is so by another piece of evidence. */
  static void certified(FactRecorded event, Operation op) {
    Subject subject = Subject.certification(event.certification().value());
    LocalDate day = event.effectiveOn();
    if (event instanceof CertificationRevoked revoked) {
      for (Stored<Evidence> stored : of(op, origin(event, subject))) {
        LocalDate on = stored.value().observedOn();
        withdraw(op, stored, on.isAfter(day) ? on : day, revoked.note());
      }
      return;
    }
    List<EvidenceMapping> mappings = mappings(op, subject);
    if (mappings.isEmpty()) {
      return;
    }
    CertificationHistory history = Certifications.histories(
            op.tx(), List.of(event.learner().value()))
        .getOrDefault(event.learner(), Map.of())
        .get(event.certification());
    if (event instanceof CertificationCompletionCorrected) {
      withoutAward(op, origin(event, subject), Objects.requireNonNull(history).awards());
      return;
    }
    CertificationStatus status = Objects.requireNonNull(history).statusOn(day);
    if (status.state().isValid()) {
      Award award = status.award().orElseThrow();
      mappings.forEach(mapping -> add(
          op,
          event.learner(),
          mapping,
          origin(event, subject),
          EvidenceSource.CERT,
          award.completedOn(),
          award.validUntil()));
    }
  }

  /** What was evidence of an award that was never made, as is known now, does not count. */
  private static void withoutAward(Operation op, EvidenceOrigin origin, List<Award> awards) {
    Set<LocalDate> days = awards.stream().map(Award::completedOn).collect(Collectors.toSet());
    for (Stored<Evidence> stored : of(op, origin)) {
      LocalDate on = stored.value().observedOn();
      if (!days.contains(on)) {
        withdraw(op, stored, on, null);
      }
    }
  }

  private static EvidenceOrigin origin(FactRecorded event, Subject subject) {
    return new EvidenceOrigin(subject, event.learner().value());
  }

  private static void add(
      Operation op,
      LearnerKey learner,
      EvidenceMapping mapping,
      EvidenceOrigin origin,
      EvidenceSource source,
      LocalDate on,
      @Nullable LocalDate end) {
    LocalDate until = mapping.untilFrom(on, end);
    boolean isKnown = of(op, origin).stream()
        .map(Stored::value)
        .anyMatch(one -> one.competency().equals(mapping.competency())
            && one.level() == mapping.level()
            && one.observedOn().equals(on)
            && one.withdrawnFromOrNull() == null
            && Objects.equals(one.validUntilOrNull(), until));
    if (!isKnown) {
      Evidencing.add(op, learner, mapping, origin, source, on, until);
    }
  }

  /** Nothing happens to what has ended by itself, or was withdrawn before. */
  private static void withdraw(
      Operation op, Stored<Evidence> stored, LocalDate from, @Nullable Sha256 note) {
    Evidence old = stored.value();
    LocalDate until = old.validUntilOrNull();
    LocalDate before = old.withdrawnFromOrNull();
    boolean isOver =
        until != null && !from.isBefore(until) || before != null && !from.isBefore(before);
    if (!isOver) {
      Evidencing.withdraw(op, stored, from, note);
    }
  }

  private static List<Stored<Evidence>> of(Operation op, EvidenceOrigin origin) {
    return op.tx().list(Query.of(Evidence.KIND).where("origin", origin.key())).stream()
        .filter(stored -> origin.equals(stored.value().originOrNull()))
        .toList();
  }

  private static List<EvidenceMapping> mappings(Operation op, Subject subject) {
    Query<EvidenceMapping> all =
        Query.of(EvidenceMapping.KIND).where("subject", subject.toString());
    return op.remember(
            Mappings.class,
            "mappings of " + subject,
            () -> new Mappings(op.tx().list(all).stream().map(Stored::value).toList()))
        .all();
  }

  /** Asked for once in an operation, however many learners it is about. */
  private record Mappings(List<EvidenceMapping> all) {}
}
