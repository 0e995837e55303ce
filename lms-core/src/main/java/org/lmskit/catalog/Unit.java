package org.lmskit.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.UnitId;

/**
 * The smallest part of a course that is tracked.
 *
 * @param id unique within the course
 * @param title shown to learners
 * @param content what it is made of
 * @param prerequisites units that have to be satisfied before this one opens
 * @param required whether the course cannot be completed without it
 * @param maxAttempts how often it may be tried; 0 for any number
 * @param scorePolicy which attempt counts
 * @param passingOrNull the scaled score that passes where the mean of the attempts counts; null where an attempt itself says
 *     whether it was passed
 */
public record Unit(
    UnitId id,
    Text title,
    UnitContent content,
    List<UnitId> prerequisites,
    boolean required,
    int maxAttempts,
    ScorePolicy scorePolicy,
    @Nullable BigDecimal passingOrNull) {
  /** @throws IllegalArgumentException if the number of attempts is negative */
  public Unit {
    if (maxAttempts < 0) {
      throw new IllegalArgumentException("unit " + id + " with " + maxAttempts + " attempts");
    }
    prerequisites = List.copyOf(prerequisites);
  }

  /** A required unit without prerequisites that may be tried any number of times; BEST counts. */
  public static Unit of(String id, String title, UnitContent content) {
    return new Unit(
        new UnitId(id), Text.of(title), content, List.of(), true, 0, ScorePolicy.BEST, null);
  }

  /** The same with this title. */
  public Unit withTitle(Text next) {
    return new Unit(
        id, next, content, prerequisites, required, maxAttempts, scorePolicy, passingOrNull);
  }

  /** The same, open only when this other unit is satisfied too. */
  public Unit after(String unit) {
    List<UnitId> more = new ArrayList<>(prerequisites);
    more.add(new UnitId(unit));
    return new Unit(id, title, content, more, required, maxAttempts, scorePolicy, passingOrNull);
  }

  /** The same, not needed for completing the course. */
  public Unit optional() {
    return new Unit(
        id, title, content, prerequisites, false, maxAttempts, scorePolicy, passingOrNull);
  }

  /** The same with at most so many attempts; 0 for any number. */
  public Unit withMaxAttempts(int most) {
    return new Unit(id, title, content, prerequisites, required, most, scorePolicy, passingOrNull);
  }

  /** The same with another choice of the attempt that counts. */
  public Unit withScorePolicy(ScorePolicy policy) {
    return new Unit(
        id, title, content, prerequisites, required, maxAttempts, policy, passingOrNull);
  }

  /** The same, passed by this scaled score where the mean of the attempts counts; null if attempts say it themselves. */
  public Unit withPassing(@Nullable BigDecimal scaled) {
    return new Unit(id, title, content, prerequisites, required, maxAttempts, scorePolicy, scaled);
  }
}
