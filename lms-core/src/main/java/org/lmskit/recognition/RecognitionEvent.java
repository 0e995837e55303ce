package org.lmskit.recognition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Score;
import org.lmskit.model.Sha256;

/** What was recognised, or no longer is. */
public sealed interface RecognitionEvent extends LmsEvent {
  /**
   * A course counts as another one from now on, or otherwise than before.
   *
   * @param header what all events have in common
   * @param equivalency all of it
   */
  record EquivalencyDeclared(EventHeader header, Equivalency equivalency)
      implements RecognitionEvent {}

  /**
   * A course no longer counts as another one; what it led to stays.
   *
   * @param header what all events have in common
   * @param equivalency as it was
   */
  record EquivalencyEnded(EventHeader header, Equivalency equivalency)
      implements RecognitionEvent {}

  /**
   * What a learner did elsewhere, on the day on which this takes effect, counts as a course.
   *
   * @param header what all events have in common
   * @param learner who
   * @param course what it counts as
   * @param scoreOrNull how well, if that is known
   * @param source the digest of where he did it
   */
  record PriorLearningRecognised(
      EventHeader header,
      LearnerKey learner,
      CourseId course,
      @Nullable Score scoreOrNull,
      Sha256 source)
      implements RecognitionEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(learner);
    }
  }

  /**
   * A recognition was taken back; what it led to stays until a person decides.
   *
   * @param header what all events have in common
   * @param learner whose
   * @param course what it counted as
   * @param on the day of what he did
   * @param note the digest of the reason
   */
  record PriorLearningWithdrawn(
      EventHeader header, LearnerKey learner, CourseId course, LocalDate on, Sha256 note)
      implements RecognitionEvent {
    @Override
    public List<LearnerKey> learners() {
      return List.of(learner);
    }
  }
}
