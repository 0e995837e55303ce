package org.lmskit.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.lmskit.learning.EnrollmentEvent.CompletionCorrected;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.model.Score;

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
   * @param isLate whether that is past, so that others that happened later may be known already
   * @param headers gives each event its own
   */
  Worked with(
      List<Fact> facts, Instant at, boolean isLate, Function<Instant, EventHeader> headers) {
    Supplier<EventHeader> header = () -> headers.apply(at);
    Worked worked = this;
    for (Fact fact : facts) {
      AttemptEvent event = worked.isNews(fact, at) ? worked.event(fact, header) : null;
      worked = event == null ? worked : worked.after(event);
    }
    return isLate
        ? worked.judgedByDates(enrollment, at, headers)
        : worked.judged(enrollment, at, headers);
  }

  /** By what was just done; it rests or was taken back, and is completed all the same. */
  private Worked judged(Enrollment before, Instant at, Function<Instant, EventHeader> headers) {
    boolean isDone = before.completedOrNull() == null && enrollment.fulfilled();
    return isDone && (isActive() || !before.fulfilled())
        ? completing(
            new Fulfilment(at, enrollment.success(), enrollment.score().orElse(null)), headers)
        : this;
  }

  /** The same by the dates of all that is known: what became known late may not have been the last that was done. */
  private Worked judgedByDates(
      Enrollment before, Instant at, Function<Instant, EventHeader> headers) {
    Completed known = before.completedOrNull();
    if (known != null && at.isAfter(known.at())) {
      return this;
    }
    Optional<Fulfilment> then = Fulfilment.of(before);
    Optional<Fulfilment> now = Fulfilment.of(enrollment);
    if (now.isEmpty()) {
      return this;
    }
    if (known == null) {
      return isActive() || then.isEmpty() ? completing(now.get(), headers) : this;
    }
    return corrects(now.get(), then, known) ? correcting(now.get(), known, headers) : this;
  }

  /** A late fact moves a completion to the earlier day that it shows itself, or changes what was reached on the known one. */
  private static boolean corrects(Fulfilment now, Optional<Fulfilment> then, Completed known) {
    if (now.at().equals(known.at())) {
      return !Optional.of(now).equals(then);
    }
    boolean isEarlier = then.isEmpty() || now.at().isBefore(then.get().at());
    return isEarlier && now.at().isBefore(known.at());
  }

  private boolean isActive() {
    return enrollment.state() == EnrollmentState.ACTIVE;
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

  private Worked completing(Fulfilment done, Function<Instant, EventHeader> headers) {
    return and(new EnrollmentCompleted(
        headers.apply(done.at()),
        enrollment.ref(),
        done.success(),
        done.scoreOrNull(),
        enrollment.timeOnTask()));
  }

  private Worked correcting(
      Fulfilment done, Completed known, Function<Instant, EventHeader> headers) {
    return and(new CompletionCorrected(
        headers.apply(done.at()),
        enrollment.ref(),
        Objects.requireNonNull(enrollment.completedByOrNull()),
        known.on(),
        done.success(),
        done.scoreOrNull(),
        enrollment.timeOnTask()));
  }

  private Worked and(EnrollmentEvent event) {
    return new Worked(attempt, EnrollmentFold.after(enrollment, event), plus(event));
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
    if (fact instanceof Fact.Progress f) {
      boolean isMore = f.share().compareTo(attempt.progress()) > 0;
      return isMore ? new UnitProgressed(header.get(), at, f.share()) : null;
    }
    if (fact instanceof Fact.Score f) {
      return new ScoreRecorded(header.get(), at, f.score());
    }
    if (fact instanceof Fact.Completion) {
      return new UnitCompleted(header.get(), at, attempt.scoreOrNull(), attempt.timeOnTask());
    }
    return ((Fact.Success) fact).passed()
        ? new UnitPassed(header.get(), at, attempt.scoreOrNull(), attempt.timeOnTask())
        : new UnitFailed(header.get(), at, attempt.scoreOrNull(), attempt.timeOnTask());
  }

  /** A result that changes nothing is known already, or was replaced by what happened later. */
  private boolean isNews(Fact fact, Instant at) {
    if (fact instanceof Fact.Score f) {
      Latest<Score> known = Latest.of(attempt.scoreOrNull(), attempt.scoredAtOrNull());
      return !known.or(f.score(), at).equals(known);
    }
    if (fact instanceof Fact.Success f) {
      Success next = f.passed() ? Success.PASSED : Success.FAILED;
      Latest<Success> known = Latest.of(attempt.success(), attempt.decidedAtOrNull());
      return !known.or(next, at).equals(known);
    }
    return !(fact instanceof Fact.Completion)
        || attempt.completedAtOrNull() == null
        || at.isBefore(attempt.completedAtOrNull());
  }

  private boolean isWorked(Fact.Time fact) {
    Ranges time = attempt.time();
    return time.plus(fact.from().toEpochMilli(), fact.to().toEpochMilli()).equals(time);
  }
}
