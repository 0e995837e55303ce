package org.lmskit.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Subject;
import org.lmskit.competency.MappedEvidence;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.observation.ObservationEvent.ObservationRecorded;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Records what was observed, and corrections of it. */
final class Observing {
  private final Operation op;
  private final ObservationEntry entry;

  private Observing(Operation op, ObservationEntry entry) {
    this.op = op;
    this.entry = entry;
  }

  static Observation record(Operation op, ObservationEntry entry) {
    ChecklistEntry checklist = Checklists.require(op.tx(), entry.checklist());
    requirePerson(op.tx(), entry.learner());
    requirePerson(op.tx(), entry.observer());
    if (checklist.retired()) {
      throw new RejectedException(
          ObservationReason.CHECKLIST_RETIRED, "checklist " + entry.checklist());
    }
    return new Observing(op, entry).write(checklist.current(), null, null);
  }

  static Observation correct(
      Operation op, ObservationId id, ObservationEntry entry, String reason) {
    Stored<Observation> old = load(op.tx(), id);
    Observation before = old.value();
    LearnerKey learner = requirePerson(op.tx(), entry.learner());
    requirePerson(op.tx(), entry.observer());
    boolean isOver =
        before.state() == ObservationState.SUPERSEDED || before.state() == ObservationState.INVALID;
    if (isOver) {
      throw new RejectedException(
          ObservationReason.OBSERVATION_CLOSED, "observation " + id + " is " + before.state());
    }
    if (!before.learner().equals(learner) || !before.checklist().equals(entry.checklist())) {
      throw new RejectedException(
          ObservationReason.CORRECTION_OF_ANOTHER,
          "observation " + id + " is of another learner or checklist");
    }
    ChecklistVersion version =
        Checklists.require(op.tx(), before.checklist()).version(before.ref().version());
    requireReason(reason);
    Sha256 note = PersonalText.keep(op, before.learner(), reason);
    Observation next = new Observing(op, entry).write(version, id, note);
    MappedEvidence.withdrawn(
        op, Subject.checklist(before.checklist().value()), id.value(), null, note);
    op.tx().update(old, ObservationFold.superseded(before, next.id()));
    return next;
  }

  static Stored<Observation> load(Reader reader, ObservationId id) {
    return reader
        .find(Observation.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("observation", id));
  }

  static LearnerKey requirePerson(Reader reader, LearnerId id) {
    return Learners.findKey(reader, id).orElseThrow(() -> NotFoundException.of("learner", id));
  }

  static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new RejectedException(ObservationReason.REASON_MISSING, "say in words why");
    }
  }

  private Observation write(
      ChecklistVersion version, @Nullable ObservationId corrects, @Nullable Sha256 reason) {
    LearnerKey learner = requirePerson(op.tx(), entry.learner());
    LearnerKey observer = requirePerson(op.tx(), entry.observer());
    Checklist checklist = version.checklist();
    EventHeader header = judged(checklist, learner, observer);
    ObservationRef ref = new ObservationRef(
        new ObservationId(op.newId()), checklist.id(), version.number(), learner, observer);
    ObservationRecorded event = new ObservationRecorded(
        header,
        ref,
        entry.points(),
        Verdict.of(checklist, entry.points()),
        signOffUntil(checklist, learner, header.effectiveOn(), corrects != null),
        entry.comment().isBlank()
            ? null
            : PersonalText.keep(op, learner, observer, entry.comment()),
        corrects,
        reason);
    Observation observation = ObservationFold.recorded(event);
    op.tx().insert(Observation.KIND, observation);
    op.record(event);
    if (!event.verdict().passed()) {
      ObservedUnits.report(op, observation, checklist);
    }
    return observation;
  }

  /** When it was, unless it is refused. */
  private EventHeader judged(Checklist checklist, LearnerKey learner, LearnerKey observer) {
    if (learner.equals(observer)) {
      throw new RejectedException(
          ObservationReason.SELF_OBSERVATION, "a learner does not observe himself");
    }
    EventHeader header = Learners.header(op, learner, entry.observedAt().orElseGet(op::now));
    Qualification.require(op.tx(), checklist, observer, header.effectiveOn());
    requirePoints(checklist, entry.points());
    return header;
  }

  /** A correction may come long after the observation, and has to be signed off anew. */
  private LocalDate signOffUntil(
      Checklist checklist, LearnerKey learner, LocalDate observedOn, boolean isCorrection) {
    Instant now = op.now();
    LocalDate from = isCorrection ? Appointments.dayOf(op, learner, now) : observedOn;
    return from.plusDays(checklist.signOffDays());
  }

  private static void requirePoints(Checklist checklist, Map<String, BigDecimal> points) {
    Map<String, String> wrong = new TreeMap<>();
    for (Criterion criterion : checklist.criteria()) {
      BigDecimal given = points.get(criterion.id());
      if (given == null) {
        wrong.put(criterion.id(), "no points");
      } else if (!criterion.scale().has(given)) {
        wrong.put(criterion.id(), given.toPlainString() + ", not " + criterion.scale());
      }
    }
    points.keySet().stream()
        .filter(id -> checklist.find(id).isEmpty())
        .forEach(id -> wrong.put(id, "no such criterion"));
    if (!wrong.isEmpty()) {
      throw new RejectedException(
          ObservationReason.POINTS_INVALID, "checklist " + checklist.id() + ": " + wrong, wrong);
    }
  }
}
