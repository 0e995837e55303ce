package org.lmskit.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.store.Kind;

/**
 * One sitting at a unit, which may be interrupted and resumed. Built from its events alone.
 *
 * @param ref which, in which enrollment
 * @param startedAt when it began
 * @param endedAtOrNull when it ended; null while it can be resumed
 * @param completedAtOrNull when the unit was first completed in it; null if it was not
 * @param success whether it was successful, by what was decided last
 * @param decidedAtOrNull since when that is so; null while nothing is decided
 * @param scoreOrNull its last score, if it has one
 * @param scoredAtOrNull since when it has that score
 * @param progress how much of the unit was done in it, 0 to 1
 * @param time on task in it, as ranges of epoch milliseconds
 */
public record Attempt(
    AttemptRef ref,
    Instant startedAt,
    @Nullable Instant endedAtOrNull,
    @Nullable Instant completedAtOrNull,
    Success success,
    @Nullable Instant decidedAtOrNull,
    @Nullable Score scoreOrNull,
    @Nullable Instant scoredAtOrNull,
    BigDecimal progress,
    Ranges time) {
  /** Attempts by id; a unit of an enrollment has at most one that can be resumed. */
  public static final Kind<Attempt> KIND = Kind.<Attempt>mutable(
          "attempt", attempt -> attempt.id().value())
      .time(Attempt::startedAt)
      .index("enrollment", attempt -> attempt.enrollment().value())
      .index("learner", attempt -> attempt.ref().of().learner().value())
      .unique("number", a -> numberKey(a.ref()))
      .unique("open", a -> a.ended() ? null : unitKey(a.enrollment(), a.unit()))
      .body(JsonBody.of(Attempt.class));

  /** Its id. */
  public AttemptId id() {
    return ref.attempt();
  }

  /** The enrollment that it belongs to. */
  public EnrollmentId enrollment() {
    return ref.of().enrollment();
  }

  /** The unit that is worked on. */
  public UnitId unit() {
    return ref.unit();
  }

  /** 1 for the first attempt on this unit in this enrollment. */
  public int number() {
    return ref.number();
  }

  /** Whether it is over. */
  public boolean ended() {
    return endedAtOrNull != null;
  }

  /** Whether the unit was completed in it. */
  public boolean completed() {
    return completedAtOrNull != null;
  }

  /** When it ended. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAtOrNull);
  }

  /** Its score. */
  public Optional<Score> score() {
    return Optional.ofNullable(scoreOrNull);
  }

  /** Time on task in it. */
  public Duration timeOnTask() {
    return Duration.ofMillis(time.length());
  }

  /** A unit that has to be redone in a later version counts its attempts anew. */
  private static String numberKey(AttemptRef ref) {
    return unitKey(ref.of().enrollment(), ref.unit()) + " " + ref.of().version() + " "
        + ref.number();
  }

  static String unitKey(EnrollmentId enrollment, UnitId unit) {
    return enrollment + " " + unit;
  }
}
