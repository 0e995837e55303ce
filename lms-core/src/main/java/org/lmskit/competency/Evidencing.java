package org.lmskit.competency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.competency.CompetencyEvent.EvidenceRecorded;
import org.lmskit.competency.CompetencyEvent.EvidenceWithdrawn;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Adds evidence, and says from when on it does not count. */
final class Evidencing {
  private Evidencing() {}

  static Evidence record(Operation op, EvidenceEntry entry) {
    Frameworks.require(op.tx(), entry.competency(), entry.level());
    LearnerKey learner = Learners.keyOf(op, entry.learner());
    LocalDate today = Appointments.dayOf(op, learner, op.now());
    if (entry.observedOn().isAfter(today)) {
      throw new RejectedException(
          CompetencyReason.FUTURE_DAY,
          "evidence of " + entry.observedOn() + ", today is " + today,
          Map.of("day", entry.observedOn().toString(), "today", today.toString()));
    }
    Optional<Evidence> known =
        op.tx().list(Query.of(Evidence.KIND).where("learner", learner.value())).stream()
            .map(Stored::value)
            .filter(one -> isSame(one, entry))
            .findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    Sha256 note = entry.note().isBlank() ? null : PersonalText.keep(op, learner, entry.note());
    return add(op, learner, entry, null, note);
  }

  /** Adds evidence of something that the engine knows. */
  static Evidence add(
      Operation op,
      LearnerKey learner,
      EvidenceMapping mapping,
      EvidenceOrigin origin,
      EvidenceSource source,
      LocalDate on,
      @Nullable LocalDate until) {
    return add(
        op,
        new EvidenceRecorded(
            header(op, learner, on),
            new EvidenceId(op.newId()),
            learner,
            mapping.competency(),
            mapping.level(),
            until,
            source,
            origin,
            null));
  }

  static Evidence withdraw(Operation op, EvidenceId id, LocalDate from, String reason) {
    Stored<Evidence> stored = op.tx()
        .find(Evidence.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("evidence", id));
    Evidence old = stored.value();
    LocalDate before = old.withdrawnFromOrNull();
    if (before != null && !from.isBefore(before)) {
      throw new RejectedException(
          CompetencyReason.EVIDENCE_WITHDRAWN,
          "evidence " + id + " does not count from " + before + " on",
          Map.of("from", before.toString()));
    }
    if (reason.isBlank()) {
      throw new RejectedException(CompetencyReason.REASON_MISSING, "say in words why");
    }
    return withdraw(op, stored, from, PersonalText.keep(op, old.learner(), reason));
  }

  static Evidence withdraw(
      Operation op, Stored<Evidence> stored, LocalDate from, @Nullable Sha256 note) {
    Evidence old = stored.value();
    EvidenceWithdrawn event = new EvidenceWithdrawn(op.header(from), old.id(), old.learner(), note);
    Evidence next = old.after(event);
    op.tx().update(stored, next);
    op.record(event);
    return next;
  }

  private static Evidence add(
      Operation op,
      LearnerKey learner,
      EvidenceEntry entry,
      @Nullable EvidenceOrigin origin,
      @Nullable Sha256 note) {
    return add(
        op,
        new EvidenceRecorded(
            header(op, learner, entry.observedOn()),
            new EvidenceId(op.newId()),
            learner,
            entry.competency(),
            entry.level(),
            entry.validUntilOrNull(),
            entry.source(),
            origin,
            note));
  }

  private static Evidence add(Operation op, EvidenceRecorded event) {
    Evidence evidence = Evidence.of(event);
    op.tx().insert(Evidence.KIND, evidence);
    op.record(event);
    return evidence;
  }

  /** What is of an earlier day happened at its beginning. */
  private static EventHeader header(Operation op, LearnerKey learner, LocalDate on) {
    Instant start =
        on.atStartOfDay(Appointments.zoneOn(op.tx(), learner, on, op.zone())).toInstant();
    LocalDate today = Appointments.dayOf(op, learner, op.now());
    return op.header(on.isBefore(today) ? start : op.now(), on);
  }

  private static boolean isSame(Evidence one, EvidenceEntry entry) {
    return one.originOrNull() == null
        && one.withdrawnFromOrNull() == null
        && one.competency().equals(entry.competency())
        && one.level() == entry.level()
        && one.observedOn().equals(entry.observedOn())
        && Objects.equals(one.validUntilOrNull(), entry.validUntilOrNull())
        && one.source() == entry.source();
  }
}
