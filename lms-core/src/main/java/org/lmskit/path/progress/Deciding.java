package org.lmskit.path.progress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathEvent.PathCompletionWithdrawn;
import org.lmskit.path.progress.PathEvent.PathResumed;
import org.lmskit.path.progress.PathEvent.PathStepWaived;
import org.lmskit.path.progress.PathEvent.PathStepWaiverLifted;
import org.lmskit.path.progress.PathEvent.PathSuspended;
import org.lmskit.path.progress.PathEvent.PathWithdrawn;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** What a person decides about one enrollment on a path, in its operation. */
final class Deciding {
  private final Operation op;
  private final Stored<PathEnrollment> stored;
  private final PathEnrollment enrollment;

  Deciding(Operation op, Stored<PathEnrollment> stored) {
    this.op = op;
    this.stored = stored;
    this.enrollment = stored.value();
  }

  PathEnrollment lead(StepId id) {
    requireOpen();
    PathVersion version =
        Paths.version(op.tx(), enrollment.path(), enrollment.version()).orElseThrow();
    Step step = version.step(id);
    LocalDate day = Appointments.dayOf(op, enrollment.learner(), op.now());
    Known known = new Known(op.asking(), enrollment.learner(), day);
    OnPath on = new OnPath(version.path(), enrollment, known);
    if (!on.isOpen(step)) {
      throw Gate.refusal("path " + enrollment.path(), on.status(step));
    }
    if (!step.leads()) {
      throw new RejectedException(
          ProgressReason.NOTHING_TO_OPEN,
          "step " + id + " of path " + enrollment.path() + " is " + step.subject());
    }
    return Enrolling.lead(op, stored, step);
  }

  PathEnrollment waive(StepId step, String reason) {
    requireOpen();
    enrollment.step(step);
    return change(new PathStepWaived(header(), enrollment.ref(), step, note(reason)));
  }

  PathEnrollment liftWaiver(StepId step, String reason) {
    requireOpen();
    if (!enrollment.step(step).waived()) {
      throw new RejectedException(
          ProgressReason.NOT_WAIVED, "step " + step + " of " + enrollment.id());
    }
    return change(new PathStepWaiverLifted(header(), enrollment.ref(), step, note(reason)));
  }

  PathEnrollment suspend(String reason) {
    requireOpen();
    require(EnrollmentState.ACTIVE, ProgressReason.NOT_ACTIVE);
    return change(new PathSuspended(header(), enrollment.ref(), optionalNote(reason)));
  }

  PathEnrollment resume() {
    requireOpen();
    require(EnrollmentState.SUSPENDED, ProgressReason.NOT_SUSPENDED);
    return change(new PathResumed(header(), enrollment.ref()));
  }

  PathEnrollment withdraw(String reason) {
    requireOpen();
    return close(new PathWithdrawn(header(), enrollment.ref(), optionalNote(reason)));
  }

  PathEnrollment withdrawCompletion(String reason) {
    require(EnrollmentState.COMPLETED, ProgressReason.NOT_COMPLETED);
    return close(new PathCompletionWithdrawn(header(), enrollment.ref(), note(reason)));
  }

  private PathEnrollment change(PathEvent event) {
    return Recheck.after(op, stored, event);
  }

  private PathEnrollment close(PathEvent event) {
    op.record(event);
    PathEnrollment next = PathFold.after(enrollment, event);
    op.tx().update(stored, next);
    return next;
  }

  private EventHeader header() {
    return Learners.header(op, enrollment.learner());
  }

  private Sha256 note(String reason) {
    if (reason.isBlank()) {
      throw new RejectedException(
          ProgressReason.REASON_MISSING, "say in words why, for enrollment " + enrollment.id());
    }
    return PersonalText.keep(op, enrollment.learner(), reason);
  }

  private @Nullable Sha256 optionalNote(String reason) {
    return reason.isBlank() ? null : PersonalText.keep(op, enrollment.learner(), reason);
  }

  private void require(EnrollmentState state, ProgressReason otherwise) {
    if (enrollment.state() != state) {
      throw new RejectedException(
          otherwise, "enrollment " + enrollment.id() + " is " + enrollment.state());
    }
  }

  private void requireOpen() {
    if (!enrollment.open()) {
      throw new RejectedException(
          ProgressReason.ENROLLMENT_CLOSED,
          "enrollment " + enrollment.id() + " is " + enrollment.state() + " since "
              + enrollment.stateSince());
    }
  }
}
