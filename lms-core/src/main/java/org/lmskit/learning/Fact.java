package org.lmskit.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What content has to say about an attempt, in the order in which it happened; a score and time come
 * before the success that they go with. A fact that is known already is repeated without harm: only
 * changes become events.
 */
public sealed interface Fact {
  /**
   * Content is handed to the learner's browser.
   *
   * @param session names this launch and all that follows of it
   * @param partOrNull the part that is launched; null if the unit has no parts
   */
  record Launched(String session, @Nullable String partOrNull) implements Fact {}

  /**
   * Launched content says that it runs.
   *
   * @param session the launch
   * @param partOrNull the part; null if the unit has no parts
   */
  record Initialized(String session, @Nullable String partOrNull) implements Fact {}

  /**
   * The learner worked; overlaps count once.
   *
   * @param from since when
   * @param to until when, not before {@code from}
   */
  record Time(Instant from, Instant to) implements Fact {
    /** @throws IllegalArgumentException if it is backwards */
    public Time {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("time from " + from + " to " + to);
      }
    }
  }

  /**
   * The attempt's score, in place of an earlier one.
   *
   * @param score as the content reports it
   */
  record Score(org.lmskit.model.Score score) implements Fact {}

  /**
   * How much of the unit is done.
   *
   * @param share 0 to 1; less than before changes nothing
   */
  record Progress(BigDecimal share) implements Fact {
    /** @throws IllegalArgumentException if the share is outside 0 to 1 */
    public Progress {
      if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("progress outside 0..1: " + share);
      }
    }
  }

  /**
   * A question was answered.
   *
   * @param partOrNull the part that asked; null if the unit has no parts
   * @param interaction the question and the answer
   */
  record Answer(@Nullable String partOrNull, Interaction interaction) implements Fact {}

  /**
   * A part of the unit has a new result; it decides nothing about the unit.
   *
   * @param result only what changed
   */
  record Part(PartResult result) implements Fact {}

  /** The unit is completed. */
  record Completion() implements Fact {}

  /**
   * Whether the attempt was successful.
   *
   * @param passed false if it failed
   */
  record Success(boolean passed) implements Fact {}

  /**
   * Launched content ended.
   *
   * @param session the launch
   * @param partOrNull the part; null if the unit has no parts
   * @param duration how long the learner worked in this session
   */
  record Terminated(String session, @Nullable String partOrNull, Duration duration)
      implements Fact {}

  /** The attempt is over; without this it can be resumed. */
  record End() implements Fact {}
}
