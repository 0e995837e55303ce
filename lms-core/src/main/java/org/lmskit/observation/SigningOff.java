package org.lmskit.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.lmskit.catalog.Subject;
import org.lmskit.competency.EvidenceSource;
import org.lmskit.competency.MappedEvidence;
import org.lmskit.event.LmsEvent;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;
import org.lmskit.observation.ObservationEvent.ObservationSignedOff;
import org.lmskit.observation.ObservationEvent.OfObservation;
import org.lmskit.observation.ObservationEvent.SignOffDeclined;
import org.lmskit.path.progress.Recheck;
import org.lmskit.store.Kind;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learner;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/**
 * Somebody who wants to sign an observation off.
 *
 * @param stored the observation
 * @param checklist by which it was made
 * @param signer who
 * @param person his record
 */
record SigningOff(
    Stored<Observation> stored, Checklist checklist, LearnerKey signer, Learner person) {

  /** Refuses whoever may not, for the first reason of the settled order. */
  static SigningOff of(Reader reader, Scope scope, ObservationId id, LearnerId signerId) {
    return of(
        reader, scope.engine().now(), scope.engine().zone().apply(scope.tenant()), id, signerId);
  }

  static SigningOff of(Operation op, ObservationId id, LearnerId signerId) {
    return of(op.tx(), op.now(), op.zone(), id, signerId);
  }

  private static SigningOff of(
      Reader reader, Instant now, ZoneId zone, ObservationId id, LearnerId signerId) {
    Stored<Observation> stored = Observing.load(reader, id);
    Observation observation = stored.value();
    LearnerKey signer = Observing.requirePerson(reader, signerId);
    Learner person = reader.find(Learner.KIND, signerId.value()).orElseThrow().value();
    Checklist checklist =
        Checklists.version(reader, observation.checklist(), observation.ref().version());
    requireAwaiting(observation);
    requireOther(observation, signer);
    Qualification.require(reader, checklist, observation.observer(), observation.observedOn());
    LocalDate today = Appointments.dayOf(reader, observation.learner(), now, zone);
    requireManager(reader, observation, signer, today);
    requireInTime(observation, today);
    return new SigningOff(stored, checklist, signer, person);
  }

  /** What the host has to verify. */
  SignatureVerifier.Claim claim(
      Reader reader, Kind<LmsEvent> events, TenantId tenant, String proof) {
    SignedRecord record = record(reader, events, stored.value());
    return new SignatureVerifier.Claim(
        tenant, person.id(), printedName(), checklist.statement(), record.digest(), proof);
  }

  static SignedRecord record(Reader reader, Kind<LmsEvent> events, Observation observation) {
    String text = reader.find(events, observation.event().value()).orElseThrow().body();
    return new SignedRecord(observation.event(), text);
  }

  Observation sign(Operation op, SignatureVerifier.Claim claim) {
    Signature signature = new Signature(
        signer,
        PersonalText.keep(op, signer, claim.printedName()),
        op.now(),
        claim.meaning(),
        claim.record());
    Observation old = stored.value();
    Observation next = apply(
        op, new ObservationSignedOff(Learners.header(op, old.learner()), old.ref(), signature));
    MappedEvidence.earned(
        op,
        next.learner(),
        Subject.checklist(next.checklist().value()),
        next.id().value(),
        EvidenceSource.OBSERVATION,
        next.observedOn());
    ObservedUnits.report(op, next, checklist);
    Recheck.learner(op, next.learner());
    return next;
  }

  Observation decline(Operation op, String reason) {
    Observing.requireReason(reason);
    Observation old = stored.value();
    return apply(
        op,
        new SignOffDeclined(
            Learners.header(op, old.learner()),
            old.ref(),
            signer,
            PersonalText.keep(op, old.learner(), signer, reason)));
  }

  private Observation apply(Operation op, OfObservation event) {
    Observation next = ObservationFold.after(stored.value(), event);
    op.tx().update(stored, next);
    op.record(event);
    return next;
  }

  private String printedName() {
    String name = person.profile().name();
    return name.isBlank() ? person.id().value() : name;
  }

  private static void requireAwaiting(Observation observation) {
    if (observation.state() != ObservationState.AWAITING_SIGN_OFF) {
      throw new RejectedException(
          ObservationReason.OBSERVATION_CLOSED,
          "observation " + observation.id() + " is " + observation.state());
    }
  }

  private static void requireOther(Observation observation, LearnerKey signer) {
    if (signer.equals(observation.learner())) {
      throw new RejectedException(
          ObservationReason.SELF_OBSERVATION,
          "the learner of observation " + observation.id() + " does not sign it off");
    }
    if (signer.equals(observation.observer())) {
      throw new RejectedException(
          ObservationReason.SAME_PERSON_TWO_ROLES,
          "the observer of observation " + observation.id() + " does not sign it off");
    }
  }

  private static void requireManager(
      Reader reader, Observation observation, LearnerKey signer, LocalDate today) {
    if (!Appointments.managersOf(reader, observation.learner(), today).contains(signer)) {
      throw new RejectedException(
          ObservationReason.NOT_MANAGER,
          "the signer is not above the learner of observation " + observation.id() + " on " + today,
          Map.of("day", today.toString()));
    }
  }

  private static void requireInTime(Observation observation, LocalDate today) {
    if (today.isAfter(observation.signOffUntil())) {
      throw new RejectedException(
          ObservationReason.SIGN_OFF_TOO_LATE,
          "observation " + observation.id() + " could be signed off until "
              + observation.signOffUntil() + ", today is " + today,
          Map.of("until", observation.signOffUntil().toString(), "today", today.toString()));
    }
  }
}
