package org.lmskit.observation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.ContentAsked;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Rebuilt;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.observation.ObservationEvent.ChecklistPublished;
import org.lmskit.observation.ObservationEvent.ChecklistRetired;
import org.lmskit.path.SubjectAsked;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** Publishes and retires checklists, and says which exist. */
final class Checklists {
  private Checklists() {}

  static ChecklistVersion publish(Operation op, Checklist checklist) {
    List<String> problems = checklist.problems();
    if (!problems.isEmpty()) {
      throw new RejectedException(
          ObservationReason.CHECKLIST_INVALID, checklist.id() + ": " + String.join("; ", problems));
    }
    checklist.qualification().ifPresent(needed -> requireCertification(op.tx(), needed));
    Optional<Stored<ChecklistEntry>> old =
        op.tx().find(ChecklistEntry.KIND, checklist.id().value());
    if (old.filter(stored -> isCurrent(stored.value(), checklist)).isPresent()) {
      return old.get().value().current();
    }
    int number = old.map(stored -> stored.value().versions().size()).orElse(0) + 1;
    ChecklistVersion version = new ChecklistVersion(number, checklist, op.now());
    old.ifPresentOrElse(
        stored -> op.tx().update(stored, stored.value().next(version)),
        () -> op.tx().insert(ChecklistEntry.KIND, ChecklistEntry.first(version)));
    op.record(new ChecklistPublished(op.header(), version));
    return version;
  }

  static ChecklistEntry retire(Operation op, ChecklistId id) {
    Stored<ChecklistEntry> old = op.tx()
        .find(ChecklistEntry.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("checklist", id));
    if (old.value().retired()) {
      return old.value();
    }
    op.tx().update(old, old.value().atRest());
    op.record(new ChecklistRetired(op.header(), id));
    return old.value().atRest();
  }

  static ChecklistEntry require(Reader reader, ChecklistId id) {
    return reader
        .find(ChecklistEntry.KIND, id.value())
        .map(Stored::value)
        .orElseThrow(() -> NotFoundException.of("checklist", id));
  }

  static Checklist version(Reader reader, ChecklistId id, int number) {
    return require(reader, id).version(number).checklist();
  }

  static void project(ChecklistPublished event, Rebuilt records) {
    ChecklistVersion version = event.version();
    records.put(
        ChecklistEntry.KIND,
        records
            .find(ChecklistEntry.KIND, version.checklist().id().value())
            .map(entry -> entry.next(version))
            .orElseGet(() -> ChecklistEntry.first(version)));
  }

  /** A path that names a checklist that nobody published could never be completed. */
  static SubjectAsked.Answer answer(SubjectAsked asked, Asking asking) {
    Subject subject = asked.subject();
    if (subject.kind() != Subject.Kind.CHECKLIST) {
      return SubjectAsked.Answer.NOT_MINE;
    }
    return isPublished(asking, subject.id())
        ? SubjectAsked.Answer.KNOWN
        : SubjectAsked.Answer.UNKNOWN;
  }

  /** Nor could a course. */
  static ContentAsked.Answer answer(ContentAsked asked, Asking asking) {
    if (!asked.content().type().equals(ObservedUnits.TYPE)) {
      return ContentAsked.Answer.NOT_MINE;
    }
    return isPublished(asking, asked.content().reference())
        ? ContentAsked.Answer.KNOWN
        : ContentAsked.Answer.UNPUBLISHED;
  }

  private static boolean isPublished(Asking asking, String id) {
    return asking.reader().find(ChecklistEntry.KIND, id).isPresent();
  }

  /** The same holds for a course. */
  static void requireKnown(CourseVersionPublished event, Operation op) {
    event.version().course().units().stream()
        .map(unit -> unit.content())
        .filter(content -> content.type().equals(ObservedUnits.TYPE))
        .forEach(content -> require(op.tx(), new ChecklistId(content.reference())));
  }

  private static boolean isCurrent(ChecklistEntry entry, Checklist checklist) {
    return !entry.retired() && entry.current().checklist().equals(checklist);
  }

  private static void requireCertification(Reader reader, CertificationId needed) {
    if (Certifications.versions(reader, needed).isEmpty()) {
      throw new RejectedException(
          ObservationReason.CHECKLIST_INVALID,
          "no certification " + needed + " is published",
          Map.of("certification", needed.value()));
    }
  }
}
