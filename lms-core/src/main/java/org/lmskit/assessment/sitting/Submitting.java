package org.lmskit.assessment.sitting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.Assessments;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.sitting.SittingEvent.AssessmentSubmitted;
import org.lmskit.internal.Operation;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Attempts;
import org.lmskit.model.AttemptId;
import org.lmskit.workforce.Learners;

/** Hands in what was saved: by the learner, or because time is up. */
final class Submitting {
  private Submitting() {}

  static ScoreRow submit(Operation op, AttemptId id, Instant at, boolean expired) {
    SittingState.Form form = Objects.requireNonNull(Reading.state(op.tx(), id).formOrNull());
    ItemBanks.foresee(op.tx(), form.items());
    Assessment assessment = Assessments.version(op.tx(), form.assessment(), form.version())
        .orElseThrow()
        .assessment();
    BigDecimal passing = assessment.passingOrNull();
    SittingRequest.Submit request =
        new SittingRequest.Submit(Reading.items(op.tx(), form), passing);
    SittingContent.Reply reply = Attempts.advance(op, id, SittingContent.TYPE, request, at);
    Attempt attempt = op.tx().find(Attempt.KIND, id.value()).orElseThrow().value();
    Deadlines.set(op, attempt.ref().of().learner(), reply.state());
    AssessmentSubmitted event = new AssessmentSubmitted(
        Learners.header(op, attempt.ref().of().learner(), at),
        attempt.ref(),
        form.assessment(),
        form.version(),
        expired,
        passing,
        reply.scores());
    ScoreRow row = SittingFold.row(event);
    op.tx().insert(ScoreRow.KIND, row);
    op.record(event);
    return row;
  }
}
