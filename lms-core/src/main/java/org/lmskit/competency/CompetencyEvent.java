package org.lmskit.competency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PositionId;
import org.lmskit.model.Sha256;

/** What happened to frameworks, needs and evidence; all of them are built from these events alone. */
public sealed interface CompetencyEvent extends LmsEvent {
  /** An event about evidence. */
  sealed interface OfEvidence extends CompetencyEvent {
    /** Which evidence. */
    EvidenceId evidence();

    /** Whose. */
    LearnerKey learner();

    @Override
    default List<LearnerKey> learners() {
      return List.of(learner());
    }
  }

  /**
   * A framework was published, or published anew.
   *
   * @param header what all events have in common
   * @param framework all of it
   */
  record FrameworkPublished(EventHeader header, Framework framework) implements CompetencyEvent {}

  /**
   * A position needs this, from the day on which it takes effect.
   *
   * @param header what all events have in common
   * @param position which
   * @param needs all of them
   */
  record NeedsSet(EventHeader header, PositionId position, List<Need> needs)
      implements CompetencyEvent {
    /** Copies the list. */
    public NeedsSet {
      needs = List.copyOf(needs);
    }
  }

  /**
   * What is done, held or observed is evidence from now on.
   *
   * @param header what all events have in common
   * @param mapping all of it
   */
  record EvidenceMapped(EventHeader header, EvidenceMapping mapping) implements CompetencyEvent {}

  /**
   * What is done, held or observed is evidence no more; earlier evidence stays.
   *
   * @param header what all events have in common
   * @param mapping as it was
   */
  record EvidenceMappingEnded(EventHeader header, EvidenceMapping mapping)
      implements CompetencyEvent {}

  /**
   * There is evidence of the day on which this takes effect.
   *
   * @param header what all events have in common
   * @param evidence its id
   * @param learner whose
   * @param competency of what
   * @param level on which level
   * @param validUntilOrNull the first day on which it is not valid; null for ever
   * @param source where it comes from
   * @param originOrNull the very thing of which it is; null if somebody told it
   * @param noteOrNull the digest of the note; null without one
   */
  record EvidenceRecorded(
      EventHeader header,
      EvidenceId evidence,
      LearnerKey learner,
      CompetencyId competency,
      int level,
      @Nullable LocalDate validUntilOrNull,
      EvidenceSource source,
      @Nullable EvidenceOrigin originOrNull,
      @Nullable Sha256 noteOrNull)
      implements OfEvidence {}

  /**
   * Evidence does not count any more, from the day on which this takes effect.
   *
   * @param header what all events have in common
   * @param evidence which
   * @param learner whose
   * @param noteOrNull the digest of the reason; null if it went with its origin
   */
  record EvidenceWithdrawn(
      EventHeader header,
      EvidenceId evidence,
      LearnerKey learner,
      @Nullable Sha256 noteOrNull) implements OfEvidence {}
}
