package org.lmskit.learning;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.UnitChange;
import org.lmskit.event.EventHeader;
import org.lmskit.model.EventId;
import org.lmskit.model.Score;
import org.lmskit.model.Sha256;

/** What happened to an enrollment as a whole. */
public sealed interface EnrollmentEvent extends LearningEvent {
  /**
   * A learner was enrolled.
   *
   * @param header what all events have in common
   * @param of the new enrollment
   */
  record EnrollmentOpened(EventHeader header, EnrollmentRef of) implements EnrollmentEvent {}

  /**
   * It was taken back.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param noteOrNull the digest of what the person wrote who did it
   */
  record EnrollmentWithdrawn(
      EventHeader header, EnrollmentRef of, @Nullable Sha256 noteOrNull)
      implements EnrollmentEvent {}

  /**
   * It rests from now on.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param noteOrNull the digest of what the person wrote who did it
   */
  record EnrollmentSuspended(
      EventHeader header, EnrollmentRef of, @Nullable Sha256 noteOrNull)
      implements EnrollmentEvent {}

  /**
   * It no longer rests.
   *
   * @param header what all events have in common
   * @param of which enrollment
   */
  record EnrollmentResumed(EventHeader header, EnrollmentRef of) implements EnrollmentEvent {}

  /**
   * Every required unit is satisfied; once in the life of an enrollment.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param success PASSED if a required unit was passed and none failed
   * @param scoreOrNull the score over all units, if there is one
   * @param time on task, no moment counted twice
   */
  record EnrollmentCompleted(
      EventHeader header,
      EnrollmentRef of,
      Success success,
      @Nullable Score scoreOrNull,
      Duration time)
      implements EnrollmentEvent {}

  /**
   * Facts that came late show that it was completed on an earlier day, the one on which this takes effect, or with another
   * result.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param corrects the event that said before when it was completed
   * @param before the day that was known before
   * @param success PASSED if a required unit was passed by then and none failed
   * @param scoreOrNull the score over all units by then, if there is one
   * @param time on task, no moment counted twice
   */
  record CompletionCorrected(
      EventHeader header,
      EnrollmentRef of,
      EventId corrects,
      LocalDate before,
      Success success,
      @Nullable Score scoreOrNull,
      Duration time)
      implements EnrollmentEvent {}

  /**
   * Somebody took a completion away; the enrollment is closed, and the next one is a new cycle.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param withdraws the event that said when it was completed
   * @param note the digest of the reason
   */
  record CompletionWithdrawn(EventHeader header, EnrollmentRef of, EventId withdraws, Sha256 note)
      implements EnrollmentEvent {}

  /**
   * It moved to another version of its course.
   *
   * @param header what all events have in common
   * @param of the enrollment, already on the new version
   * @param from the number of the version before
   * @param mapping what became of each unit
   */
  record EnrollmentMigrated(
      EventHeader header, EnrollmentRef of, int from, List<UnitChange> mapping)
      implements EnrollmentEvent {
    /** Copies the mapping. */
    public EnrollmentMigrated {
      mapping = List.copyOf(mapping);
    }
  }
}
