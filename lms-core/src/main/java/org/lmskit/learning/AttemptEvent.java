package org.lmskit.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.model.Score;

/**
 * What happened in an attempt. Content's own state is not in events: only the facts that come of it.
 * Some facts are about a part of a unit, such as one SCO of a package: they name it as the content
 * does, and never decide anything about the unit.
 */
public sealed interface AttemptEvent extends LearningEvent {
  /** The attempt that it is about. */
  AttemptRef at();

  @Override
  default EnrollmentRef of() {
    return at().of();
  }

  /**
   * An attempt began.
   *
   * @param header what all events have in common
   * @param at the new attempt
   */
  record AttemptStarted(EventHeader header, AttemptRef at) implements AttemptEvent {}

  /**
   * An attempt is over; whoever comes back begins another.
   *
   * @param header what all events have in common
   * @param at which attempt
   */
  record AttemptEnded(EventHeader header, AttemptRef at) implements AttemptEvent {}

  /**
   * Content was handed to the learner's browser.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param session names this launch and all that follows of it
   * @param partOrNull the part that was launched; null if the unit has no parts
   */
  record LaunchStarted(
      EventHeader header,
      AttemptRef at,
      String session,
      @Nullable String partOrNull) implements AttemptEvent {}

  /**
   * Launched content said that it runs.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param session the launch
   * @param partOrNull the part that runs; null if the unit has no parts
   */
  record SessionStarted(
      EventHeader header,
      AttemptRef at,
      String session,
      @Nullable String partOrNull) implements AttemptEvent {}

  /**
   * Launched content ended.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param session the launch
   * @param partOrNull the part that ended; null if the unit has no parts
   * @param duration how long the learner worked in this session
   */
  record SessionEnded(
      EventHeader header,
      AttemptRef at,
      String session,
      @Nullable String partOrNull,
      Duration duration)
      implements AttemptEvent {}

  /**
   * More of the unit is done.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param share how much, 0 to 1
   */
  record UnitProgressed(EventHeader header, AttemptRef at, BigDecimal share)
      implements AttemptEvent {}

  /**
   * The unit was completed in this attempt; again if it shows later that it was so earlier.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param scoreOrNull the attempt's score so far
   * @param time on task in this attempt so far
   */
  record UnitCompleted(
      EventHeader header, AttemptRef at, @Nullable Score scoreOrNull, Duration time)
      implements AttemptEvent {}

  /**
   * The attempt was successful.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param scoreOrNull the attempt's score so far
   * @param time on task in this attempt so far
   */
  record UnitPassed(
      EventHeader header, AttemptRef at, @Nullable Score scoreOrNull, Duration time)
      implements AttemptEvent {}

  /**
   * The attempt was not successful.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param scoreOrNull the attempt's score so far
   * @param time on task in this attempt so far
   */
  record UnitFailed(
      EventHeader header, AttemptRef at, @Nullable Score scoreOrNull, Duration time)
      implements AttemptEvent {}

  /**
   * The attempt has a new score.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param score in place of any earlier one of this attempt
   */
  record ScoreRecorded(EventHeader header, AttemptRef at, Score score) implements AttemptEvent {}

  /**
   * The learner worked.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param from since when
   * @param to until when
   */
  record TimeSpent(EventHeader header, AttemptRef at, Instant from, Instant to)
      implements AttemptEvent {}

  /**
   * The learner answered a question of the content.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param partOrNull the part that asked; null if the unit has no parts
   * @param interaction the question and the answer
   */
  record InteractionAnswered(
      EventHeader header, AttemptRef at, @Nullable String partOrNull, Interaction interaction)
      implements AttemptEvent {}

  /**
   * A part of the unit has a new result.
   *
   * @param header what all events have in common
   * @param at which attempt
   * @param result only what changed
   */
  record PartReported(EventHeader header, AttemptRef at, PartResult result)
      implements AttemptEvent {}
}
