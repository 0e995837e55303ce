package org.lmskit.learning;

import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.internal.Rebuilt;
import org.lmskit.learning.AttemptEvent.AttemptStarted;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.learning.EnrollmentEvent.EnrollmentOpened;

/** Enrollments and attempts as their events make them. */
final class LearningProjection {
  private LearningProjection() {}

  static void enrollment(LearningEvent event, Rebuilt records) {
    if (event instanceof EnrollmentOpened opened) {
      records.put(Enrollment.KIND, Enrollment.opened(opened, version(event, records)));
      return;
    }
    records.change(
        Enrollment.KIND,
        event.enrollment().value(),
        old -> event instanceof EnrollmentMigrated moved
            ? EnrollmentFold.migrated(old, moved, version(event, records))
            : EnrollmentFold.after(old, event));
  }

  static void attempt(AttemptEvent event, Rebuilt records) {
    if (event instanceof AttemptStarted started) {
      records.put(Attempt.KIND, AttemptFold.started(started));
    } else {
      records.change(
          Attempt.KIND, event.at().attempt().value(), old -> AttemptFold.after(old, event));
    }
  }

  private static CourseVersion version(LearningEvent event, Rebuilt records) {
    return Catalog.version(records.reader(), event.of().course(), event.of().version())
        .orElseThrow(() -> new IllegalStateException(
            "no event published the version of enrollment " + event.enrollment()));
  }
}
