package org.lmskit.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.certification.CertificationEvent.CertificationAwarded;
import org.lmskit.certification.CertificationEvent.CertificationCompletionCorrected;
import org.lmskit.certification.CertificationEvent.CertificationEarnedElsewhere;
import org.lmskit.certification.CertificationEvent.CertificationExtended;
import org.lmskit.certification.CertificationEvent.CertificationPathCompleted;
import org.lmskit.certification.CertificationEvent.CertificationPaused;
import org.lmskit.certification.CertificationEvent.CertificationRenewed;
import org.lmskit.certification.CertificationEvent.CertificationResumed;
import org.lmskit.certification.CertificationEvent.CertificationRevoked;
import org.lmskit.certification.CertificationEvent.FactRecorded;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.PersonalText;

/** Records one fact of a learner in one operation: first what became due, then the fact, then the next timer. */
final class Recording {
  private final Operation op;
  private final LearnerKey learner;
  private final CertificationId certification;
  private final List<PolicyVersion> versions;
  private final Optional<Stored<CertificationRecord>> stored;
  private final CertificationRecord record;
  private final CertificationHistory history;

  Recording(Operation op, LearnerKey learner, CertificationId certification) {
    this.op = op;
    this.learner = learner;
    this.certification = certification;
    versions = CertificationTimers.versions(op, certification);
    if (versions.isEmpty()) {
      throw NotFoundException.of("certification", certification);
    }
    String recordId = CertificationRecord.id(learner, certification);
    stored = op.tx().find(CertificationRecord.KIND, recordId);
    record = stored
        .map(Stored::value)
        .orElseGet(() -> CertificationRecord.empty(learner, certification));
    history = record.history(versions);
  }

  LocalDate today() {
    return Appointments.dayOf(op, learner, op.now());
  }

  CertificationStatus complete(Path path, LocalDate on) {
    CertificationFact fact = new CertificationFact.PathCompleted(path, on, op.now());
    if (record.knows(fact)) {
      return history.statusOn(today());
    }
    return keep(completed(path, header(on), history.with(fact), history.allows(fact)));
  }

  /** A completion of that day was made on another; harmless if none is known. */
  void correct(Path path, LocalDate on) {
    if (record.knows(new CertificationFact.PathCompleted(path, on, op.now()))) {
      keep(new CertificationCompletionCorrected(header(on), certification, learner, path));
    }
  }

  CertificationStatus earn(CertificationFact.EarnedElsewhere fact, String reason) {
    if (record.knows(fact)) {
      return history.statusOn(today());
    }
    LocalDate on = fact.effectiveOn();
    EventHeader header = header(on);
    require(history.allows(fact), CertificationReason.PAUSED, fact);
    return keep(new CertificationEarnedElsewhere(
        header, certification, learner, fact.validUntilOrNull(), note(reason)));
  }

  CertificationStatus extend(LocalDate on, LocalDate until, String reason) {
    CertificationFact fact = new CertificationFact.Extended(on, until, op.now());
    if (record.knows(fact)) {
      return history.statusOn(today());
    }
    EventHeader header = header(on);
    require(history.judges(fact).isValid(), CertificationReason.NOT_VALID, fact);
    require(history.allows(fact), CertificationReason.NOT_LATER, fact);
    LocalDate baseline = history.statusOn(on).award().map(Award::baselineUntil).orElse(until);
    return keep(
        new CertificationExtended(header, certification, learner, until, baseline, note(reason)));
  }

  CertificationStatus pause(LocalDate on, String reason) {
    CertificationFact fact = new CertificationFact.Paused(on, op.now());
    if (record.knows(fact)) {
      return history.statusOn(today());
    }
    EventHeader header = header(on);
    require(history.allows(fact), CertificationReason.NOTHING_TO_PAUSE, fact);
    return keep(new CertificationPaused(header, certification, learner, note(reason)));
  }

  CertificationStatus resume(LocalDate on, String reason) {
    CertificationFact fact = new CertificationFact.Resumed(on, op.now());
    if (record.knows(fact)) {
      return history.statusOn(today());
    }
    EventHeader header = header(on);
    require(history.allows(fact), CertificationReason.NOT_PAUSED, fact);
    return keep(new CertificationResumed(header, certification, learner, note(reason)));
  }

  CertificationStatus revoke(LocalDate on, String reason) {
    CertificationFact fact = new CertificationFact.Revoked(on, op.now());
    if (record.knows(fact)) {
      return history.statusOn(today());
    }
    EventHeader header = header(on);
    require(history.allows(fact), CertificationReason.NOT_VALID, fact);
    return keep(new CertificationRevoked(header, certification, learner, note(reason)));
  }

  private FactRecorded completed(
      Path path, EventHeader header, CertificationHistory after, boolean makesAward) {
    if (!makesAward) {
      return new CertificationPathCompleted(header, certification, learner, path);
    }
    Award award = after.awards().stream()
        .filter(made -> made.completedOn().equals(header.effectiveOn()))
        .findFirst()
        .orElseThrow();
    return award.kind() == Award.Kind.PRIMARY
        ? new CertificationAwarded(
            header, certification, learner, path, award.policy(), award.validUntil())
        : new CertificationRenewed(
            header, certification, learner, path, award.policy(), award.validUntil());
  }

  private CertificationStatus keep(FactRecorded event) {
    op.record(event);
    CertificationRecord next = record.after(event);
    if (stored.isPresent()) {
      op.tx().update(stored.get(), next);
    } else {
      op.tx().insert(CertificationRecord.KIND, next);
    }
    CertificationTimers.setNext(op, next, versions);
    return next.history(versions).statusOn(today());
  }

  /** A dated fact happened at the beginning of its day, one of today now. */
  private EventHeader header(LocalDate on) {
    LocalDate today = today();
    if (on.isAfter(today)) {
      throw new RejectedException(
          CertificationReason.FUTURE_DAY,
          on + " is after today, " + today,
          Map.of("day", on.toString(), "today", today.toString()));
    }
    Instant start = CertificationTimers.start(op, learner, on);
    return op.header(on.equals(today) ? op.now() : start, on);
  }

  private Sha256 note(String reason) {
    if (reason.isBlank()) {
      throw new RejectedException(
          CertificationReason.REASON_MISSING,
          "say in words why, for certification " + certification);
    }
    return PersonalText.keep(op, learner, reason);
  }

  private void require(boolean holds, CertificationReason otherwise, CertificationFact fact) {
    if (!holds) {
      throw new RejectedException(
          otherwise,
          "certification " + certification + " was " + history.judges(fact) + " on "
              + fact.effectiveOn());
    }
  }
}
