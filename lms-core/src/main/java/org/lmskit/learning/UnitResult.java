package org.lmskit.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Unit;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;

/**
 * How far a learner is with one unit, over all attempts.
 *
 * @param unit which
 * @param required whether the course needs it
 * @param maxAttempts how often it may be tried; 0 for any number
 * @param policy which attempt counts
 * @param passingOrNull the scaled score that passes where their mean counts; null where an attempt itself says whether it
 *     was passed
 * @param completedAtOrNull when it was completed first, in whatever order that became known; null if it was not
 * @param progress how much is done, 0 to 1; never less than before
 * @param attempts what each attempt brought, in the order in which they began
 * @param time on task as ranges of epoch milliseconds, no moment twice
 */
public record UnitResult(
    UnitId unit,
    boolean required,
    int maxAttempts,
    ScorePolicy policy,
    @Nullable BigDecimal passingOrNull,
    @Nullable Instant completedAtOrNull,
    BigDecimal progress,
    List<AttemptOutcome> attempts,
    Ranges time) {
  /** Copies the list. */
  public UnitResult {
    attempts = List.copyOf(attempts);
  }

  /** Nothing was done yet. */
  static UnitResult untouched(Unit unit) {
    return new UnitResult(
        unit.id(),
        unit.required(),
        unit.maxAttempts(),
        unit.scorePolicy(),
        unit.passingOrNull(),
        null,
        BigDecimal.ZERO,
        List.of(),
        Ranges.EMPTY);
  }

  /** When it was completed first. */
  public Optional<Instant> completedAt() {
    return Optional.ofNullable(completedAtOrNull);
  }

  /** Whether it was completed. */
  public boolean completed() {
    return completedAtOrNull != null;
  }

  /**
   * By the unit's policy, of the attempts that were decided: what the first or the last came to, or the mean of all scores;
   * under BEST, PASSED if any was passed. UNKNOWN while none is decided.
   */
  public Success success() {
    return Scores.success(this);
  }

  /** Whether it is completed and not failed: what completing the course needs. */
  public boolean satisfied() {
    return completed() && success() != Success.FAILED;
  }

  /** The score that counts by the unit's policy. */
  public Optional<Score> score() {
    return Scores.counting(policy, attempts);
  }

  /** Time on task. */
  public Duration timeOnTask() {
    return Duration.ofMillis(time.length());
  }

  /** How many attempts were started. */
  public int attemptCount() {
    return attempts.size();
  }

  /** Whether no further attempt is possible. */
  public boolean exhausted() {
    return maxAttempts > 0
        && attempts.size() >= maxAttempts
        && attempts.stream().allMatch(AttemptOutcome::ended);
  }

  /** Whether no further attempt can change whether it is passed. */
  public boolean settled() {
    boolean isFirstDecided = policy == ScorePolicy.FIRST
        && !attempts.isEmpty()
        && attempts.get(0).ended()
        && attempts.get(0).success() != Success.UNKNOWN;
    return isFirstDecided || exhausted();
  }

  UnitResult started(int number, Instant at) {
    List<AttemptOutcome> more = new ArrayList<>(attempts);
    more.add(AttemptOutcome.started(number, at));
    more.sort(Comparator.comparing(AttemptOutcome::startedAt));
    return with(completedAtOrNull, progress, more, time);
  }

  UnitResult progressed(BigDecimal share) {
    return with(completedAtOrNull, progress.max(share), attempts, time);
  }

  UnitResult completed(int number, Instant at) {
    boolean isFirst = completedAtOrNull == null || at.isBefore(completedAtOrNull);
    UnitResult marked = with(number, outcome -> outcome.completed(at));
    return marked.with(isFirst ? at : completedAtOrNull, BigDecimal.ONE, marked.attempts(), time);
  }

  UnitResult decided(int number, Success success, Instant at) {
    return with(number, outcome -> outcome.decided(success, at));
  }

  UnitResult scored(int number, Score score, Instant at) {
    return with(number, outcome -> outcome.scored(score, at));
  }

  /** As far as it had come at an instant. */
  UnitResult asOf(Instant at) {
    List<AttemptOutcome> begun = attempts.stream()
        .filter(outcome -> !outcome.startedAt().isAfter(at))
        .map(outcome -> outcome.asOf(at))
        .toList();
    boolean isCompleted = completedAtOrNull != null && !completedAtOrNull.isAfter(at);
    return with(isCompleted ? completedAtOrNull : null, progress, begun, time);
  }

  /** Whether it is known what each attempt came to; as of an earlier time it may not be. */
  boolean isKnown() {
    return attempts.stream().allMatch(AttemptOutcome::isKnown);
  }

  /** When anything happened that may have satisfied it. */
  Stream<Instant> moments() {
    return attempts.stream().flatMap(AttemptOutcome::moments);
  }

  UnitResult ended(int number) {
    return with(number, AttemptOutcome::atEnd);
  }

  private UnitResult with(int number, UnaryOperator<AttemptOutcome> change) {
    List<AttemptOutcome> changed =
        attempts.stream().map(o -> o.number() == number ? change.apply(o) : o).toList();
    return with(completedAtOrNull, progress, changed, time);
  }

  UnitResult worked(Instant from, Instant to) {
    return with(
        completedAtOrNull, progress, attempts, time.plus(from.toEpochMilli(), to.toEpochMilli()));
  }

  /** The same results, counted for the unit of another version. */
  UnitResult carriedTo(Unit later) {
    return new UnitResult(
        later.id(),
        later.required(),
        later.maxAttempts(),
        later.scorePolicy(),
        later.passingOrNull(),
        completedAtOrNull,
        progress,
        attempts,
        time);
  }

  private UnitResult with(
      @Nullable Instant completed, BigDecimal share, List<AttemptOutcome> outcomes, Ranges worked) {
    return new UnitResult(
        unit, required, maxAttempts, policy, passingOrNull, completed, share, outcomes, worked);
  }
}
