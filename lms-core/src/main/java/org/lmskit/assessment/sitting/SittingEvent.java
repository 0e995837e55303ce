package org.lmskit.assessment.sitting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.ItemScore;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.AttemptRef;
import org.lmskit.model.LearnerKey;

/** What happened in attempts on assessments. What is saved meanwhile is content's own: no event. */
public sealed interface SittingEvent extends LmsEvent {
  /** The attempt that it is about. */
  AttemptRef at();

  @Override
  default List<LearnerKey> learners() {
    return List.of(at().of().learner());
  }

  /**
   * An attempt froze its items.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param assessment which
   * @param version its number
   * @param seed with which the draw can be repeated
   * @param items in the versions that are put, in order
   * @param deadlineOrNull the last instant that is in time; null without a limit
   */
  record AssessmentStarted(
      EventHeader header,
      AttemptRef at,
      AssessmentId assessment,
      int version,
      String seed,
      List<ItemRef> items,
      @Nullable Instant deadlineOrNull)
      implements SittingEvent {
    /** Copies the list. */
    public AssessmentStarted {
      items = List.copyOf(items);
    }
  }

  /**
   * A section with limits of its own was entered, and its items were put.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param section its id
   * @param deadlineOrNull the last instant that is in time; null without a limit
   */
  record SectionEntered(
      EventHeader header,
      AttemptRef at,
      String section,
      @Nullable Instant deadlineOrNull) implements SittingEvent {}

  /**
   * A section with limits of its own can no longer be answered.
   *
   * @param header what all events have in common; it occurred at the deadline if time ran out
   * @param at which attempt
   * @param section its id
   * @param expired whether time ran out
   */
  record SectionClosed(EventHeader header, AttemptRef at, String section, boolean expired)
      implements SittingEvent {}

  /**
   * What was saved is handed in, and scored as far as no person is needed.
   *
   * @param header what all events have in common; it occurred at the deadline if time ran out
   * @param at which attempt
   * @param assessment which
   * @param version its number
   * @param expired whether time ran out
   * @param passingOrNull the share of the most possible points that passes; null if nothing has to be passed
   * @param items what each brought, in order
   */
  record AssessmentSubmitted(
      EventHeader header,
      AttemptRef at,
      AssessmentId assessment,
      int version,
      boolean expired,
      @Nullable BigDecimal passingOrNull,
      List<ItemScore> items)
      implements SittingEvent {
    /** Copies the list. */
    public AssessmentSubmitted {
      items = List.copyOf(items);
    }
  }
}
