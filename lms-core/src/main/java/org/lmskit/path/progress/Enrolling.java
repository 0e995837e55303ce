package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule.Anchor;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Operation;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Enrollments;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathEvent.PathEnrolled;
import org.lmskit.path.progress.PathEvent.PathStepEnrolled;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;

/** Puts a learner on a path, and on the courses and paths to which its steps lead. */
final class Enrolling {
  private final Operation op;
  private final LearnerKey learner;

  private Enrolling(Operation op, LearnerKey learner) {
    this.op = op;
    this.learner = learner;
  }

  static PathEnrollment enroll(
      Operation op, LearnerKey learner, PathId path, LocalDate on, Map<Anchor, LocalDate> given) {
    LocalDate today = Appointments.dayOf(op, learner, op.now());
    if (on.isAfter(today)) {
      throw new RejectedException(
          ProgressReason.FUTURE_DAY,
          "path " + path + " from " + on + ", today is " + today,
          Map.of("day", on.toString(), "today", today.toString()));
    }
    PathEnrollments.open(op.tx(), learner, path).ifPresent(open -> {
      throw new RejectedException(
          ProgressReason.ALREADY_ENROLLED, "path " + path + " in enrollment " + open.id());
    });
    // whose day has begun before the tenant's is on what is current that day
    LocalDate day = on.isAfter(op.today()) ? on : op.today();
    PathVersion version =
        Paths.current(op.tx(), path, day).orElseThrow(() -> NotFoundException.of("path", path));
    Enrolling enrolling = new Enrolling(op, learner);
    Map<Anchor, LocalDate> anchors = enrolling.anchors(on);
    anchors.putAll(given);
    return enrolling.enroll(version, on, anchors);
  }

  /** Leads a learner to what a step asks for; harmless if the path leads there already. */
  static PathEnrollment lead(Operation op, Stored<PathEnrollment> stored, Step step) {
    PathEnrollment old = stored.value();
    Enrolling enrolling = new Enrolling(op, old.learner());
    PathEnrollment next = enrolling.lead(old, step);
    if (!next.equals(old)) {
      op.tx().update(stored, next);
    }
    return next;
  }

  /** Leads a learner to all that the path needs in any case. */
  static PathEnrollment leadToRequired(
      Operation op, Stored<PathEnrollment> stored, LearningPath path) {
    PathEnrollment old = stored.value();
    PathEnrollment next = new Enrolling(op, old.learner()).leadToRequired(old, path);
    if (!next.equals(old)) {
      op.tx().update(stored, next);
    }
    return next;
  }

  private PathEnrollment enroll(PathVersion version, LocalDate on, Map<Anchor, LocalDate> anchors) {
    Optional<PathEnrollment> last = last(version.id());
    PathRef ref = new PathRef(
        new EnrollmentId(op.newId()),
        learner,
        version.id(),
        version.number(),
        last.map(PathEnrollment::cycle).orElse(0) + 1);
    LocalDate countsAfter = last.flatMap(PathEnrollment::completedOn).orElse(null);
    PathEnrolled event = new PathEnrolled(op.header(on), ref, anchors, countsAfter);
    op.record(event);
    PathEnrollment enrollment = leadToRequired(PathFold.enrolled(event, version), version.path());
    op.tx().insert(PathEnrollment.KIND, enrollment);
    return Recheck.of(op, enrollment);
  }

  private PathEnrollment leadToRequired(PathEnrollment enrollment, LearningPath path) {
    Set<StepId> needed = needed(path.requirement());
    PathEnrollment current = enrollment;
    for (Step step : path.steps()) {
      if (needed.contains(step.id()) && current.step(step.id()).enrollmentOrNull() == null) {
        current = lead(current, step);
      }
    }
    return current;
  }

  private PathEnrollment lead(PathEnrollment enrollment, Step step) {
    EnrollmentId known = enrollment.step(step.id()).enrollmentOrNull();
    if (known != null && isOpen(known)) {
      return enrollment;
    }
    boolean isDone = new Known(op.asking(), learner, Appointments.dayOf(op, learner, op.now()))
        .since(step.leaf(), enrollment.step(step.id()).countsAfterOrNull())
        .isPresent();
    EnrollmentId to = isDone ? null : target(enrollment, step.subject());
    if (to == null) {
      return enrollment;
    }
    PathStepEnrolled event =
        new PathStepEnrolled(op.header(enrollment.startedOn()), enrollment.ref(), step.id(), to);
    op.record(event);
    return PathFold.after(enrollment, event);
  }

  private boolean isOpen(EnrollmentId id) {
    return op.tx()
            .find(Enrollment.KIND, id.value())
            .filter(e -> e.value().open())
            .isPresent()
        || op.tx()
            .find(PathEnrollment.KIND, id.value())
            .filter(e -> e.value().open())
            .isPresent();
  }

  /** Where a step leads; null if the learner is there already by a way of his own, or nothing can be opened. */
  private @Nullable EnrollmentId target(PathEnrollment from, Subject subject) {
    if (subject.kind() == Subject.Kind.COURSE) {
      CourseId course = new CourseId(subject.id());
      return Enrollments.open(op.tx(), learner, course)
          .map(open -> led(open.value().id()))
          .orElseGet(() -> Optional.of(Enrollments.enroll(op, learner, course).id()))
          .orElse(null);
    }
    if (subject.kind() == Subject.Kind.PATH) {
      PathId path = new PathId(subject.id());
      return PathEnrollments.open(op.tx(), learner, path)
          .map(open -> led(open.value().id()))
          .orElseGet(() -> Optional.of(
              enroll(op, learner, path, from.startedOn(), from.anchors()).id()))
          .orElse(null);
    }
    return null;
  }

  private Optional<EnrollmentId> led(EnrollmentId id) {
    boolean isLed = op.tx().count(Query.of(PathEnrollment.KIND).where("leads_to", id.value())) > 0;
    return isLed ? Optional.of(id) : Optional.empty();
  }

  private Optional<PathEnrollment> last(PathId path) {
    return op
        .tx()
        .list(Query.of(PathEnrollment.KIND)
            .where("learner", learner.value())
            .where("path", path.value()))
        .stream()
        .map(Stored::value)
        .max((a, b) -> Integer.compare(a.cycle(), b.cycle()));
  }

  private Map<Anchor, LocalDate> anchors(LocalDate on) {
    Map<Anchor, LocalDate> anchors = Anchoring.of(Appointments.of(op.tx(), learner), on);
    anchors.put(Anchor.ASSIGNMENT, on);
    anchors.put(Anchor.PATH_START, on);
    return anchors;
  }

  /** The steps without which a requirement cannot be met. */
  static Set<StepId> needed(Requirement requirement) {
    if (requirement instanceof Requirement.Leaf leaf) {
      return leaf.subject().map(s -> Set.of(new StepId(s.id()))).orElse(Set.of());
    }
    if (requirement instanceof Requirement.All all) {
      return all.of().stream().flatMap(part -> needed(part).stream()).collect(Collectors.toSet());
    }
    int parts = requirement.parts().size();
    boolean needsEach = requirement instanceof Requirement.AtLeast some && some.count() == parts;
    Map<StepId, Integer> times = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    requirement.parts().forEach(part -> needed(part).forEach(s -> times.merge(s, 1, Integer::sum)));
    return times.entrySet().stream()
        .filter(entry -> needsEach || entry.getValue() == parts)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
