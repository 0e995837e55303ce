package org.lmskit.assessment.sitting;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer was saved.
 *
 * @param answered how many items of the attempt have an answer now
 * @param items how many it has
 * @param deadlineOrNull the last instant at which an answer to this item is in time; null without a limit
 */
public record SavedAnswer(int answered, int items, @Nullable Instant deadlineOrNull) {
  /** The last instant at which an answer is in time; absent without a limit. */
  public Optional<Instant> deadline() {
    return Optional.ofNullable(deadlineOrNull);
  }
}
