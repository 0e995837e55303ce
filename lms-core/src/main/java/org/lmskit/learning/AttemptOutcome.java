package org.lmskit.learning;

import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * What one attempt brought.
 *
 * @param number of the attempt
 * @param success whether it was successful
 * @param scoreOrNull its score, if it has one
 * @param ended whether it is over
 */
public record AttemptOutcome(
    int number, Success success, @Nullable Score scoreOrNull, boolean ended) {
  AttemptOutcome with(Success decided) {
    return new AttemptOutcome(number, decided, scoreOrNull, ended);
  }

  AttemptOutcome with(Score score) {
    return new AttemptOutcome(number, success, score, ended);
  }

  AttemptOutcome atEnd() {
    return new AttemptOutcome(number, success, scoreOrNull, true);
  }
}
