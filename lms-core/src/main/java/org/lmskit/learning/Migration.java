package org.lmskit.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.learning.AttemptEvent.AttemptEnded;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.model.UnitId;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.version.Enrollees;
import org.lmskit.version.Standing;
import org.lmskit.workforce.Learners;

/** How learners come to a later version of their course. */
final class Migration implements Enrollees<CourseVersion, Enrollment> {
  @Override
  public Kind<Enrollment> kind() {
    return Enrollment.KIND;
  }

  @Override
  public Query<Enrollment> on(CourseVersion version) {
    return Query.of(Enrollment.KIND).where("course", version.id().value());
  }

  @Override
  public Standing standing(Enrollment enrollment) {
    boolean isCompleted = enrollment.state() == EnrollmentState.COMPLETED;
    return new Standing(
        enrollment.learner(),
        enrollment.course(),
        enrollment.version(),
        enrollment.cycle(),
        enrollment.open(),
        enrollment.startedAtOrNull() != null,
        enrollment.completed().filter(done -> isCompleted).map(Completed::on).orElse(null));
  }

  @Override
  public void retrain(Operation op, Enrollment completed) {
    Enrollments.enroll(op, completed.learner(), completed.course());
  }

  @Override
  public void move(Operation op, Stored<Enrollment> stored, CourseVersion to, LocalDate day) {
    Enrollment enrollment = stored.value();
    for (int next = enrollment.version() + 1; next <= to.number(); next++) {
      CourseVersion version = Catalog.version(op.tx(), to.id(), next).orElseThrow();
      enrollment = endAttempts(op, enrollment, version.plan(), day);
      EnrollmentMigrated event = new EnrollmentMigrated(
          op.header(day),
          enrollment.ref().onVersion(next),
          enrollment.version(),
          version.plan().mapping());
      op.record(event);
      enrollment = EnrollmentFold.migrated(enrollment, event, version);
    }
    Enrollment moved = enrollment;
    Optional<EnrollmentCompleted> done =
        Worked.completion(moved, () -> Learners.header(op, moved.learner()));
    done.ifPresent(op::record);
    op.tx().update(stored, done.map(event -> EnrollmentFold.after(moved, event)).orElse(moved));
  }

  /** An attempt goes on only in a unit whose results count for the very same unit. */
  private static Enrollment endAttempts(
      Operation op, Enrollment enrollment, VersionPlan plan, LocalDate day) {
    Enrollment current = enrollment;
    for (UnitResult unit : enrollment.units()) {
      UnitId id = unit.unit();
      if (plan.equivalentOf(id).filter(id::equals).isPresent()) {
        continue;
      }
      for (Stored<Attempt> open : open(op, enrollment, id)) {
        EventHeader header = op.header(day);
        AttemptEnded event = new AttemptEnded(header, open.value().ref());
        op.record(event);
        op.tx().update(open, AttemptFold.after(open.value(), event));
        current = EnrollmentFold.after(current, event);
      }
    }
    return current;
  }

  private static List<Stored<Attempt>> open(Operation op, Enrollment enrollment, UnitId unit) {
    return op.tx()
        .list(Query.of(Attempt.KIND).where("open", Attempt.unitKey(enrollment.id(), unit)));
  }
}
