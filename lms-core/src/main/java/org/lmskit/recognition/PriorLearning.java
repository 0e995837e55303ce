package org.lmskit.recognition;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Score;
import org.lmskit.model.Sha256;
import org.lmskit.recognition.RecognitionEvent.PriorLearningRecognised;
import org.lmskit.store.Kind;

/**
 * A course counts as completed for a learner, because of something that he did elsewhere.
 *
 * @param learner who
 * @param course what it counts as
 * @param on the civil day on which he did it
 * @param scoreOrNull how well, if that is known
 * @param source the digest of where he did it
 * @param by the key of whoever recognised it
 * @param event that recorded it
 */
public record PriorLearning(
    LearnerKey learner,
    CourseId course,
    LocalDate on,
    @Nullable Score scoreOrNull,
    Sha256 source,
    LearnerKey by,
    EventId event) {
  /** Recognitions by learner, course and day, found by the first two. */
  public static final Kind<PriorLearning> KIND = Kind.<PriorLearning>mutable(
          "prior_learning", one -> id(one.learner(), one.course(), one.on()))
      .index("learner", one -> one.learner().value())
      .index("course", one -> one.course().value())
      .body(JsonBody.of(PriorLearning.class));

  static PriorLearning of(PriorLearningRecognised event) {
    return new PriorLearning(
        event.learner(),
        event.course(),
        event.effectiveOn(),
        event.scoreOrNull(),
        event.source(),
        event.header().by(),
        event.id());
  }

  /** How well he did it. */
  public Optional<Score> score() {
    return Optional.ofNullable(scoreOrNull);
  }

  static String id(LearnerKey learner, CourseId course, LocalDate on) {
    return learner.idWith(on + "\u001f" + course.value());
  }
}
