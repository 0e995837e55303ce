package org.lmskit.scorm;

import java.util.List;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Request;

/** What the content type is asked; each brings the course, which is too large to store anew. */
sealed interface ScormRequest {
  /** The course of the unit's package. */
  ScormCourse course();

  /** Who learns, and on which terms. */
  ScormLearner learner();

  /** The launch that it is about. */
  String launch();

  /** A new launch: begins, resumes, or goes on with what is delivered. */
  record Open(ScormCourse course, ScormLearner learner, String launch) implements ScormRequest {}

  /** A numbered batch of calls of content; a call named begin starts its page. */
  record Calls(
      ScormCourse course, ScormLearner learner, String launch, long sequence, List<ApiCall> calls)
      implements ScormRequest {}

  /** A navigation request of the learner. */
  record Navigate(ScormCourse course, ScormLearner learner, String launch, Request request)
      implements ScormRequest {}
}
