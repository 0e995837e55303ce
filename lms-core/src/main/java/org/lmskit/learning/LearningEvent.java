package org.lmskit.learning;

import java.util.List;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;

/** What happened to enrollments and in attempts; records are built from these events alone. */
public sealed interface LearningEvent extends LmsEvent permits EnrollmentEvent, AttemptEvent {
  /** The enrollment that it is about. */
  EnrollmentRef of();

  /** The id of the enrollment. */
  default EnrollmentId enrollment() {
    return of().enrollment();
  }

  /** Whose. */
  default LearnerKey learner() {
    return of().learner();
  }

  @Override
  default List<LearnerKey> learners() {
    return List.of(learner());
  }
}
