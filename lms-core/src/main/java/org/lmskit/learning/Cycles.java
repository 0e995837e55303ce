package org.lmskit.learning;

import java.util.Optional;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.learning.EnrollmentEvent.EnrollmentOpened;
import org.lmskit.learning.EnrollmentEvent.EnrollmentResumed;
import org.lmskit.learning.EnrollmentEvent.EnrollmentSuspended;
import org.lmskit.learning.EnrollmentEvent.EnrollmentWithdrawn;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Stored;

/** Enrollments as duties open them, let them rest and end them; for the packages above. */
public final class Cycles {
  private Cycles() {}

  /**
   * Opens the next cycle. The learner must have no open enrollment on that course.
   *
   * @param cycle the number of this cycle, one more than that of his last one
   */
  public static Enrollment open(
      Operation op, EventHeader header, LearnerKey learner, CourseVersion version, int cycle) {
    EnrollmentRef ref = new EnrollmentRef(
        new EnrollmentId(op.newId()),
        Enrollments.registration(op),
        learner,
        version.id(),
        version.number(),
        cycle);
    EnrollmentOpened event = new EnrollmentOpened(header, ref);
    Enrollment enrollment = Enrollment.opened(event, version);
    op.tx().insert(Enrollment.KIND, enrollment);
    op.record(event);
    return enrollment;
  }

  /** Lets an enrollment rest; harmless unless it is active. */
  public static Enrollment suspend(Operation op, EventHeader header, EnrollmentId id) {
    Stored<Enrollment> stored = Enrollments.load(op.tx(), id);
    return stored.value().state() == EnrollmentState.ACTIVE
        ? apply(op, stored, new EnrollmentSuspended(header, stored.value().ref(), null))
        : stored.value();
  }

  /** Lets an enrollment go on that rests or was taken back; harmless if it does neither. */
  public static Enrollment resume(Operation op, EventHeader header, EnrollmentId id) {
    Stored<Enrollment> stored = Enrollments.load(op.tx(), id);
    EnrollmentState state = stored.value().state();
    return state == EnrollmentState.SUSPENDED || state == EnrollmentState.WITHDRAWN
        ? apply(op, stored, new EnrollmentResumed(header, stored.value().ref()))
        : stored.value();
  }

  /** Takes an enrollment back; harmless if it is closed. */
  public static Enrollment withdraw(Operation op, EventHeader header, EnrollmentId id) {
    Stored<Enrollment> stored = Enrollments.load(op.tx(), id);
    return stored.value().open()
        ? apply(op, stored, new EnrollmentWithdrawn(header, stored.value().ref(), null))
        : stored.value();
  }

  private static Enrollment apply(Operation op, Stored<Enrollment> old, EnrollmentEvent event) {
    Enrollment next = EnrollmentFold.after(old.value(), event);
    op.record(event);
    Optional<EnrollmentCompleted> done =
        Worked.completion(next, () -> op.header(event.occurredAt(), event.effectiveOn()));
    if (done.isPresent()) {
      next = EnrollmentFold.after(next, done.get());
      op.record(done.get());
    }
    op.tx().update(old, next);
    return next;
  }
}
