package org.lmskit.assignment;

import java.time.LocalDate;
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
import org.lmskit.store.Query;

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
   * Follows a duty from where it stood to where it stands.
   *
   * @param day on which it came to stand there
   * @param before where it stood; null if it was none
   * @param after where it stands; null if it never was one
   * @param duties where all of his duties stand
   * @param header of what is to be recorded
   */
  void follow(
      Subject subject,
      LocalDate day,
      @Nullable Situation before,
      @Nullable Situation after,
      Map<Subject, Assignment> duties,
      Supplier<EventHeader> header) {
    int cycles = (after == null ? 0 : after.cycle()) - (before == null ? 0 : before.cycle());
    AssignmentState state = after == null ? AssignmentState.WITHDRAWN : after.state();
    if (cycles == 0 && before != null && before.state() == state) {
      return;
    }
    if (subject.kind() == Subject.Kind.PATH) {
      PathEnrolling.follow(op, known.learner(), subject, day, state, cycles > 0, header);
      enrollments.clear();
      op.tx()
          .list(Query.of(Enrollment.KIND).where("learner", known.learner().value()))
          .forEach(stored -> enrollments.add(stored.value()));
      return;
    }
    if (state == AssignmentState.ACTIVE) {
      toDo(subject, day).ifPresent(course -> {
        boolean wasOpen = before != null
            && (before.state() == AssignmentState.ACTIVE
                || before.state() == AssignmentState.SUSPENDED);
        if (wasOpen && cycles != 0) {
          close(course, cycles < 0, header);
        }
        open(course, day, cycles > 0 ? null : after, header);
      });
      return;
    }
    for (CourseId course : library.coursesOf(subject)) {
      if (!isNeeded(course, subject, duties)) {
        end(course, state, header);
      }
    }
  }

  /** Takes back the enrollment of a cycle that is over, or that never was unless work on it began. */
  private void close(CourseId course, boolean onlyUntouched, Supplier<EventHeader> header) {
    openOn(course)
        .filter(one -> !onlyUntouched || one.startedAt().isEmpty() && hasOther(one))
        .ifPresent(one -> replace(one, Cycles.withdraw(op, header.get(), one.id())));
  }

  private boolean hasOther(Enrollment enrollment) {
    return enrollments.stream()
        .anyMatch(one -> one.course().equals(enrollment.course())
            && one.cycle() < enrollment.cycle()
            && one.state() == EnrollmentState.WITHDRAWN);
  }

  private void open(
      CourseId course, LocalDate day, @Nullable Situation goingOn, Supplier<EventHeader> header) {
    Optional<Enrollment> goesOn = openOn(course);
    if (goesOn.isEmpty() && goingOn != null) {
      goesOn = closedIn(course, goingOn);
    }
    if (goesOn.isPresent()) {
      goesOn
          .filter(one -> one.state() != EnrollmentState.ACTIVE)
          .ifPresent(one -> replace(one, Cycles.resume(op, header.get(), one.id())));
      return;
    }
    int cycles = enrollments.stream()
        .filter(one -> one.course().equals(course))
        .mapToInt(Enrollment::cycle)
        .max()
        .orElse(0);
    library
        .course(course, day)
        .ifPresent(version ->
            enrollments.add(Cycles.open(op, header.get(), known.learner(), version, cycles + 1)));
  }

  private void end(CourseId course, AssignmentState state, Supplier<EventHeader> header) {
    Optional<Enrollment> open = openOn(course);
    if (state == AssignmentState.SUSPENDED) {
      open.filter(one -> one.state() == EnrollmentState.ACTIVE)
          .ifPresent(one -> replace(one, Cycles.suspend(op, header.get(), one.id())));
    } else if (state == AssignmentState.WITHDRAWN || state == AssignmentState.EXCLUDED) {
      open.ifPresent(one -> replace(one, Cycles.withdraw(op, header.get(), one.id())));
    }
  }

  /** The course that is to be done now; of a certification that of the path which leads to an award. */
  private Optional<CourseId> toDo(Subject subject, LocalDate day) {
    if (subject.kind() == Subject.Kind.CERTIFICATION) {
      CertificationId id = new CertificationId(subject.id());
      List<PolicyVersion> versions = library.policy(id);
      if (versions.isEmpty()) {
        return Optional.empty();
      }
      Certification policy = versions.get(versions.size() - 1).policy();
      CertificationHistory history = known.certifications().get(id);
      CertificationState state =
          history == null ? CertificationState.NOT_CERTIFIED : history.stateOn(day);
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

  private Optional<Enrollment> openOn(CourseId course) {
    return enrollments.stream()
        .filter(one -> one.course().equals(course) && one.open())
        .findFirst();
  }

  /** The one that was taken back in a cycle; of several that which was opened with it, else the last. */
  private Optional<Enrollment> closedIn(CourseId course, Situation cycle) {
    return enrollments.stream()
        .filter(one -> one.course().equals(course))
        .filter(one -> one.state() == EnrollmentState.WITHDRAWN && !one.fulfilled())
        .max(Comparator.<Enrollment, Boolean>comparing(
                one -> known.person().dayOf(one.openedAt()).equals(cycle.openedOn()))
            .thenComparing(Enrollment::cycle));
  }

  private void replace(Enrollment old, Enrollment next) {
    enrollments.set(enrollments.indexOf(old), next);
  }
}
