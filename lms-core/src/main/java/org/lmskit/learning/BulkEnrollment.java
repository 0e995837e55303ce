package org.lmskit.learning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Scope;
import org.lmskit.learning.EnrollmentEvent.EnrollmentOpened;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Problem;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;

/** Enrolls many learners on a course: some hundreds a transaction, read and written together. */
final class BulkEnrollment {
  private static final int BATCH = 500;

  private final Scope scope;
  private final CourseId course;
  private final List<Problem> problems = new ArrayList<>();
  private int enrolled;
  private int already;

  /** What one transaction did; it may run several times before it is committed. */
  private record Batch(int enrolled, int already, List<Problem> problems) {}

  BulkEnrollment(Scope scope, CourseId course) {
    this.scope = scope;
    this.course = course;
  }

  BulkReport take(Collection<LearnerId> learners) {
    List<LearnerId> all = List.copyOf(new LinkedHashSet<>(learners));
    for (int from = 0; from < all.size(); from += BATCH) {
      List<LearnerId> some = all.subList(from, Math.min(all.size(), from + BATCH));
      Batch batch =
          scope.write("enrollments.enrollAll", course.value(), op -> new Writing(op).take(some));
      enrolled += batch.enrolled();
      already += batch.already();
      problems.addAll(batch.problems());
    }
    return new BulkReport(enrolled, already, problems);
  }

  /** One transaction. */
  private final class Writing {
    private final Operation op;
    private final CourseVersion version;
    private final List<Enrollment> opened = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();

    Writing(Operation op) {
      this.op = op;
      this.version =
          Catalog.current(op, course).orElseThrow(() -> NotFoundException.of("course", course));
    }

    Batch take(List<LearnerId> learners) {
      Map<LearnerId, LearnerKey> keys = Learners.keysOf(op, learners);
      Map<LearnerKey, List<Enrollment>> before = before(keys.values());
      Map<LearnerKey, LocalDate> days = Appointments.daysOf(op, keys.values());
      int open = 0;
      for (LearnerId learner : learners) {
        LearnerKey key = Objects.requireNonNull(keys.get(learner));
        List<Enrollment> cycles = before.getOrDefault(key, List.of());
        if (cycles.stream().anyMatch(Enrollment::open)) {
          open++;
        } else if (cycles.stream().anyMatch(one -> one.completed().isPresent())) {
          findings.add(Problem.warning(
              "ENROLL-COMPLETED",
              learner.value(),
              "He completed course " + course
                  + " before; enroll him by himself if he is to take it again."));
        } else {
          open(key, cycles.size() + 1, Objects.requireNonNull(days.get(key)));
        }
      }
      op.tx().insert(Enrollment.KIND, opened);
      return new Batch(opened.size(), open, findings);
    }

    private void open(LearnerKey learner, int cycle, LocalDate day) {
      EnrollmentRef ref = new EnrollmentRef(
          new EnrollmentId(op.newId()),
          Enrollments.registration(op),
          learner,
          course,
          version.number(),
          cycle);
      EnrollmentOpened event = new EnrollmentOpened(op.header(day), ref);
      opened.add(Enrollment.opened(event, version));
      op.record(event);
    }

    private Map<LearnerKey, List<Enrollment>> before(Collection<LearnerKey> keys) {
      Map<LearnerKey, List<Enrollment>> found = new HashMap<>();
      // By learner alone: asked for the course too, a database looks through all who are on it.
      Query<Enrollment> all = Query.of(Enrollment.KIND)
          .whereAny("learner", keys.stream().map(LearnerKey::value).toList());
      for (Stored<Enrollment> stored : op.tx().list(all)) {
        if (stored.value().course().equals(course)) {
          found
              .computeIfAbsent(stored.value().learner(), key -> new ArrayList<>())
              .add(stored.value());
        }
      }
      return found;
    }
  }
}
