package org.lmskit.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * What one attempt brought.
 *
 * @param number of the attempt
 * @param startedAt when it began
 * @param success whether it was successful
 * @param decidedAtOrNull since when that is so; null while nothing is decided
 * @param scoreOrNull its score, if it has one
 * @param scoredAtOrNull since when it has that score
 * @param completedAtOrNull when it was completed; null if it was not
 * @param ended whether it is over
 */
public record AttemptOutcome(
    int number,
    Instant startedAt,
    Success success,
    @Nullable Instant decidedAtOrNull,
    @Nullable Score scoreOrNull,
    @Nullable Instant scoredAtOrNull,
    @Nullable Instant completedAtOrNull,
    boolean ended) {
  static AttemptOutcome started(int number, Instant at) {
    return new AttemptOutcome(number, at, Success.UNKNOWN, null, null, null, null, false);
  }

  AttemptOutcome decided(Success other, Instant at) {
    Latest<Success> next = Latest.of(success, decidedAtOrNull).or(other, at);
    return new AttemptOutcome(
        number,
        startedAt,
        next.valueOrNull() == null ? Success.UNKNOWN : next.valueOrNull(),
        next.sinceOrNull(),
        scoreOrNull,
        scoredAtOrNull,
        completedAtOrNull,
        ended);
  }

  AttemptOutcome scored(Score score, Instant at) {
    Latest<Score> next = Latest.of(scoreOrNull, scoredAtOrNull).or(score, at);
    return new AttemptOutcome(
        number,
        startedAt,
        success,
        decidedAtOrNull,
        next.valueOrNull(),
        next.sinceOrNull(),
        completedAtOrNull,
        ended);
  }

  AttemptOutcome completed(Instant at) {
    return new AttemptOutcome(
        number,
        startedAt,
        success,
        decidedAtOrNull,
        scoreOrNull,
        scoredAtOrNull,
        Latest.earlier(completedAtOrNull, at),
        ended);
  }

  AttemptOutcome atEnd() {
    return new AttemptOutcome(
        number,
        startedAt,
        success,
        decidedAtOrNull,
        scoreOrNull,
        scoredAtOrNull,
        completedAtOrNull,
        true);
  }

  /** As far as it had come at an instant. */
  AttemptOutcome asOf(Instant at) {
    boolean isDecided = isBy(decidedAtOrNull, at);
    boolean isScored = isBy(scoredAtOrNull, at);
    return new AttemptOutcome(
        number,
        startedAt,
        isDecided ? success : Success.UNKNOWN,
        isDecided ? decidedAtOrNull : null,
        isScored ? scoreOrNull : null,
        isScored ? scoredAtOrNull : null,
        isBy(completedAtOrNull, at) ? completedAtOrNull : null,
        ended);
  }

  private static boolean isBy(@Nullable Instant when, Instant at) {
    return when != null && !when.isAfter(at);
  }
}
