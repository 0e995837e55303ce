package org.lmskit.assessment.sitting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentEvent.AccommodationGranted;
import org.lmskit.assessment.Assessments;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Timer;
import org.lmskit.learning.Attempt;
import org.lmskit.model.AttemptId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** When time is up, and what happens then. */
final class Deadlines {
  static final String HANDLER = "sitting";

  private Deadlines() {}

  static String owner(AttemptId attempt) {
    return HANDLER + ":" + attempt.value();
  }

  /** The last instant of an attempt that is in time; null without a limit. */
  static @Nullable Instant of(Reader reader, SittingState.Form form, LearnerKey learner) {
    Optional<Duration> limit = Assessments.version(reader, form.assessment(), form.version())
        .orElseThrow()
        .assessment()
        .timeLimit();
    if (limit.isEmpty()) {
      return null;
    }
    BigDecimal factor = Assessments.factor(reader, learner, form.assessment());
    BigDecimal millis = BigDecimal.valueOf(limit.get().toMillis()).multiply(factor);
    return form.startedAt().plusMillis(millis.setScale(0, RoundingMode.UP).longValueExact());
  }

  /** The deadline itself is in time, so it is missed a moment later. */
  static void set(Operation op, AttemptId attempt, LearnerKey learner, @Nullable Instant deadline) {
    String owner = owner(attempt);
    op.replaceTimers(
        owner,
        deadline == null
            ? List.of()
            : List.of(new Timer(deadline.plusMillis(1), owner, "deadline", learner)));
  }

  /** Hands in what was saved, as of the deadline. */
  static void fire(Timer timer, Operation op) {
    AttemptId attempt = new AttemptId(timer.owner().substring(HANDLER.length() + 1));
    boolean isOpen = op.tx()
        .find(Attempt.KIND, attempt.value())
        .filter(stored -> !stored.value().ended())
        .isPresent();
    Optional<SittingState> state =
        op.tx().find(SittingState.KIND, attempt.value()).map(Stored::value);
    Instant deadline = state.map(SittingState::deadlineOrNull).orElse(null);
    if (isOpen && deadline != null) {
      Submitting.submit(op, attempt, deadline, true);
    }
  }

  /** Lengthens what runs, from its start; what has run out before was handed in first, as it was due. */
  static void onAccommodation(AccommodationGranted event, Operation op) {
    LearnerKey learner = event.accommodation().learner();
    for (Stored<Attempt> attempt :
        op.tx().list(Query.of(Attempt.KIND).where("learner", learner.value()))) {
      if (!attempt.value().ended()) {
        lengthen(op, attempt.value().id(), learner);
      }
    }
  }

  private static void lengthen(Operation op, AttemptId attempt, LearnerKey learner) {
    op.tx()
        .find(SittingState.KIND, attempt.value())
        .filter(stored -> stored.value().submittedAtOrNull() == null)
        .ifPresent(stored -> {
          SittingState.Form form = stored.value().formOrNull();
          Instant deadline = form == null ? null : of(op.tx(), form, learner);
          SittingState next = deadline == null ? stored.value() : stored.value().until(deadline);
          if (!next.equals(stored.value())) {
            op.tx().update(stored, next);
            set(op, attempt, learner, next.deadlineOrNull());
          }
        });
  }
}
