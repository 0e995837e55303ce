package org.lmskit.learning;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.UnitChange;
import org.lmskit.learning.AttemptEvent.AttemptEnded;
import org.lmskit.learning.AttemptEvent.AttemptStarted;
import org.lmskit.learning.AttemptEvent.ScoreRecorded;
import org.lmskit.learning.AttemptEvent.TimeSpent;
import org.lmskit.learning.AttemptEvent.UnitCompleted;
import org.lmskit.learning.AttemptEvent.UnitFailed;
import org.lmskit.learning.AttemptEvent.UnitPassed;
import org.lmskit.learning.AttemptEvent.UnitProgressed;
import org.lmskit.learning.EnrollmentEvent.CompletionCorrected;
import org.lmskit.learning.EnrollmentEvent.CompletionWithdrawn;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.learning.EnrollmentEvent.EnrollmentResumed;
import org.lmskit.learning.EnrollmentEvent.EnrollmentSuspended;
import org.lmskit.learning.EnrollmentEvent.EnrollmentWithdrawn;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;

/** An enrollment after one more of its events: the only way in which one changes. */
final class EnrollmentFold {
  private EnrollmentFold() {}

  static Enrollment after(Enrollment old, LearningEvent event) {
    if (event instanceof EnrollmentWithdrawn) {
      return in(old, EnrollmentState.WITHDRAWN, event);
    }
    if (event instanceof EnrollmentSuspended) {
      return in(old, EnrollmentState.SUSPENDED, event);
    }
    if (event instanceof EnrollmentResumed) {
      return in(old, EnrollmentState.ACTIVE, event);
    }
    if (event instanceof CompletionWithdrawn) {
      return withoutCompletion(old, event);
    }
    if (event instanceof EnrollmentCompleted done) {
      return completed(old, done, done.success(), done.scoreOrNull());
    }
    if (event instanceof CompletionCorrected done) {
      return completed(old, done, done.success(), done.scoreOrNull());
    }
    return event instanceof AttemptEvent inAttempt ? attempt(old, inAttempt) : old;
  }

  /** After a migration, for which the new version is needed. */
  static Enrollment migrated(Enrollment old, EnrollmentMigrated event, CourseVersion to) {
    List<UnitResult> units = to.course().units().stream()
        .map(unit -> event.mapping().stream()
            .filter(change -> unit.id().equals(change.toOrNull()))
            .filter(change -> change.kind() == UnitChange.Kind.EQUIVALENT)
            .map(change -> old.unit(Objects.requireNonNull(change.fromOrNull())))
            .findFirst()
            .map(result -> result.carriedTo(unit))
            .orElseGet(() -> UnitResult.untouched(unit)))
        .toList();
    return new Enrollment(
        event.of(),
        old.openedAt(),
        old.state(),
        old.stateSince(),
        old.startedAtOrNull(),
        old.completedOrNull(),
        units,
        to.course().completionOrNull(),
        old.time(),
        event.occurredAt(),
        old.completedByOrNull());
  }

  private static Enrollment attempt(Enrollment old, AttemptEvent event) {
    int number = event.at().number();
    if (event instanceof AttemptStarted started) {
      return started(old, started);
    }
    if (event instanceof UnitProgressed progressed) {
      return unit(old, event, unit -> unit.progressed(progressed.share()));
    }
    if (event instanceof UnitCompleted) {
      return unit(old, event, unit -> unit.completed(number, event.occurredAt()));
    }
    if (event instanceof UnitPassed) {
      return unit(old, event, unit -> unit.decided(number, Success.PASSED, event.occurredAt()));
    }
    if (event instanceof UnitFailed) {
      return unit(old, event, unit -> unit.decided(number, Success.FAILED, event.occurredAt()));
    }
    if (event instanceof ScoreRecorded scored) {
      return unit(old, event, unit -> unit.scored(number, scored.score(), event.occurredAt()));
    }
    if (event instanceof AttemptEnded) {
      return unit(old, event, unit -> unit.ended(number));
    }
    return event instanceof TimeSpent spent ? worked(old, spent) : old;
  }

  private static Enrollment in(Enrollment old, EnrollmentState state, LearningEvent event) {
    return new Enrollment(
        old.ref(),
        old.openedAt(),
        state,
        event.occurredAt(),
        old.startedAtOrNull(),
        old.completedOrNull(),
        old.units(),
        old.completionOrNull(),
        old.time(),
        old.versionSinceOrNull(),
        old.completedByOrNull());
  }

  private static Enrollment withoutCompletion(Enrollment old, LearningEvent event) {
    return new Enrollment(
        old.ref(),
        old.openedAt(),
        EnrollmentState.WITHDRAWN,
        event.occurredAt(),
        old.startedAtOrNull(),
        null,
        old.units(),
        old.completionOrNull(),
        old.time(),
        old.versionSinceOrNull(),
        null);
  }

  private static Enrollment completed(
      Enrollment old, EnrollmentEvent event, Success success, @Nullable Score score) {
    Completed completed = new Completed(event.occurredAt(), event.effectiveOn(), success, score);
    return new Enrollment(
        old.ref(),
        old.openedAt(),
        EnrollmentState.COMPLETED,
        event.occurredAt(),
        old.startedAtOrNull(),
        completed,
        old.units(),
        old.completionOrNull(),
        old.time(),
        old.versionSinceOrNull(),
        event.id());
  }

  private static Enrollment started(Enrollment old, AttemptStarted event) {
    Instant at = event.occurredAt();
    Instant known = old.startedAtOrNull();
    return with(
        unit(old, event, unit -> unit.started(event.at().number(), at)),
        Latest.earlier(known, at),
        old.time());
  }

  private static Enrollment worked(Enrollment old, TimeSpent event) {
    Ranges time = old.time().plus(event.from().toEpochMilli(), event.to().toEpochMilli());
    return with(
        unit(old, event, unit -> unit.worked(event.from(), event.to())),
        old.startedAtOrNull(),
        time);
  }

  private static Enrollment unit(
      Enrollment old, AttemptEvent event, UnaryOperator<UnitResult> change) {
    UnitId id = event.at().unit();
    List<UnitResult> units =
        old.units().stream().map(u -> u.unit().equals(id) ? change.apply(u) : u).toList();
    return new Enrollment(
        old.ref(),
        old.openedAt(),
        old.state(),
        old.stateSince(),
        old.startedAtOrNull(),
        old.completedOrNull(),
        units,
        old.completionOrNull(),
        old.time(),
        old.versionSinceOrNull(),
        old.completedByOrNull());
  }

  private static Enrollment with(Enrollment old, @Nullable Instant startedAt, Ranges time) {
    return new Enrollment(
        old.ref(),
        old.openedAt(),
        old.state(),
        old.stateSince(),
        startedAt,
        old.completedOrNull(),
        old.units(),
        old.completionOrNull(),
        time,
        old.versionSinceOrNull(),
        old.completedByOrNull());
  }
}
