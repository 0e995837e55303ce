package org.lmskit.learning;

import java.util.UUID;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;

/**
 * Names an enrollment and what it is about, in events and records.
 *
 * @param enrollment which
 * @param registration the UUID under which statements about it are found
 * @param learner whose
 * @param course on what
 * @param version the number of the version to which the learner is pinned
 * @param cycle 1 for the first time that this learner takes this course
 */
public record EnrollmentRef(
    EnrollmentId enrollment,
    UUID registration,
    LearnerKey learner,
    CourseId course,
    int version,
    int cycle) {
  EnrollmentRef onVersion(int next) {
    return new EnrollmentRef(enrollment, registration, learner, course, next, cycle);
  }
}
