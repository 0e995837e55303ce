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
        BigDecimal.ZERO,
        Ranges.EMPTY);
  }

  static Attempt after(Attempt old, AttemptEvent event) {
    if (event instanceof UnitPassed) {
      return decided(old, Success.PASSED);
    }
    if (event instanceof UnitFailed) {
      return decided(old, Success.FAILED);
    }
    if (event instanceof ScoreRecorded scored) {
      return scored(old, scored);
    }
    if (event instanceof AttemptEnded) {
      return with(old, event.occurredAt(), old.completedAtOrNull(), old.progress(), old.time());
    }
    if (event instanceof UnitCompleted) {
      return with(old, old.endedAtOrNull(), event.occurredAt(), BigDecimal.ONE, old.time());
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

  private static Attempt decided(Attempt old, Success success) {
    return new Attempt(
        old.ref(),
        old.startedAt(),
        old.endedAtOrNull(),
        old.completedAtOrNull(),
        success,
        old.scoreOrNull(),
        old.progress(),
        old.time());
  }

  private static Attempt scored(Attempt old, ScoreRecorded event) {
    return new Attempt(
        old.ref(),
        old.startedAt(),
        old.endedAtOrNull(),
        old.completedAtOrNull(),
        old.success(),
        event.score(),
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
        old.scoreOrNull(),
        progress,
        time);
  }
}
