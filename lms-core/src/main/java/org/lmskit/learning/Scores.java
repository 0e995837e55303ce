package org.lmskit.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.model.Score;

/** Which of several scores counts, and how scores compare. */
public final class Scores {
  private static final BigDecimal CUT = new BigDecimal("1E-15");

  private Scores() {}

  static Optional<Score> counting(ScorePolicy policy, List<AttemptOutcome> attempts) {
    List<Score> scores = attempts.stream()
        .map(AttemptOutcome::scoreOrNull)
        .filter(Objects::nonNull)
        .toList();
    if (scores.isEmpty()) {
      return Optional.empty();
    }
    return switch (policy) {
      case FIRST -> Optional.of(scores.get(0));
      case LAST -> Optional.of(scores.get(scores.size() - 1));
      case BEST -> Optional.of(best(scores));
      case AVERAGE -> Optional.of(average(scores));
    };
  }

  /** What the attempts come to that were decided. */
  static Success success(UnitResult unit) {
    List<AttemptOutcome> decided = unit.attempts().stream()
        .filter(outcome -> outcome.success() != Success.UNKNOWN)
        .toList();
    if (decided.isEmpty()) {
      return Success.UNKNOWN;
    }
    return switch (unit.policy()) {
      case FIRST -> decided.get(0).success();
      case LAST -> decided.get(decided.size() - 1).success();
      case BEST -> any(decided);
      case AVERAGE ->
        unit.score()
            .flatMap(score -> reached(scaled(score), unit.passingOrNull()))
            .orElseGet(() -> any(decided));
    };
  }

  private static Success any(List<AttemptOutcome> decided) {
    return decided.stream().anyMatch(outcome -> outcome.success() == Success.PASSED)
        ? Success.PASSED
        : Success.FAILED;
  }

  /** Scores are cut to 16 digits towards 0: a mean that falls short by less than that reaches what passes. */
  private static Optional<Success> reached(
      @Nullable BigDecimal mean, @Nullable BigDecimal passing) {
    if (mean == null || passing == null) {
      return Optional.empty();
    }
    boolean isReached = mean.add(CUT).compareTo(passing) > 0;
    return Optional.of(isReached ? Success.PASSED : Success.FAILED);
  }

  /** The score of a course: that of its only scored unit, else the mean of the scaled scores. */
  static Optional<Score> overall(List<Score> units) {
    if (units.size() < 2) {
      return units.stream().findFirst();
    }
    List<BigDecimal> scaled =
        units.stream().map(Scores::scaled).filter(Objects::nonNull).toList();
    return scaled.isEmpty() ? Optional.empty() : Optional.of(Score.ofScaled(mean(scaled)));
  }

  /** The scaled score, or what it is by raw, min and max; null if neither is known. */
  public static @Nullable BigDecimal scaled(Score score) {
    if (score.scaledOrNull() != null) {
      return score.scaledOrNull();
    }
    BigDecimal raw = score.rawOrNull();
    BigDecimal max = score.maxOrNull();
    BigDecimal min = score.minOrNull() == null ? BigDecimal.ZERO : score.minOrNull();
    if (raw == null || max == null || max.compareTo(min) <= 0 || isOutside(raw, min, max)) {
      return null;
    }
    return raw.subtract(min).divide(max.subtract(min), MathContext.DECIMAL64);
  }

  private static boolean isOutside(BigDecimal raw, BigDecimal min, BigDecimal max) {
    return raw.compareTo(min) < 0 || raw.compareTo(max) > 0;
  }

  private static Score best(List<Score> scores) {
    Score best = scores.get(0);
    for (Score score : scores) {
      best = isHigher(score, best) ? score : best;
    }
    return best;
  }

  private static boolean isHigher(Score score, Score than) {
    BigDecimal left = scaled(score);
    BigDecimal right = scaled(than);
    if (left != null && right != null) {
      return left.compareTo(right) > 0;
    }
    if (left != null || right != null) {
      return left != null;
    }
    return score.rawOrNull() != null
        && (than.rawOrNull() == null || score.rawOrNull().compareTo(than.rawOrNull()) > 0);
  }

  private static Score average(List<Score> scores) {
    List<BigDecimal> scaled =
        scores.stream().map(Scores::scaled).filter(Objects::nonNull).toList();
    if (!scaled.isEmpty()) {
      return Score.ofScaled(mean(scaled));
    }
    List<BigDecimal> raw =
        scores.stream().map(Score::rawOrNull).filter(Objects::nonNull).toList();
    return raw.isEmpty() ? scores.get(0) : new Score(null, mean(raw), null, null);
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
  }
}
