package org.lmskit.assessment;

import java.util.List;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;

/** What was decided about assessments. */
public sealed interface AssessmentEvent extends LmsEvent {
  /**
   * A version was published.
   *
   * @param header what all events have in common
   * @param version all of it
   */
  record AssessmentPublished(EventHeader header, AssessmentVersion version)
      implements AssessmentEvent {}

  /**
   * A learner gets more time from now on, in attempts that run too.
   *
   * @param header what all events have in common
   * @param accommodation all of it
   */
  record AccommodationGranted(EventHeader header, Accommodation accommodation)
      implements AssessmentEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(accommodation.learner());
    }
  }
}
