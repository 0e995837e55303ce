package org.lmskit.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.competency.MappedEvidence;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.observation.ObservationEvent.ObservationInvalidated;
import org.lmskit.observation.ObservationEvent.ObservationUpheld;
import org.lmskit.observation.ObservationEvent.OfObservation;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Observations that count although their observer, as is known now, was not qualified on their day. */
final class AffectedEvidence {
  private static final int BATCH = 500;

  private AffectedEvidence() {}

  /** Of these observations, by time; those that a person upheld are left out. */
  static List<Observation> of(Reader reader, Query<Observation> query) {
    List<Observation> affected = new ArrayList<>();
    List<Observation> batch = new ArrayList<>();
    Map<ChecklistId, ChecklistEntry> checklists = new HashMap<>();
    reader.each(query.where("state", ObservationState.PASSED.name()), stored -> {
      if (!stored.value().upheld()) {
        batch.add(stored.value());
      }
      if (batch.size() == BATCH) {
        affected.addAll(among(reader, batch, checklists));
        batch.clear();
      }
    });
    affected.addAll(among(reader, batch, checklists));
    return affected;
  }

  private static List<Observation> among(
      Reader reader, List<Observation> some, Map<ChecklistId, ChecklistEntry> checklists) {
    Set<String> observers =
        some.stream().map(one -> one.observer().value()).collect(Collectors.toSet());
    Map<LearnerKey, Map<CertificationId, CertificationHistory>> held =
        Certifications.histories(reader, observers);
    return some.stream()
        .filter(one -> {
          Checklist checklist = checklists
              .computeIfAbsent(one.checklist(), id -> Checklists.require(reader, id))
              .version(one.ref().version())
              .checklist();
          return !Qualification.holds(
              held.getOrDefault(one.observer(), Map.of()), checklist, one.observedOn());
        })
        .toList();
  }

  static Observation uphold(Operation op, ObservationId id, String reason) {
    Stored<Observation> old = require(op, id, reason);
    return decide(
        op,
        old,
        new ObservationUpheld(
            Learners.header(op, old.value().learner()), old.value().ref(), keep(op, old, reason)));
  }

  static Observation invalidate(Operation op, ObservationId id, String reason) {
    Stored<Observation> old = require(op, id, reason);
    Sha256 note = keep(op, old, reason);
    Observation next = decide(
        op,
        old,
        new ObservationInvalidated(
            Learners.header(op, old.value().learner()), old.value().ref(), note));
    MappedEvidence.withdrawn(
        op, Subject.checklist(next.checklist().value()), id.value(), null, note);
    return next;
  }

  private static Stored<Observation> require(Operation op, ObservationId id, String reason) {
    Stored<Observation> old = Observing.load(op.tx(), id);
    if (old.value().state() != ObservationState.PASSED) {
      throw new RejectedException(
          ObservationReason.OBSERVATION_CLOSED,
          "observation " + id + " is " + old.value().state());
    }
    Observing.requireReason(reason);
    return old;
  }

  private static Sha256 keep(Operation op, Stored<Observation> old, String reason) {
    return PersonalText.keep(op, old.value().learner(), reason);
  }

  private static Observation decide(Operation op, Stored<Observation> old, OfObservation event) {
    Observation next = ObservationFold.after(old.value(), event);
    op.tx().update(old, next);
    op.record(event);
    return next;
  }
}
