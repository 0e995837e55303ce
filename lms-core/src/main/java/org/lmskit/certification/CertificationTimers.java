package org.lmskit.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lmskit.certification.CertificationEvent.CertificationExpired;
import org.lmskit.certification.CertificationEvent.GraceEnded;
import org.lmskit.certification.CertificationEvent.RenewalWindowOpened;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Timer;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;

/** Emits what becomes due by time alone: one timer a learner and certification, for the next event. */
final class CertificationTimers {
  static final String HANDLER = "certification";

  private CertificationTimers() {}

  static String owner(String recordId) {
    return HANDLER + ":" + recordId;
  }

  /** Emits all that is due by now, and sets the timer for what comes next. */
  static void fire(Timer timer, Operation op) {
    String id = timer.owner().substring(HANDLER.length() + 1);
    Optional<Stored<CertificationRecord>> stored = op.tx().find(CertificationRecord.KIND, id);
    if (stored.isEmpty()) {
      return;
    }
    CertificationRecord record = stored.get().value();
    List<PolicyVersion> versions = versions(op, record.certification());
    for (DueEvent due : record.pending(versions)) {
      Instant at = start(op, record.learner(), due.effectiveOn());
      if (!at.isAfter(op.now())) {
        CertificationEvent.TimeDriven event = event(record, due, op.header(at, due.effectiveOn()));
        op.record(event);
        record = record.after(event);
      }
    }
    op.tx().update(stored.get(), record);
    setNext(op, record, versions);
  }

  /** Reads together what the timers of these records will need. */
  static void foresee(Collection<String> recordIds, Operation op) {
    op.tx().foresee(CertificationRecord.KIND, recordIds);
    List<CertificationRecord> records =
        op.tx().findAll(CertificationRecord.KIND, recordIds).stream()
            .map(Stored::value)
            .toList();
    op.tx()
        .foresee(
            CertificationPolicies.KIND,
            records.stream().map(record -> record.certification().value()).toList());
    Appointments.foresee(
        op.tx(), records.stream().map(CertificationRecord::learner).toList());
  }

  /** Sets the one timer of a record for the first event that is pending; none if nothing is. */
  static void setNext(Operation op, CertificationRecord record, List<PolicyVersion> versions) {
    String owner = owner(record.id());
    List<Timer> next = record.pending(versions).stream()
        .limit(Learners.isErased(op.tx(), record.learner()) ? 0 : 1)
        .map(due -> new Timer(
            start(op, record.learner(), due.effectiveOn()), owner, "next", record.learner()))
        .toList();
    op.replaceTimers(owner, next);
  }

  static List<PolicyVersion> versions(Operation op, CertificationId certification) {
    return op.tx()
        .find(CertificationPolicies.KIND, certification.value())
        .map(found -> found.value().versions())
        .orElse(List.of());
  }

  /** 00:00 of a learner's day. */
  static Instant start(Operation op, LearnerKey learner, LocalDate day) {
    return day.atStartOfDay(Appointments.zoneOn(op.tx(), learner, day, op.zone()))
        .toInstant();
  }

  /** Sets the timers of a learner anew, when all else is done: his days may begin at other times. */
  static void retime(Operation op, LearnerKey learner) {
    op.gather(HANDLER, learner.value(), (whom, at) -> retime(at, whom));
  }

  private static void retime(Operation op, Collection<String> learners) {
    op.tx().foresee(CertificationRecord.KIND, "learner", learners);
    List<CertificationRecord> records = learners.stream()
        .flatMap(learner ->
            op.tx().list(Query.of(CertificationRecord.KIND).where("learner", learner)).stream())
        .map(Stored::value)
        .toList();
    foresee(records.stream().map(CertificationRecord::id).toList(), op);
    op.tx()
        .foresee(Timer.KIND, "owner", records.stream().map(r -> owner(r.id())).toList());
    records.forEach(record -> setNext(op, record, versions(op, record.certification())));
  }

  private static CertificationEvent.TimeDriven event(
      CertificationRecord of, DueEvent due, EventHeader header) {
    return switch (due.type()) {
      case RENEWAL_WINDOW_OPENED ->
        new RenewalWindowOpened(header, of.certification(), of.learner(), due.awardedOn());
      case CERTIFICATION_EXPIRED ->
        new CertificationExpired(header, of.certification(), of.learner(), due.awardedOn());
      case GRACE_ENDED -> new GraceEnded(header, of.certification(), of.learner(), due.awardedOn());
    };
  }
}
