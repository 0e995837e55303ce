package org.lmskit.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Unit;
import org.lmskit.internal.Operation;
import org.lmskit.learning.AttemptEvent.AttemptStarted;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;

/**
 * A unit opened for work.
 *
 * @param attempt the one to go on with
 */
record Opened(Attempt attempt) {
  /** Resumes the attempt that has not ended, or begins one. */
  static Opened of(Operation op, EnrollmentId enrollment, UnitId unit) {
    Optional<Attempt> open = find(op.tx(), enrollment, unit);
    if (open.isPresent()) {
      requireNotTakenBack(op, Enrollments.load(op.tx(), enrollment).value());
      return new Opened(open.get());
    }
    Enrollment current = Enrollments.load(op.tx(), enrollment).value();
    requireNotTakenBack(op, current);
    Unit wanted = unit(op, current, unit);
    requirePrerequisites(current, wanted);
    requireOpen(op, current, wanted);
    return new Opened(anew(op, enrollment, unit, op.now()));
  }

  /** The attempt that has not ended. */
  static Optional<Attempt> find(Reader reader, EnrollmentId enrollment, UnitId unit) {
    return reader
        .list(Query.of(Attempt.KIND).where("open", Attempt.unitKey(enrollment, unit)))
        .stream()
        .map(Stored::value)
        .findFirst();
  }

  /** Begins an attempt, whatever has to come before: what was done elsewhere was done. */
  static Attempt anew(Operation op, EnrollmentId id, UnitId unitId, Instant occurredAt) {
    Stored<Enrollment> stored = Enrollments.load(op.tx(), id);
    Enrollment enrollment = stored.value();
    Unit unit = unit(op, enrollment, unitId);
    int number = enrollment.unit(unitId).attemptCount() + 1;
    if (unit.maxAttempts() > 0 && number > unit.maxAttempts()) {
      throw new RejectedException(
          LearningReason.ATTEMPTS_EXHAUSTED,
          "unit " + unitId + " of enrollment " + id + " was tried " + (number - 1) + " times",
          Map.of("unit", unitId.value(), "maxAttempts", String.valueOf(unit.maxAttempts())));
    }
    AttemptRef ref = new AttemptRef(enrollment.ref(), unitId, new AttemptId(op.newId()), number);
    AttemptStarted event =
        new AttemptStarted(Learners.header(op, enrollment.learner(), occurredAt), ref);
    Attempt attempt = AttemptFold.started(event);
    op.tx().insert(Attempt.KIND, attempt);
    op.tx().update(stored, EnrollmentFold.after(enrollment, event));
    op.record(event);
    return attempt;
  }

  private static Unit unit(Operation op, Enrollment enrollment, UnitId unit) {
    CourseVersion version =
        Catalog.version(op.tx(), enrollment.course(), enrollment.version()).orElseThrow();
    return version.unit(unit);
  }

  private static void requireNotTakenBack(Operation op, Enrollment enrollment) {
    if (enrollment.state() == EnrollmentState.WITHDRAWN
        && !op.ask(new WithdrawnAsked(enrollment)).contains(true)) {
      throw new RejectedException(
          LearningReason.ENROLLMENT_CLOSED,
          "enrollment " + enrollment.id() + " was withdrawn at " + enrollment.stateSince());
    }
  }

  /** Packages above may close an enrollment, such as a learning path a step, or a unit. */
  private static void requireOpen(Operation op, Enrollment enrollment, Unit unit) {
    LocalDate day = Appointments.dayOf(op, enrollment.learner(), op.now());
    StartAsked asked = new StartAsked(enrollment, unit, day, op.now());
    for (Optional<RejectedException> refusal : op.ask(asked)) {
      if (refusal.isPresent()) {
        throw refusal.get();
      }
    }
  }

  private static void requirePrerequisites(Enrollment enrollment, Unit unit) {
    List<UnitId> missing = unit.prerequisites().stream()
        .filter(needed -> !enrollment.unit(needed).satisfied())
        .toList();
    if (!missing.isEmpty()) {
      throw new RejectedException(
          LearningReason.PREREQUISITE_MISSING,
          "unit " + unit.id() + " of enrollment " + enrollment.id() + " needs " + missing,
          Map.of("unit", unit.id().value(), "missing", String.valueOf(missing)));
    }
  }
}
