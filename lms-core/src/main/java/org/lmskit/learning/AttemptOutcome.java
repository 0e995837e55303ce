package org.lmskit.learning;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * What one attempt brought.
 *
 * @param number of the attempt
 * @param startedAt when it began
 * @param decisions whether it was successful, the earliest first, no two in a row the same
 * @param scores that it had, the earliest first, no two in a row the same
 * @param completedAtOrNull when it was completed; null if it was not
 * @param ended whether it is over
 */
public record AttemptOutcome(
    int number,
    Instant startedAt,
    List<Decision> decisions,
    List<Scoring> scores,
    @Nullable Instant completedAtOrNull,
    boolean ended) {
  /** Copies the lists. */
  public AttemptOutcome {
    decisions = List.copyOf(decisions);
    scores = List.copyOf(scores);
  }

  /**
   * Whether the attempt was successful, from a moment on until the next decision.
   *
   * @param since when
   * @param valueOrNull PASSED or FAILED; null where decisions followed each other so often that the oldest are not kept
   */
  public record Decision(Instant since, @Nullable Success valueOrNull) implements Dated {}

  /**
   * The score of the attempt, from a moment on until the next one.
   *
   * @param since when
   * @param valueOrNull the score; null where scores followed each other so often that the oldest are not kept
   */
  public record Scoring(Instant since, @Nullable Score valueOrNull) implements Dated {}

  static AttemptOutcome started(int number, Instant at) {
    return new AttemptOutcome(number, at, List.of(), List.of(), null, false);
  }

  /** Whether it was successful, by what was decided last. */
  public Success success() {
    Success last =
        decisions.isEmpty() ? null : decisions.get(decisions.size() - 1).valueOrNull();
    return last == null ? Success.UNKNOWN : last;
  }

  /** Its last score; null if it has none. */
  public @Nullable Score scoreOrNull() {
    return scores.isEmpty() ? null : scores.get(scores.size() - 1).valueOrNull();
  }

  AttemptOutcome decided(Success other, Instant at) {
    List<Decision> more =
        Dated.with(decisions, new Decision(at, other), old -> new Decision(old.since(), null));
    return new AttemptOutcome(number, startedAt, more, scores, completedAtOrNull, ended);
  }

  AttemptOutcome scored(Score score, Instant at) {
    List<Scoring> more =
        Dated.with(scores, new Scoring(at, score), old -> new Scoring(old.since(), null));
    return new AttemptOutcome(number, startedAt, decisions, more, completedAtOrNull, ended);
  }

  AttemptOutcome completed(Instant at) {
    Instant first = Latest.earlier(completedAtOrNull, at);
    return new AttemptOutcome(number, startedAt, decisions, scores, first, ended);
  }

  AttemptOutcome atEnd() {
    return new AttemptOutcome(number, startedAt, decisions, scores, completedAtOrNull, true);
  }

  /** As far as it had come at an instant. */
  AttemptOutcome asOf(Instant at) {
    boolean isCompleted = completedAtOrNull != null && !completedAtOrNull.isAfter(at);
    return new AttemptOutcome(
        number,
        startedAt,
        Dated.by(decisions, at),
        Dated.by(scores, at),
        isCompleted ? completedAtOrNull : null,
        ended);
  }

  /** Whether decision and score are known; what was replaced often is not, as of a time in between. */
  boolean isKnown() {
    return Dated.isKnown(decisions) && Dated.isKnown(scores);
  }

  /** When anything happened in it that may count. */
  Stream<Instant> moments() {
    Stream<Instant> said = Stream.concat(decisions.stream(), scores.stream()).map(Dated::since);
    return Stream.concat(said, Stream.ofNullable(completedAtOrNull));
  }
}
