package org.lmskit.admission;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.admission.AdmissionEvent.AdmissionApproved;
import org.lmskit.admission.AdmissionEvent.AdmissionDeclined;
import org.lmskit.admission.AdmissionEvent.AdmissionRequested;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

/**
 * That a learner asked to be enrolled on a course. Built from its events alone.
 *
 * @param id which
 * @param learner whose
 * @param course on what
 * @param askedAt when
 * @param state where it stands
 * @param stateSince since when it stands there
 * @param byOrNull the key of whoever decided it; null if nobody did yet
 * @param enrollmentOrNull that he got; null if none
 * @param noteOrNull the digest of the reason for which it was declined
 */
public record AdmissionRequest(
    AdmissionRequestId id,
    LearnerKey learner,
    CourseId course,
    Instant askedAt,
    State state,
    Instant stateSince,
    @Nullable LearnerKey byOrNull,
    @Nullable EnrollmentId enrollmentOrNull,
    @Nullable Sha256 noteOrNull) {
  /** Where a request can stand. */
  public enum State {
    /** Somebody has to decide. */
    WAITING,
    /** He was enrolled. */
    APPROVED,
    /** He was not enrolled. */
    DECLINED,
    /** He no longer asks. */
    WITHDRAWN
  }

  /** Requests by id; a learner has at most one waiting for a course. */
  public static final Kind<AdmissionRequest> KIND = Kind.<AdmissionRequest>mutable(
          "admission_request", request -> request.id().value())
      .time(AdmissionRequest::askedAt)
      .index("learner", request -> request.learner().value())
      .index("waiting_for", AdmissionRequest::waitingFor)
      .unique("waiting", AdmissionRequest::waitingKey)
      .body(JsonBody.of(AdmissionRequest.class));

  static AdmissionRequest of(AdmissionRequested event) {
    return new AdmissionRequest(
        event.request(),
        event.learner(),
        event.course(),
        event.occurredAt(),
        State.WAITING,
        event.occurredAt(),
        null,
        null,
        null);
  }

  AdmissionRequest after(AdmissionEvent.OfRequest event) {
    if (event instanceof AdmissionApproved approved) {
      return in(State.APPROVED, event, approved.enrollment(), null);
    }
    return event instanceof AdmissionDeclined declined
        ? in(State.DECLINED, event, null, declined.note())
        : in(State.WITHDRAWN, event, null, null);
  }

  /** The enrollment that he got. */
  public Optional<EnrollmentId> enrollment() {
    return Optional.ofNullable(enrollmentOrNull);
  }

  static String waitingKey(LearnerKey learner, CourseId course) {
    return learner + " " + course;
  }

  private AdmissionRequest in(
      State next,
      AdmissionEvent.OfRequest event,
      @Nullable EnrollmentId enrollment,
      @Nullable Sha256 note) {
    return new AdmissionRequest(
        id,
        learner,
        course,
        askedAt,
        next,
        event.occurredAt(),
        event.header().by(),
        enrollment,
        note);
  }

  private @Nullable String waitingFor() {
    return state == State.WAITING ? course.value() : null;
  }

  private @Nullable String waitingKey() {
    return state == State.WAITING ? waitingKey(learner, course) : null;
  }
}
