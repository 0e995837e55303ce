package org.lmskit.viewing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.learning.Ranges;
import org.lmskit.model.AttemptId;
import org.lmskit.store.Kind;

/**
 * How far a learner is with something that he looks at.
 *
 * @param attempt in which
 * @param seen the parts that he saw, in the units of the content's length
 * @param place where he was last, to go on from there
 * @param acknowledged whether he confirmed it
 * @param sessionOrNull the open session; null if none is
 */
public record Viewing(
    AttemptId attempt,
    Ranges seen,
    long place,
    boolean acknowledged,
    @Nullable Session sessionOrNull) {
  /** Viewings by attempt. */
  public static final Kind<Viewing> KIND = Kind.<Viewing>mutable(
          "viewing", viewing -> viewing.attempt().value())
      .body(JsonBody.of(Viewing.class));

  /**
   * A session that has not been closed.
   *
   * @param name given by whoever opened it
   * @param lastAt when something was last heard of it
   * @param active how long he worked in it
   */
  public record Session(String name, Instant lastAt, Duration active) {}

  static Viewing none(AttemptId attempt) {
    return new Viewing(attempt, Ranges.EMPTY, 0, false, null);
  }

  Viewing in(@Nullable Session session) {
    return new Viewing(attempt, seen, place, acknowledged, session);
  }

  Viewing seen(long from, long before) {
    return new Viewing(attempt, seen.plus(from, before), before, acknowledged, sessionOrNull);
  }

  Viewing confirmed() {
    return new Viewing(attempt, seen, place, true, sessionOrNull);
  }
}
