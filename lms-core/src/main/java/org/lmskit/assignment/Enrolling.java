package org.lmskit.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.CertificationState;
import org.lmskit.certification.PolicyVersion;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.learning.Cycles;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.CourseId;

/** One learner's enrollments as they follow his duties. */
final class Enrolling {
  private final Operation op;
  private final Library library;
  private final Known known;
  private final List<Enrollment> enrollments;

  Enrolling(Operation op, Library library, Known known) {
    this.op = op;
    this.library = library;
    this.known = known;
    this.enrollments = new ArrayList<>(known.enrollments());
  }

  /**
   * Follows one change of a duty.
   *
   * @param before where the duty stood; null if it was none
   * @param after where it stands; null if it never was one
   * @param duties where all of his duties stand
   * @param header of what is to be recorded
   */
  void follow(
      Telling telling,
      @Nullable Situation before,
      @Nullable Situation after,
      Map<Subject, Assignment> duties,
      Supplier<EventHeader> header) {
    boolean isSame = before != null
        && after != null
        && before.state() == after.state()
        && before.cycle() == after.cycle();
    if (isSame) {
      return;
    }
    AssignmentState state = after == null ? AssignmentState.WITHDRAWN : after.state();
    if (state == AssignmentState.ACTIVE) {
      boolean isNew =
          telling.afterOrNull() != null && (before == null || before.cycle() != after.cycle());
      toDo(telling).ifPresent(course -> open(course, isNew, header));
      return;
    }
    for (CourseId course : library.coursesOf(telling.subject())) {
      if (!isNeeded(course, telling.subject(), duties)) {
        end(course, state, header);
      }
    }
  }

  private void open(CourseId course, boolean isNew, Supplier<EventHeader> header) {
    Optional<Enrollment> last = last(course);
    boolean goesOn = last.filter(Enrollment::open).isPresent()
        || !isNew
            && last.filter(one -> one.state() == EnrollmentState.WITHDRAWN).isPresent();
    if (goesOn) {
      last.filter(one -> one.state() != EnrollmentState.ACTIVE)
          .ifPresent(one -> replace(one, Cycles.resume(op, header.get(), one.id())));
      return;
    }
    library
        .course(course)
        .ifPresent(version -> enrollments.add(Cycles.open(
            op,
            header.get(),
            known.learner(),
            version,
            last.map(Enrollment::cycle).orElse(0) + 1)));
  }

  private void end(CourseId course, AssignmentState state, Supplier<EventHeader> header) {
    Optional<Enrollment> open = last(course).filter(Enrollment::open);
    if (state == AssignmentState.SUSPENDED) {
      open.filter(one -> one.state() == EnrollmentState.ACTIVE)
          .ifPresent(one -> replace(one, Cycles.suspend(op, header.get(), one.id())));
    } else if (state == AssignmentState.WITHDRAWN || state == AssignmentState.EXCLUDED) {
      open.ifPresent(one -> replace(one, Cycles.withdraw(op, header.get(), one.id())));
    }
  }

  /** The course that is to be done now; of a certification that of the path which leads to an award. */
  private Optional<CourseId> toDo(Telling telling) {
    Subject subject = telling.subject();
    if (subject.kind() == Subject.Kind.CERTIFICATION) {
      CertificationId id = new CertificationId(subject.id());
      List<PolicyVersion> versions = library.policy(id);
      if (versions.isEmpty()) {
        return Optional.empty();
      }
      Certification policy = versions.get(versions.size() - 1).policy();
      CertificationHistory history = known.certifications().get(id);
      CertificationState state =
          history == null ? CertificationState.NOT_CERTIFIED : history.stateOn(telling.day());
      boolean renews =
          state == CertificationState.RENEWAL_DUE || state == CertificationState.IN_GRACE;
      Subject path = renews && policy.renewalOrNull() != null
          ? policy.renewalOrNull()
          : policy.primaryOrNull();
      return course(path);
    }
    return course(subject);
  }

  private static Optional<CourseId> course(@Nullable Subject subject) {
    return Optional.ofNullable(subject)
        .filter(one -> one.kind() == Subject.Kind.COURSE)
        .map(one -> new CourseId(one.id()));
  }

  private boolean isNeeded(CourseId course, Subject by, Map<Subject, Assignment> duties) {
    return duties.values().stream()
        .filter(duty -> !duty.subject().equals(by))
        .filter(duty ->
            duty.situation().filter(situation -> situation.state().isAlive()).isPresent())
        .anyMatch(duty -> library.coursesOf(duty.subject()).contains(course));
  }

  private Optional<Enrollment> last(CourseId course) {
    return enrollments.stream()
        .filter(one -> one.course().equals(course))
        .max(Comparator.comparing(Enrollment::cycle));
  }

  private void replace(Enrollment old, Enrollment next) {
    enrollments.set(enrollments.indexOf(old), next);
  }
}
