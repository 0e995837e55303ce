package org.lmskit.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.learning.AttemptEvent.AttemptEnded;
import org.lmskit.learning.AttemptEvent.InteractionAnswered;
import org.lmskit.learning.AttemptEvent.LaunchStarted;
import org.lmskit.learning.AttemptEvent.PartReported;
import org.lmskit.learning.AttemptEvent.ScoreRecorded;
import org.lmskit.learning.AttemptEvent.SessionEnded;
import org.lmskit.learning.AttemptEvent.SessionStarted;
import org.lmskit.learning.AttemptEvent.TimeSpent;
import org.lmskit.learning.AttemptEvent.UnitCompleted;
import org.lmskit.learning.AttemptEvent.UnitFailed;
import org.lmskit.learning.AttemptEvent.UnitPassed;
import org.lmskit.learning.AttemptEvent.UnitProgressed;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;

/**
 * What facts make of an attempt and its enrollment.
 *
 * @param attempt afterwards
 * @param enrollment afterwards
 * @param events that led there
 */
record Worked(Attempt attempt, Enrollment enrollment, List<LearningEvent> events) {
  Worked {
    events = List.copyOf(events);
  }

  static Worked of(Attempt attempt, Enrollment enrollment) {
    return new Worked(attempt, enrollment, List.of());
  }

  /**
   * Takes facts in their order; what is known already changes nothing.
   *
   * @param at when they happened
   * @param headers gives each event its own
   */
  Worked with(List<Fact> facts, Instant at, Function<Instant, EventHeader> headers) {
    Supplier<EventHeader> header = () -> headers.apply(at);
    Worked worked = this;
    for (Fact fact : facts) {
      AttemptEvent event = worked.event(fact, header);
      worked = event == null ? worked : worked.after(event);
    }
    boolean isByThese = !enrollment.fulfilled() && worked.enrollment().fulfilled();
    return isByThese || enrollment.state() == EnrollmentState.ACTIVE
        ? worked.completing(at, headers)
        : worked;
  }

  /** Completes an active enrollment whose required units are all satisfied. */
  static Optional<EnrollmentCompleted> completion(
      Enrollment enrollment, Supplier<EventHeader> header) {
    return enrollment.state() == EnrollmentState.ACTIVE
        ? done(enrollment, header)
        : Optional.empty();
  }

  private static Optional<EnrollmentCompleted> done(
      Enrollment enrollment, Supplier<EventHeader> header) {
    return enrollment.completedOrNull() == null && enrollment.fulfilled()
        ? Optional.of(new EnrollmentCompleted(
            header.get(),
            enrollment.ref(),
            enrollment.success(),
            enrollment.score().orElse(null),
            enrollment.timeOnTask()))
        : Optional.empty();
  }

  /**
   * By what was just done; it rests or was taken back, and is completed all the same. What became known late may not have been
   * the last that was done.
   */
  private Worked completing(Instant at, Function<Instant, EventHeader> headers) {
    return done(enrollment, () -> headers.apply(enrollment.fulfilledAt().orElse(at)))
        .map(done -> new Worked(attempt, EnrollmentFold.after(enrollment, done), plus(done)))
        .orElse(this);
  }

  private Worked after(AttemptEvent event) {
    return new Worked(
        AttemptFold.after(attempt, event), EnrollmentFold.after(enrollment, event), plus(event));
  }

  private List<LearningEvent> plus(LearningEvent event) {
    List<LearningEvent> more = new ArrayList<>(events);
    more.add(event);
    return more;
  }

  private @Nullable AttemptEvent event(Fact fact, Supplier<EventHeader> header) {
    AttemptRef at = attempt.ref();
    if (fact instanceof Fact.Launched f) {
      return new LaunchStarted(header.get(), at, f.session(), f.partOrNull());
    }
    if (fact instanceof Fact.Initialized f) {
      return new SessionStarted(header.get(), at, f.session(), f.partOrNull());
    }
    if (fact instanceof Fact.Terminated f) {
      return new SessionEnded(header.get(), at, f.session(), f.partOrNull(), f.duration());
    }
    if (fact instanceof Fact.Answer f) {
      return new InteractionAnswered(header.get(), at, f.partOrNull(), f.interaction());
    }
    if (fact instanceof Fact.Part f) {
      return new PartReported(header.get(), at, f.result());
    }
    if (fact instanceof Fact.End) {
      return attempt.ended() ? null : new AttemptEnded(header.get(), at);
    }
    return change(fact, header);
  }

  private @Nullable AttemptEvent change(Fact fact, Supplier<EventHeader> header) {
    AttemptRef at = attempt.ref();
    if (fact instanceof Fact.Time f) {
      return isWorked(f) ? null : new TimeSpent(header.get(), at, f.from(), f.to());
    }
    if (fact instanceof Fact.Score f) {
      boolean isKnown = f.score().equals(attempt.scoreOrNull());
      return isKnown ? null : new ScoreRecorded(header.get(), at, f.score());
    }
    if (fact instanceof Fact.Progress f) {
      boolean isMore = f.share().compareTo(attempt.progress()) > 0;
      return isMore ? new UnitProgressed(header.get(), at, f.share()) : null;
    }
    if (fact instanceof Fact.Completion) {
      return attempt.completed()
          ? null
          : new UnitCompleted(header.get(), at, attempt.scoreOrNull(), attempt.timeOnTask());
    }
    return decision((Fact.Success) fact, header);
  }

  private @Nullable AttemptEvent decision(Fact.Success fact, Supplier<EventHeader> header) {
    Success next = fact.passed() ? Success.PASSED : Success.FAILED;
    if (attempt.success() == next) {
      return null;
    }
    return fact.passed()
        ? new UnitPassed(header.get(), attempt.ref(), attempt.scoreOrNull(), attempt.timeOnTask())
        : new UnitFailed(header.get(), attempt.ref(), attempt.scoreOrNull(), attempt.timeOnTask());
  }

  private boolean isWorked(Fact.Time fact) {
    Ranges time = attempt.time();
    return time.plus(fact.from().toEpochMilli(), fact.to().toEpochMilli()).equals(time);
  }
}
