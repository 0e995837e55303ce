package org.lmskit.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.learning.AttemptOutcome;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.Rational;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;

/** What was reached of what could be, exact: of assessments by their items, whose sums a decimal score may have cut. */
final class Shares {
  private final Map<At, Rational> assessed = new HashMap<>();

  private record At(EnrollmentId enrollment, UnitId unit, int attempt) {}

  private Shares() {}

  /** Of some enrollments, at most 1,000. */
  static Shares of(Reader reader, List<Source.Taken> all) {
    Shares shares = new Shares();
    List<String> ids = all.stream().map(one -> one.enrollment().id().value()).toList();
    reader.list(Query.of(ScoreRow.KIND).whereAny("enrollment", ids)).forEach(stored -> {
      ScoreRow row = stored.value();
      shares.assessed.put(new At(row.enrollment(), row.unit(), row.number()), row.scaled());
    });
    return shares;
  }

  /** By the unit's policy, 0 to 1; absent if no score says what could be reached. */
  Optional<Rational> counting(EnrollmentId enrollment, UnitResult result) {
    List<Optional<Rational>> scored = result.attempts().stream()
        .filter(attempt -> attempt.scoreOrNull() != null)
        .map(attempt -> share(new At(enrollment, result.unit(), attempt.number()), attempt))
        .toList();
    if (scored.isEmpty()) {
      return Optional.empty();
    }
    List<Rational> known = scored.stream().flatMap(Optional::stream).toList();
    Optional<Rational> counting = switch (result.policy()) {
      case FIRST -> scored.get(0);
      case LAST -> scored.get(scored.size() - 1);
      case BEST -> known.stream().max(Comparator.naturalOrder());
      case AVERAGE -> mean(known);
    };
    return counting.map(Shares::inside);
  }

  private Optional<Rational> share(At at, AttemptOutcome attempt) {
    Rational exact = assessed.get(at);
    return exact == null
        ? Optional.ofNullable(attempt.scoreOrNull()).flatMap(Shares::of)
        : Optional.of(exact);
  }

  /** Of points between a least and a most, where both are known; else the scaled score. */
  private static Optional<Rational> of(Score score) {
    BigDecimal raw = score.rawOrNull();
    BigDecimal max = score.maxOrNull();
    if (raw != null && max != null) {
      Rational min = score.min().map(Rational::of).orElse(Rational.ZERO);
      Rational range = Rational.of(max).minus(min);
      if (range.signum() > 0) {
        return Optional.of(Rational.of(raw).minus(min).dividedBy(range));
      }
    }
    return score.scaled().map(Rational::of);
  }

  private static Optional<Rational> mean(List<Rational> shares) {
    return shares.stream()
        .reduce(Rational::plus)
        .map(sum -> sum.dividedBy(Rational.of(shares.size())));
  }

  private static Rational inside(Rational share) {
    return share.compareTo(Rational.ONE) > 0 ? Rational.ONE : share.max(Rational.ZERO);
  }
}
