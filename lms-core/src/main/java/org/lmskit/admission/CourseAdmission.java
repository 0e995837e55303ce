package org.lmskit.admission;

import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.store.Kind;

/**
 * Who may enroll himself on a course.
 *
 * @param course which
 * @param policy who
 */
public record CourseAdmission(CourseId course, AdmissionPolicy policy) {
  /** Policies by course; a course without one is closed. */
  public static final Kind<CourseAdmission> KIND = Kind.<CourseAdmission>mutable(
          "course_admission", one -> one.course().value())
      .body(JsonBody.of(CourseAdmission.class));
}
