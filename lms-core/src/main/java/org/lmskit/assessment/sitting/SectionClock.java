package org.lmskit.assessment.sitting;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.TimeLimits;

/**
 * The time of a section that has limits of its own, in one attempt.
 *
 * @param section its id
 * @param limits as they were when the attempt began
 * @param enteredAtOrNull when it was entered; null while it has yet to be
 * @param deadlineOrNull the last instant at which an answer is in time; null before it is entered and without a limit
 * @param closedAtOrNull when it was left, or when time was up; null before
 */
public record SectionClock(
    String section,
    TimeLimits limits,
    @Nullable Instant enteredAtOrNull,
    @Nullable Instant deadlineOrNull,
    @Nullable Instant closedAtOrNull) {
  static SectionClock of(String section, TimeLimits limits) {
    return new SectionClock(section, limits, null, null, null);
  }

  /** When it was entered; absent while it has yet to be. */
  public Optional<Instant> enteredAt() {
    return Optional.ofNullable(enteredAtOrNull);
  }

  /** The last instant at which an answer is in time; absent before it is entered and without a limit. */
  public Optional<Instant> deadline() {
    return Optional.ofNullable(deadlineOrNull);
  }

  /** When it was left, or when time was up; absent before. */
  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAtOrNull);
  }

  /** From when on it can be left; absent if that can be done at once, or it was not entered. */
  public Optional<Instant> canBeLeftFrom() {
    return enteredAt().flatMap(at -> limits.min().map(at::plus));
  }

  /** Whether it was entered, and can still be answered as far as is known. */
  public boolean running() {
    return enteredAtOrNull != null && closedAtOrNull == null;
  }

  /** Whether time is up: the deadline itself is in time. */
  boolean isOver(Instant now) {
    return binding() && deadlineOrNull != null && now.isAfter(deadlineOrNull);
  }

  /** Whether it is running, and its deadline will close it. */
  boolean binding() {
    return running() && !limits.allowLateSubmission();
  }

  SectionClock entered(Instant at, @Nullable Instant deadline) {
    return new SectionClock(section, limits, at, deadline, null);
  }

  SectionClock closed(Instant at) {
    return new SectionClock(section, limits, enteredAtOrNull, deadlineOrNull, at);
  }
}
