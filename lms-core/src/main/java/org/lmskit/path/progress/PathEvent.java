package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.path.PathId;
import org.lmskit.path.StepChange;
import org.lmskit.path.StepId;

/** What happened to those who are on learning paths; records are built from these events alone. */
public sealed interface PathEvent extends LmsEvent {
  /** The enrollment that it is about. */
  PathRef of();

  /** The path. */
  default PathId path() {
    return of().path();
  }

  /** Whose. */
  default LearnerKey learner() {
    return of().learner();
  }

  @Override
  default List<LearnerKey> learners() {
    return List.of(learner());
  }

  /**
   * A learner was enrolled on a path, from the day on which this takes effect.
   *
   * @param header what all events have in common
   * @param of the new enrollment
   * @param anchors the days from which drip and due days count
   * @param countsAfterOrNull what was done up to this day does not count; null if everything counts
   */
  record PathEnrolled(
      EventHeader header,
      PathRef of,
      Map<DayRule.Anchor, LocalDate> anchors,
      @Nullable LocalDate countsAfterOrNull)
      implements PathEvent {
    /** Sorts the anchors. */
    public PathEnrolled {
      anchors = PathEnrollment.sorted(anchors);
    }
  }

  /**
   * The days from which drip and due days count are others than was thought.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param anchors all of them as they are now
   */
  record PathAnchored(EventHeader header, PathRef of, Map<DayRule.Anchor, LocalDate> anchors)
      implements PathEvent {
    /** Sorts the anchors. */
    public PathAnchored {
      anchors = PathEnrollment.sorted(anchors);
    }
  }

  /**
   * The path leads to an enrollment on what a step asks for, a course or a path: as long as the step is closed, so is the
   * enrollment, unless something else leads there too.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param step which step
   * @param enrollment where it leads
   */
  record PathStepEnrolled(EventHeader header, PathRef of, StepId step, EnrollmentId enrollment)
      implements PathEvent {}

  /**
   * A step is satisfied, from the day on which this takes effect. Comes again if it turns out that it was on an earlier day.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param step which step
   */
  record PathStepSatisfied(EventHeader header, PathRef of, StepId step) implements PathEvent {}

  /**
   * Somebody decided that the learner need not do a step, from the day on which this takes effect.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param step which step
   * @param note the digest of the reason
   */
  record PathStepWaived(EventHeader header, PathRef of, StepId step, Sha256 note)
      implements PathEvent {}

  /**
   * A waiver holds no longer; a completion that it led to stays.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param step which step
   * @param note the digest of the reason
   */
  record PathStepWaiverLifted(EventHeader header, PathRef of, StepId step, Sha256 note)
      implements PathEvent {}

  /**
   * The path is completed, from the day on which this takes effect; once, unless that is withdrawn.
   *
   * @param header what all events have in common
   * @param of which enrollment
   */
  record PathCompleted(EventHeader header, PathRef of) implements PathEvent {}

  /**
   * A fact that came late shows that the path was completed on an earlier day, the one on which this takes effect.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param before the day that was known before
   */
  record PathCompletedEarlier(EventHeader header, PathRef of, LocalDate before)
      implements PathEvent {}

  /**
   * Somebody took a completion away; the enrollment is closed, and the next one is a new cycle.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param note the digest of the reason
   */
  record PathCompletionWithdrawn(EventHeader header, PathRef of, Sha256 note)
      implements PathEvent {}

  /**
   * It rests from now on.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param noteOrNull the digest of what the person wrote who did it
   */
  record PathSuspended(
      EventHeader header, PathRef of, @Nullable Sha256 noteOrNull) implements PathEvent {}

  /**
   * It no longer rests.
   *
   * @param header what all events have in common
   * @param of which enrollment
   */
  record PathResumed(EventHeader header, PathRef of) implements PathEvent {}

  /**
   * It was taken back.
   *
   * @param header what all events have in common
   * @param of which enrollment
   * @param noteOrNull the digest of what the person wrote who did it
   */
  record PathWithdrawn(
      EventHeader header, PathRef of, @Nullable Sha256 noteOrNull) implements PathEvent {}

  /**
   * It moved to another version of its path.
   *
   * @param header what all events have in common
   * @param of the enrollment, already on the new version
   * @param from the number of the version before
   * @param mapping what became of each step
   */
  record PathMigrated(EventHeader header, PathRef of, int from, List<StepChange> mapping)
      implements PathEvent {
    /** Copies the mapping. */
    public PathMigrated {
      mapping = List.copyOf(mapping);
    }
  }
}
