package org.lmskit.scorm;

import java.util.List;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.CallLog;
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

  /**
   * A numbered batch of calls of content; a call named begin starts its page.
   *
   * @param log what to keep of it
   */
  record Calls(
      ScormCourse course,
      ScormLearner learner,
      String launch,
      long sequence,
      List<ApiCall> calls,
      Logging log)
      implements ScormRequest {}

  /**
   * What the host wants to see of calls.
   *
   * @param capacity how many an attempt keeps; 0 for none
   * @param said all that content called since the last batch, as the browser tells it; empty where
   *     nobody tells more than the calls themselves
   */
  record Logging(int capacity, List<CallLog.Entry> said) {}

  /** A navigation request of the learner. */
  record Navigate(ScormCourse course, ScormLearner learner, String launch, Request request)
      implements ScormRequest {}
}
