package org.lmskit.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of several things that were said, the one of the latest date holds, in whatever order they became known.
 *
 * @param valueOrNull what holds; null while nothing was said
 * @param sinceOrNull since when it does
 */
record Latest<T>(@Nullable T valueOrNull, @Nullable Instant sinceOrNull) {
  static <T> Latest<T> of(@Nullable T value, @Nullable Instant since) {
    return new Latest<>(value, since);
  }

  /** After one more was said; of one date the one that became known last holds. */
  Latest<T> or(T other, Instant at) {
    if (other.equals(valueOrNull)) {
      return new Latest<>(valueOrNull, earlier(sinceOrNull, at));
    }
    boolean isReplaced = sinceOrNull != null && at.isBefore(sinceOrNull);
    return isReplaced ? this : new Latest<>(other, at);
  }

  static Instant earlier(@Nullable Instant known, Instant at) {
    return known != null && known.isBefore(at) ? known : at;
  }
}
