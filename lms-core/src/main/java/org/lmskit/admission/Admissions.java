package org.lmskit.admission;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lmskit.admission.AdmissionEvent.AdmissionApproved;
import org.lmskit.admission.AdmissionEvent.AdmissionDeclined;
import org.lmskit.admission.AdmissionEvent.AdmissionPolicySet;
import org.lmskit.admission.AdmissionEvent.AdmissionRequested;
import org.lmskit.admission.AdmissionEvent.AdmissionWithdrawn;
import org.lmskit.admission.AdmissionEvent.OfRequest;
import org.lmskit.catalog.Catalog;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Rebuilt;
import org.lmskit.internal.Scope;
import org.lmskit.learning.Enrollments;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Learners who enroll themselves, and those who let them. Obtained from {@code lms.admissions()}; thread-safe. */
public final class Admissions {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(CourseAdmission.KIND, AdmissionRequest.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Admissions(Scope scope) {
    this.scope = scope;
  }

  /** Registers how policies and requests follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(CourseAdmission.KIND, AdmissionRequest.KIND)
        .on(
            AdmissionPolicySet.class,
            (e, all) -> all.put(CourseAdmission.KIND, new CourseAdmission(e.course(), e.policy())))
        .on(OfRequest.class, Admissions::project);
  }

  /**
   * Decides who may enroll himself on a course; requests that wait go on waiting. Telling it again changes nothing.
   *
   * @throws NotFoundException if no version of the course is published
   */
  public void allow(CourseId course, AdmissionPolicy policy) {
    scope.write("admissions.allow", course.value(), op -> allow(op, course, policy));
  }

  /** Who may enroll himself on a course; CLOSED if nobody decided that. */
  public AdmissionPolicy policy(CourseId course) {
    return scope.read("admissions.policy", course.value(), reader -> policy(reader, course));
  }

  /**
   * A learner asks to be enrolled. If the course is open he is at once; if he asks for it already, that request is returned.
   *
   * @throws NotFoundException if no version of the course is published
   * @throws RejectedException COURSE_CLOSED, ALREADY_ENROLLED
   */
  public AdmissionRequest request(LearnerId learner, CourseId course) {
    return scope.write("admissions.request", course.value(), op -> request(op, learner, course));
  }

  /**
   * Enrolls the learner who asked. One who was enrolled meanwhile keeps that enrollment.
   *
   * @throws NotFoundException if there is no such request
   * @throws RejectedException REQUEST_CLOSED
   */
  public AdmissionRequest approve(AdmissionRequestId id) {
    return decide("approve", id, Admissions::approved);
  }

  /**
   * Declines a request.
   *
   * @param reason why, in words that the learner may read
   * @throws NotFoundException if there is no such request
   * @throws RejectedException REQUEST_CLOSED, REASON_MISSING
   */
  public AdmissionRequest decline(AdmissionRequestId id, String reason) {
    return decide("decline", id, (op, old) -> {
      if (reason.isBlank()) {
        throw new RejectedException(
            AdmissionReason.REASON_MISSING, "say why request " + id + " is declined");
      }
      return new AdmissionDeclined(
          Learners.header(op, old.learner()),
          id,
          old.learner(),
          old.course(),
          PersonalText.keep(op, old.learner(), reason));
    });
  }

  /**
   * The learner no longer asks.
   *
   * @throws NotFoundException if there is no such request
   * @throws RejectedException REQUEST_CLOSED
   */
  public AdmissionRequest withdraw(AdmissionRequestId id) {
    return decide(
        "withdraw",
        id,
        (op, old) -> new AdmissionWithdrawn(
            Learners.header(op, old.learner()), id, old.learner(), old.course()));
  }

  /** The request of this id. */
  public Optional<AdmissionRequest> find(AdmissionRequestId id) {
    return scope.read(
        "admissions.find",
        id.value(),
        reader -> reader.find(AdmissionRequest.KIND, id.value()).map(Stored::value));
  }

  /** All requests of a learner, the oldest first; empty for someone unknown. */
  public Page<AdmissionRequest> of(LearnerId learner, PageRequest page) {
    return scope.read(
        "admissions.of",
        learner.value(),
        reader -> Learners.page(reader, AdmissionRequest.KIND, "learner", learner, page));
  }

  /** The requests for a course that somebody has to decide, the oldest first. */
  public Page<AdmissionRequest> waiting(CourseId course, PageRequest page) {
    return scope.read(
        "admissions.waiting",
        course.value(),
        reader -> Pages.of(
            reader, Query.of(AdmissionRequest.KIND).where("waiting_for", course.value()), page));
  }

  private static AdmissionPolicy allow(Operation op, CourseId course, AdmissionPolicy policy) {
    requireCourse(op.tx(), course);
    CourseAdmission next = new CourseAdmission(course, policy);
    Optional<Stored<CourseAdmission>> old = op.tx().find(CourseAdmission.KIND, course.value());
    if (old.filter(stored -> stored.value().equals(next)).isEmpty()) {
      old.ifPresentOrElse(
          stored -> op.tx().update(stored, next), () -> op.tx().insert(CourseAdmission.KIND, next));
      op.record(new AdmissionPolicySet(op.header(), course, policy));
    }
    return policy;
  }

  private static AdmissionRequest request(Operation op, LearnerId id, CourseId course) {
    requireCourse(op.tx(), course);
    AdmissionPolicy policy = policy(op.tx(), course);
    if (policy == AdmissionPolicy.CLOSED) {
      throw new RejectedException(
          AdmissionReason.COURSE_CLOSED, "nobody enrolls himself on course " + course);
    }
    LearnerKey learner = Learners.keyOf(op, id);
    Enrollments.open(op.tx(), learner, course).ifPresent(open -> {
      throw new RejectedException(
          AdmissionReason.ALREADY_ENROLLED, "course " + course + " in enrollment " + open.id());
    });
    Optional<AdmissionRequest> waiting = waiting(op.tx(), learner, course);
    if (waiting.isPresent()) {
      return waiting.get();
    }
    AdmissionRequested event = new AdmissionRequested(
        Learners.header(op, learner), new AdmissionRequestId(op.newId()), learner, course);
    op.record(event);
    AdmissionRequest request = AdmissionRequest.of(event);
    if (policy == AdmissionPolicy.OPEN) {
      OfRequest approved = approved(op, request);
      op.record(approved);
      request = request.after(approved);
    }
    op.tx().insert(AdmissionRequest.KIND, request);
    return request;
  }

  private static OfRequest approved(Operation op, AdmissionRequest request) {
    EnrollmentId enrollment = Enrollments.open(op.tx(), request.learner(), request.course())
        .map(open -> open.value().id())
        .orElseGet(
            () -> Enrollments.enroll(op, request.learner(), request.course()).id());
    return new AdmissionApproved(
        Learners.header(op, request.learner()),
        request.id(),
        request.learner(),
        request.course(),
        enrollment);
  }

  private AdmissionRequest decide(
      String action,
      AdmissionRequestId id,
      BiFunction<Operation, AdmissionRequest, OfRequest> decision) {
    return scope.write("admissions." + action, id.value(), op -> {
      Stored<AdmissionRequest> old = op.tx()
          .find(AdmissionRequest.KIND, id.value())
          .orElseThrow(() -> NotFoundException.of("request", id));
      if (old.value().state() != AdmissionRequest.State.WAITING) {
        throw new RejectedException(
            AdmissionReason.REQUEST_CLOSED,
            "request " + id + " is " + old.value().state() + " since "
                + old.value().stateSince());
      }
      OfRequest event = decision.apply(op, old.value());
      op.record(event);
      AdmissionRequest next = old.value().after(event);
      op.tx().update(old, next);
      return next;
    });
  }

  private static void project(OfRequest event, Rebuilt records) {
    if (event instanceof AdmissionRequested requested) {
      records.put(AdmissionRequest.KIND, AdmissionRequest.of(requested));
    } else {
      records.change(AdmissionRequest.KIND, event.request().value(), old -> old.after(event));
    }
  }

  private static AdmissionPolicy policy(Reader reader, CourseId course) {
    return reader
        .find(CourseAdmission.KIND, course.value())
        .map(stored -> stored.value().policy())
        .orElse(AdmissionPolicy.CLOSED);
  }

  private static Optional<AdmissionRequest> waiting(
      Reader reader, LearnerKey learner, CourseId course) {
    String key = AdmissionRequest.waitingKey(learner, course);
    return reader.list(Query.of(AdmissionRequest.KIND).where("waiting", key)).stream()
        .map(Stored::value)
        .findFirst();
  }

  private static void requireCourse(Reader reader, CourseId course) {
    if (!Catalog.isPublished(reader, course)) {
      throw NotFoundException.of("course", course);
    }
  }
}
