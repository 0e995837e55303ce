package org.lmskit.assessment.grading;

import java.util.List;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.AttemptRef;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.model.Sha256;

/** How scores came to be that were not known at once, or changed. */
public sealed interface GradingEvent extends LmsEvent {
  /** The attempt that it is about. */
  AttemptRef at();

  @Override
  default List<LearnerKey> learners() {
    return List.of(at().of().learner());
  }

  /**
   * A person graded an answer.
   *
   * @param header what all events have in common
   * @param at the attempt
   * @param item as it was frozen
   * @param mark what was given
   */
  record ResponseGraded(EventHeader header, AttemptRef at, ItemRef item, Mark mark)
      implements GradingEvent {}

  /**
   * An attempt has other scores, because a key was corrected. Whoever did it is in the header.
   *
   * @param header what all events have in common
   * @param at the attempt
   * @param assessment which
   * @param mode by which
   * @param changes the items whose scores are others now
   * @param oldTotal what the attempt had earned
   * @param newTotal what it has earned now
   * @param reason the digest of the reason
   */
  record AttemptRegraded(
      EventHeader header,
      AttemptRef at,
      AssessmentId assessment,
      RegradeMode mode,
      List<ItemChange> changes,
      Rational oldTotal,
      Rational newTotal,
      Sha256 reason)
      implements GradingEvent {
    /** Copies the list. */
    public AttemptRegraded {
      changes = List.copyOf(changes);
    }
  }

  /**
   * An attempt that had passed no longer does, or its unit no longer is passed because of it. What it led to stays until a
   * person decides.
   *
   * @param header what all events have in common
   * @param at the attempt
   * @param assessment which
   * @param passedOtherwise whether the unit is passed all the same, by its policy
   */
  record PassLost(
      EventHeader header, AttemptRef at, AssessmentId assessment, boolean passedOtherwise)
      implements GradingEvent {}
}
