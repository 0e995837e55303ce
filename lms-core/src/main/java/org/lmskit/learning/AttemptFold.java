package org.lmskit.learning;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lmskit.learning.AttemptEvent.AttemptEnded;
import org.lmskit.learning.AttemptEvent.AttemptStarted;
import org.lmskit.learning.AttemptEvent.ScoreRecorded;
import org.lmskit.learning.AttemptEvent.TimeSpent;
import org.lmskit.learning.AttemptEvent.UnitCompleted;
import org.lmskit.learning.AttemptEvent.UnitFailed;
import org.lmskit.learning.AttemptEvent.UnitPassed;
import org.lmskit.learning.AttemptEvent.UnitProgressed;
import org.lmskit.model.Score;

/** An attempt after one more of its events: the only way in which one changes. */
final class AttemptFold {
  private AttemptFold() {}

  static Attempt started(AttemptStarted event) {
    return new Attempt(
        event.at(),
        event.occurredAt(),
        null,
        null,
        Success.UNKNOWN,
        null,
        null,
        null,
        BigDecimal.ZERO,
        Ranges.EMPTY);
  }

  static Attempt after(Attempt old, AttemptEvent event) {
    if (event instanceof UnitPassed) {
      return decided(old, Success.PASSED, event.occurredAt());
    }
    if (event instanceof UnitFailed) {
      return decided(old, Success.FAILED, event.occurredAt());
    }
    if (event instanceof ScoreRecorded scored) {
      return scored(old, scored);
    }
    if (event instanceof AttemptEnded) {
      return with(old, event.occurredAt(), old.completedAtOrNull(), old.progress(), old.time());
    }
    if (event instanceof UnitCompleted) {
      Instant first = Latest.earlier(old.completedAtOrNull(), event.occurredAt());
      return with(old, old.endedAtOrNull(), first, BigDecimal.ONE, old.time());
    }
    if (event instanceof UnitProgressed progressed) {
      return with(
          old, old.endedAtOrNull(), old.completedAtOrNull(), progressed.share(), old.time());
    }
    return event instanceof TimeSpent spent ? worked(old, spent) : old;
  }

  private static Attempt worked(Attempt old, TimeSpent event) {
    Ranges time = old.time().plus(event.from().toEpochMilli(), event.to().toEpochMilli());
    return with(old, old.endedAtOrNull(), old.completedAtOrNull(), old.progress(), time);
  }

  private static Attempt decided(Attempt old, Success success, Instant at) {
    Latest<Success> next = Latest.of(old.success(), old.decidedAtOrNull()).or(success, at);
    return new Attempt(
        old.ref(),
        old.startedAt(),
        old.endedAtOrNull(),
        old.completedAtOrNull(),
        next.valueOrNull() == null ? Success.UNKNOWN : next.valueOrNull(),
        next.sinceOrNull(),
        old.scoreOrNull(),
        old.scoredAtOrNull(),
        old.progress(),
        old.time());
  }

  private static Attempt scored(Attempt old, ScoreRecorded event) {
    Latest<Score> next =
        Latest.of(old.scoreOrNull(), old.scoredAtOrNull()).or(event.score(), event.occurredAt());
    return new Attempt(
        old.ref(),
        old.startedAt(),
        old.endedAtOrNull(),
        old.completedAtOrNull(),
        old.success(),
        old.decidedAtOrNull(),
        next.valueOrNull(),
        next.sinceOrNull(),
        old.progress(),
        old.time());
  }

  private static Attempt with(
      Attempt old,
      @Nullable Instant endedAt,
      @Nullable Instant completedAt,
      BigDecimal progress,
      Ranges time) {
    return new Attempt(
        old.ref(),
        old.startedAt(),
        endedAt,
        completedAt,
        old.success(),
        old.decidedAtOrNull(),
        old.scoreOrNull(),
        old.scoredAtOrNull(),
        progress,
        time);
  }
}
