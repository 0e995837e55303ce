package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lmskit.catalog.Subject;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.PathId;
import org.lmskit.path.progress.PathCycles;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.path.progress.PathEnrollments;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** One learner's enrollments on learning paths as they follow his duties. */
final class PathEnrolling {
  private PathEnrolling() {}

  /**
   * Follows a duty.
   *
   * @param day on which it came to stand so
   * @param isNew whether a new cycle begins
   */
  static void follow(
      Operation op,
      LearnerKey learner,
      Subject subject,
      LocalDate day,
      AssignmentState state,
      boolean isNew,
      Supplier<EventHeader> header) {
    PathId path = new PathId(subject.id());
    Optional<Stored<PathEnrollment>> open = PathEnrollments.open(op.tx(), learner, path);
    switch (state) {
      case ACTIVE -> open(op, learner, path, day, isNew, header);
      case SUSPENDED -> open.ifPresent(old -> PathCycles.suspend(op, header.get(), old));
      case WITHDRAWN, EXCLUDED -> open.ifPresent(old -> PathCycles.withdraw(op, header.get(), old));
      default -> {}
    }
  }

  private static void open(
      Operation op,
      LearnerKey learner,
      PathId path,
      LocalDate day,
      boolean isNew,
      Supplier<EventHeader> header) {
    Optional<Stored<PathEnrollment>> goesOn = PathEnrollments.open(op.tx(), learner, path);
    if (goesOn.isEmpty() && !isNew) {
      goesOn = op
          .tx()
          .list(Query.of(PathEnrollment.KIND)
              .where("learner", learner.value())
              .where("path", path.value()))
          .stream()
          .filter(stored -> stored.value().state() == EnrollmentState.WITHDRAWN)
          .max(Comparator.comparing(stored -> stored.value().cycle()));
    }
    if (goesOn.isPresent()) {
      PathCycles.resume(op, header.get(), goesOn.get());
    } else {
      PathEnrollments.enroll(op, learner, path, day, Map.of());
    }
  }
}
