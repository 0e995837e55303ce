package org.lmskit.admission;

import java.util.List;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;

/** What happened to policies and requests; records are built from these events alone. */
public sealed interface AdmissionEvent extends LmsEvent {
  /** The course that it is about. */
  CourseId course();

  /**
   * Somebody decided who may enroll himself on a course.
   *
   * @param header what all events have in common
   * @param course which
   * @param policy who
   */
  record AdmissionPolicySet(EventHeader header, CourseId course, AdmissionPolicy policy)
      implements AdmissionEvent {}

  /** What happened to one request. */
  sealed interface OfRequest extends AdmissionEvent {
    /** The request. */
    AdmissionRequestId request();

    /** Whose. */
    LearnerKey learner();

    @Override
    default List<LearnerKey> learners() {
      return List.of(learner());
    }
  }

  /**
   * A learner asked to be enrolled.
   *
   * @param header what all events have in common
   * @param request its id
   * @param learner whose
   * @param course on what
   */
  record AdmissionRequested(
      EventHeader header, AdmissionRequestId request, LearnerKey learner, CourseId course)
      implements OfRequest {}

  /**
   * He was enrolled.
   *
   * @param header what all events have in common
   * @param request its id
   * @param learner whose
   * @param course on what
   * @param enrollment that he has now
   */
  record AdmissionApproved(
      EventHeader header,
      AdmissionRequestId request,
      LearnerKey learner,
      CourseId course,
      EnrollmentId enrollment)
      implements OfRequest {}

  /**
   * He was not enrolled.
   *
   * @param header what all events have in common
   * @param request its id
   * @param learner whose
   * @param course on what
   * @param note the digest of the reason
   */
  record AdmissionDeclined(
      EventHeader header,
      AdmissionRequestId request,
      LearnerKey learner,
      CourseId course,
      Sha256 note)
      implements OfRequest {}

  /**
   * He no longer asks.
   *
   * @param header what all events have in common
   * @param request its id
   * @param learner whose
   * @param course on what
   */
  record AdmissionWithdrawn(
      EventHeader header, AdmissionRequestId request, LearnerKey learner, CourseId course)
      implements OfRequest {}
}
