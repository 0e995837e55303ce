package org.lmskit.assessment.sitting;

import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.sitting.SittingEvent.AssessmentSubmitted;

/** What was scored follows from the submission alone. */
final class SittingFold {
  private SittingFold() {}

  static ScoreRow row(AssessmentSubmitted event) {
    return new ScoreRow(
        event.at().attempt(),
        event.at().of().enrollment(),
        event.at().of().course(),
        event.at().unit(),
        event.at().of().learner(),
        event.at().number(),
        event.assessment(),
        event.version(),
        event.occurredAt(),
        event.passingOrNull(),
        event.items());
  }
}
