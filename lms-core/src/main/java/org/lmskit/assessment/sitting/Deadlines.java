package org.lmskit.assessment.sitting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
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

/** When time is up, of an attempt or of a section, and what happens then. */
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
    return limit.isEmpty() ? null : after(reader, form, learner, form.startedAt(), limit.get());
  }

  private static Instant after(
      Reader reader, SittingState.Form form, LearnerKey learner, Instant start, Duration limit) {
    BigDecimal factor = Assessments.factor(reader, learner, form.assessment());
    BigDecimal millis = BigDecimal.valueOf(limit.toMillis()).multiply(factor);
    return start.plusMillis(millis.setScale(0, RoundingMode.UP).longValueExact());
  }

  /** A running section with its deadline: never later than the attempt's, never earlier than it was. */
  static SectionClock timed(
      Reader reader, SittingState state, SectionClock clock, LearnerKey learner) {
    Instant start = clock.enteredAtOrNull();
    SittingState.Form form = state.formOrNull();
    if (start == null || form == null || clock.limits().maxOrNull() == null) {
      return clock;
    }
    Instant end = after(reader, form, learner, start, clock.limits().maxOrNull());
    Instant most = state.deadlineOrNull();
    Instant cut = most != null && most.isBefore(end) ? most : end;
    Instant known = clock.deadlineOrNull();
    return clock.entered(start, known != null && known.isAfter(cut) ? known : cut);
  }

  /** For what comes next: the deadline itself is in time, so it is missed a moment later. */
  static void set(Operation op, LearnerKey learner, SittingState state) {
    String owner = owner(state.attempt());
    op.replaceTimers(
        owner,
        state.deadlines().min(Instant::compareTo).stream()
            .map(at -> new Timer(at.plusMillis(1), owner, "deadline", learner))
            .toList());
  }

  /** Hands in what was saved, as of the deadline; closes sections before. */
  static void fire(Timer timer, Operation op) {
    AttemptId id = new AttemptId(timer.owner().substring(HANDLER.length() + 1));
    Optional<Attempt> attempt =
        op.tx().find(Attempt.KIND, id.value()).map(Stored::value).filter(a -> !a.ended());
    Optional<Stored<SittingState>> stored = op.tx().find(SittingState.KIND, id.value());
    if (attempt.isEmpty() || stored.isEmpty()) {
      return;
    }
    SittingState state = SectionTimes.expire(op, attempt.get(), stored.get());
    Instant end = state.isLate(op.now()) ? state.deadlineOrNull() : nothingLeft(state);
    if (end == null) {
      set(op, attempt.get().ref().of().learner(), state);
    } else {
      Submitting.submit(op, id, end, true);
    }
  }

  /** When the last section was closed of an attempt all of whose sections are; null if something can be answered. */
  private static @Nullable Instant nothingLeft(SittingState state) {
    SittingState.Form form = state.formOrNull();
    boolean isAllClosed = form != null
        && form.parts().stream()
            .allMatch(part ->
                state.clock(part.section()).flatMap(SectionClock::closedAt).isPresent());
    return !isAllClosed
        ? null
        : state.clocks().stream()
            .flatMap(clock -> clock.closedAt().stream())
            .max(Instant::compareTo)
            .orElse(null);
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
          for (SectionClock clock : next.clocks()) {
            next = clock.running() ? next.with(timed(op.tx(), next, clock, learner)) : next;
          }
          if (!next.equals(stored.value())) {
            op.tx().update(stored, next);
            set(op, learner, next);
          }
        });
  }
}
