package org.lmskit.assessment.sitting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentReason;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.sitting.SittingEvent.SectionClosed;
import org.lmskit.assessment.sitting.SittingEvent.SectionEntered;
import org.lmskit.internal.Operation;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Attempts;
import org.lmskit.model.AttemptId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/** Sections that have limits of their own: entered, left, closed when time is up. */
final class SectionTimes {
  private static final String SECTION = "section";

  private SectionTimes() {}

  static List<SectionClock> of(Assessment assessment) {
    return assessment.sections().stream()
        .flatMap(section ->
            section.timeLimits().stream().map(limits -> SectionClock.of(section.id(), limits)))
        .toList();
  }

  /** One that was entered goes on. */
  static void enter(Operation op, AttemptId id, String section) {
    SittingState state = current(op, id, section);
    SectionClock clock = state.clock(section).orElse(null);
    if (clock == null || clock.running()) {
      return;
    }
    requireOpen(clock, id, op.now());
    Attempt attempt = attempt(op, id);
    LearnerKey learner = attempt.ref().of().learner();
    SectionClock begun = clock.entered(op.now(), null);
    SectionClock entered = Deadlines.timed(op.tx(), state, begun, learner);
    SittingState next = Attempts.advance(
            op, id, SittingContent.TYPE, new SittingRequest.Enter(entered))
        .state();
    Deadlines.set(op, learner, next);
    op.record(new SectionEntered(
        Learners.header(op, learner), attempt.ref(), section, entered.deadlineOrNull()));
  }

  /** One that was closed stays so. */
  static void leave(Operation op, AttemptId id, String section) {
    SittingState state = current(op, id, section);
    SectionClock clock = state.clock(section).orElse(null);
    if (clock == null || clock.closedAtOrNull() != null) {
      return;
    }
    requireEntered(clock, id);
    requireLongEnough(clock, op.now());
    Attempt attempt = attempt(op, id);
    LearnerKey learner = attempt.ref().of().learner();
    SittingState next = Attempts.advance(
            op, id, SittingContent.TYPE, new SittingRequest.Leave(clock))
        .state();
    Deadlines.set(op, learner, next);
    op.record(new SectionClosed(Learners.header(op, learner), attempt.ref(), section, false));
  }

  /** Closes what time is up for, as of each deadline. */
  static SittingState expire(Operation op, Attempt attempt, Stored<SittingState> stored) {
    SittingState state = stored.value();
    for (SectionClock clock : state.clocks()) {
      Instant deadline = clock.deadlineOrNull();
      if (clock.isOver(op.now()) && deadline != null) {
        state = state.with(clock.closed(deadline));
        op.record(new SectionClosed(
            Learners.header(op, attempt.ref().of().learner(), deadline),
            attempt.ref(),
            clock.section(),
            true));
      }
    }
    if (!state.equals(stored.value())) {
      op.tx().update(stored, state);
    }
    return state;
  }

  /** Refuses an answer to a section that is not open. */
  static void requireAnswerable(SittingState state, ItemId item, Instant now) {
    Optional<SectionClock> clock = state.clock(item);
    clock.ifPresent(one -> {
      requireEntered(one, state.attempt());
      requireOpen(one, state.attempt(), now);
    });
  }

  /** Refuses to hand in what has to be looked at longer. */
  static void requireLongEnough(SectionClock clock, Instant now) {
    Instant from = clock.canBeLeftFrom().orElse(Instant.MIN);
    if (clock.running() && now.isBefore(from)) {
      throw new RejectedException(
          AssessmentReason.TOO_SOON,
          "section " + clock.section() + " can be left from " + from + ", now it is " + now,
          Map.of(SECTION, clock.section(), "opensAt", from.toString(), "now", now.toString()));
    }
  }

  private static SittingState current(Operation op, AttemptId id, String section) {
    op.tx()
        .find(Attempt.KIND, id.value())
        .ifPresent(found -> op.catchUp(List.of(found.value().ref().of().learner())));
    SittingState state = Reading.state(op.tx(), id);
    SittingContent.requireInTime(state, op.now());
    if (!state.hasSection(section)) {
      throw new RejectedException(
          AssessmentReason.NOT_IN_ATTEMPT,
          "attempt " + id + " has no section " + section,
          Map.of(SECTION, section));
    }
    return state;
  }

  private static Attempt attempt(Operation op, AttemptId id) {
    return op.tx().find(Attempt.KIND, id.value()).orElseThrow().value();
  }

  private static void requireEntered(SectionClock clock, AttemptId attempt) {
    if (clock.enteredAtOrNull() == null) {
      throw new RejectedException(
          AssessmentReason.SECTION_NOT_ENTERED,
          "section " + clock.section() + " of attempt " + attempt + " has yet to be entered",
          Map.of(SECTION, clock.section()));
    }
  }

  private static void requireOpen(SectionClock clock, AttemptId attempt, Instant now) {
    String which = "section " + clock.section() + " of attempt " + attempt;
    boolean isExpired =
        clock.closedAtOrNull() != null && clock.closedAtOrNull().equals(clock.deadlineOrNull());
    if (clock.isOver(now) || isExpired && now.isAfter(clock.closedAtOrNull())) {
      String deadline = String.valueOf(clock.deadlineOrNull());
      throw new RejectedException(
          AssessmentReason.DEADLINE_PASSED,
          which + " ended at " + deadline + ", now it is " + now,
          Map.of(SECTION, clock.section(), "deadline", deadline, "now", now.toString()));
    }
    if (clock.closedAtOrNull() != null) {
      throw new RejectedException(
          AssessmentReason.SECTION_CLOSED,
          which + " was left at " + clock.closedAtOrNull(),
          Map.of(SECTION, clock.section(), "closedAt", clock.closedAtOrNull().toString()));
    }
  }
}
