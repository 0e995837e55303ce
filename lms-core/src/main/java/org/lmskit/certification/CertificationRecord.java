package org.lmskit.certification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lmskit.certification.CertificationEvent.FactRecorded;
import org.lmskit.certification.CertificationEvent.OfLearner;
import org.lmskit.certification.CertificationEvent.TimeDriven;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;

/**
 * What is kept of one learner and one certification: the facts, and which time-driven events were emitted.
 *
 * @param entries in the order in which they became known
 * @param emitted in the order in which they were emitted
 */
record CertificationRecord(
    LearnerKey learner,
    CertificationId certification,
    List<Entry> entries,
    List<DueEvent> emitted) {
  static final Kind<CertificationRecord> KIND = Kind.<CertificationRecord>mutable(
          "certification_record", record -> id(record.learner(), record.certification()))
      .index("learner", record -> record.learner().value())
      .index("certification", record -> record.certification().value())
      .body(JsonBody.of(CertificationRecord.class));

  /** A fact, and the event that told it. */
  record Entry(CertificationFact fact, EventId event) {}

  CertificationRecord {
    entries = List.copyOf(entries);
    emitted = List.copyOf(emitted);
  }

  static CertificationRecord empty(LearnerKey learner, CertificationId certification) {
    return new CertificationRecord(learner, certification, List.of(), List.of());
  }

  static String id(LearnerKey learner, CertificationId certification) {
    return learner.idWith(certification.value());
  }

  String id() {
    return id(learner, certification);
  }

  CertificationRecord after(OfLearner event) {
    List<Entry> facts = new ArrayList<>(entries);
    List<DueEvent> due = new ArrayList<>(emitted);
    if (event instanceof FactRecorded recorded) {
      facts.add(new Entry(recorded.fact(), recorded.id()));
    } else if (event instanceof TimeDriven driven) {
      due.add(driven.due());
    }
    return new CertificationRecord(learner, certification, facts, due);
  }

  CertificationHistory history(List<PolicyVersion> versions) {
    return CertificationHistory.of(versions, entries.stream().map(Entry::fact).toList());
  }

  /** Whether the same was recorded before: the same thing on the same day. */
  boolean knows(CertificationFact fact) {
    return CertificationHistory.standing(entries.stream().map(Entry::fact).toList())
        .anyMatch(known -> isSame(known, fact));
  }

  /** What is or becomes due and was not emitted yet, in its order. */
  List<DueEvent> pending(List<PolicyVersion> versions) {
    return history(versions).due().stream().filter(due -> !isEmitted(due)).toList();
  }

  /** The event that made the award of a day. */
  Optional<EventId> awarding(Award award) {
    return entries.stream()
        .filter(entry -> entry.fact().effectiveOn().equals(award.completedOn()))
        .filter(entry -> isEarning(entry.fact()) == (award.kind() == Award.Kind.EXTERNAL))
        .filter(entry -> isEarning(entry.fact()) || isCompleting(entry.fact()))
        .map(Entry::event)
        .findFirst();
  }

  private boolean isEmitted(DueEvent due) {
    return emitted.stream()
        .anyMatch(e -> e.type() == due.type() && e.effectiveOn().equals(due.effectiveOn()));
  }

  private static boolean isEarning(CertificationFact fact) {
    return fact instanceof CertificationFact.EarnedElsewhere;
  }

  private static boolean isCompleting(CertificationFact fact) {
    return fact instanceof CertificationFact.PathCompleted;
  }

  private static boolean isSame(CertificationFact known, CertificationFact fact) {
    return known.getClass().equals(fact.getClass())
        && known.effectiveOn().equals(fact.effectiveOn())
        && detail(known).equals(detail(fact));
  }

  private static String detail(CertificationFact fact) {
    if (fact instanceof CertificationFact.PathCompleted completed) {
      return completed.path().name();
    }
    if (fact instanceof CertificationFact.EarnedElsewhere earned) {
      return String.valueOf(earned.validUntilOrNull());
    }
    return fact instanceof CertificationFact.Extended extended
        ? extended.until().toString()
        : "";
  }
}
