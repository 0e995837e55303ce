package org.lmskit.path.progress;

import java.util.Set;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.path.LearningPath;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathEvent.PathResumed;
import org.lmskit.path.progress.PathEvent.PathSuspended;
import org.lmskit.path.progress.PathEvent.PathWithdrawn;
import org.lmskit.store.Stored;

/** Enrollments on paths as duties let them rest, go on and end; for the packages above. */
public final class PathCycles {
  private PathCycles() {}

  /** The steps without which a path cannot be completed. */
  public static Set<StepId> needed(LearningPath path) {
    return Enrolling.needed(path.requirement());
  }

  /** Lets an enrollment rest; harmless unless it is active. */
  public static void suspend(Operation op, EventHeader header, Stored<PathEnrollment> old) {
    if (old.value().state() == EnrollmentState.ACTIVE) {
      Recheck.after(op, old, new PathSuspended(header, old.value().ref(), null));
    }
  }

  /** Lets an enrollment go on that rests or was taken back; harmless if it does neither. */
  public static void resume(Operation op, EventHeader header, Stored<PathEnrollment> old) {
    EnrollmentState state = old.value().state();
    if (state == EnrollmentState.SUSPENDED || state == EnrollmentState.WITHDRAWN) {
      Recheck.after(op, old, new PathResumed(header, old.value().ref()));
    }
  }

  /** Takes an enrollment back; harmless if it is closed. */
  public static void withdraw(Operation op, EventHeader header, Stored<PathEnrollment> old) {
    if (old.value().open()) {
      PathWithdrawn event = new PathWithdrawn(header, old.value().ref(), null);
      op.record(event);
      op.tx().update(old, PathFold.after(old.value(), event));
    }
  }
}
