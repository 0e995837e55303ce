package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.Map;
import org.lmskit.internal.Operation;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.progress.PathEvent.PathMigrated;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.version.Enrollees;
import org.lmskit.version.Standing;
import org.lmskit.workforce.Appointments;

/** How learners come to a later version of their path. */
final class PathMigration implements Enrollees<PathVersion, PathEnrollment> {
  @Override
  public Kind<PathEnrollment> kind() {
    return PathEnrollment.KIND;
  }

  @Override
  public Query<PathEnrollment> on(PathVersion version) {
    return Query.of(PathEnrollment.KIND).where("path", version.id().value());
  }

  @Override
  public Standing standing(PathEnrollment enrollment) {
    boolean isCompleted = enrollment.state() == EnrollmentState.COMPLETED;
    return new Standing(
        enrollment.learner(),
        enrollment.path(),
        enrollment.version(),
        enrollment.cycle(),
        enrollment.open(),
        enrollment.started(),
        isCompleted ? enrollment.completedOnOrNull() : null);
  }

  @Override
  public void retrain(Operation op, PathEnrollment completed) {
    LocalDate today = Appointments.dayOf(op, completed.learner(), op.now());
    Enrolling.enroll(op, completed.learner(), completed.path(), today, Map.of());
  }

  @Override
  public void move(Operation op, Stored<PathEnrollment> stored, PathVersion to, LocalDate day) {
    PathEnrollment enrollment = stored.value();
    for (int next = enrollment.version() + 1; next <= to.number(); next++) {
      PathVersion version = Paths.version(op.tx(), to.id(), next).orElseThrow();
      PathMigrated event = new PathMigrated(
          op.header(day),
          enrollment.ref().onVersion(next),
          enrollment.version(),
          version.plan().mapping());
      op.record(event);
      enrollment = PathFold.migrated(enrollment, event, version);
    }
    op.tx().update(stored, enrollment);
    op.tx()
        .find(PathEnrollment.KIND, enrollment.id().value())
        .ifPresent(moved -> Enrolling.leadToRequired(op, moved, to.path()));
    Recheck.of(op, enrollment);
  }
}
