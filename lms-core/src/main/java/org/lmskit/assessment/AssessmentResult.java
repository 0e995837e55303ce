package org.lmskit.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.model.Rational;

/**
 * What counts of all graded attempts on a unit.
 *
 * @param policy which attempt's score counts
 * @param scaled the share of the most possible points, exact; the mean of the attempts under AVERAGE
 * @param passed whether that is enough
 * @param attemptOrNull the number of the attempt that counts; null under AVERAGE
 */
public record AssessmentResult(
    ScorePolicy policy,
    Rational scaled,
    boolean passed,
    @Nullable Integer attemptOrNull) {
  /** @param rows of one unit in one enrollment, in the order of the attempts */
  static Optional<AssessmentResult> of(ScorePolicy policy, List<ScoreRow> rows) {
    List<ScoreRow> graded = rows.stream().filter(ScoreRow::graded).toList();
    if (graded.isEmpty()) {
      return Optional.empty();
    }
    ScoreRow first = graded.get(0);
    ScoreRow last = graded.get(graded.size() - 1);
    return Optional.of(
        switch (policy) {
          case FIRST -> of(policy, first);
          case LAST -> of(policy, last);
          case BEST -> of(policy, best(graded));
          case AVERAGE -> {
            Rational mean = mean(graded);
            yield new AssessmentResult(policy, mean, isEnough(mean, last.passingOrNull()), null);
          }
        });
  }

  private static AssessmentResult of(ScorePolicy policy, ScoreRow row) {
    return new AssessmentResult(policy, row.scaled(), row.passed(), row.number());
  }

  /** Of equals the first. */
  private static ScoreRow best(List<ScoreRow> rows) {
    ScoreRow best = rows.get(0);
    for (ScoreRow row : rows) {
      best = row.scaled().compareTo(best.scaled()) > 0 ? row : best;
    }
    return best;
  }

  private static Rational mean(List<ScoreRow> rows) {
    return rows.stream()
        .map(ScoreRow::scaled)
        .reduce(Rational.ZERO, Rational::plus)
        .dividedBy(Rational.of(rows.size()));
  }

  private static boolean isEnough(Rational scaled, @Nullable BigDecimal passing) {
    return passing == null || scaled.compareTo(Rational.of(passing)) >= 0;
  }
}
