package org.lmskit.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.learning.Success;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.Rational;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;

/**
 * What a learner reached at one unit of a course that was scored.
 *
 * @param learner who
 * @param name as it is printed; empty if unknown
 * @param enrollment in which enrollment
 * @param unit at which unit
 * @param attempts how many he made
 * @param success whether any was successful
 * @param score the one that counts by the unit's policy
 * @param shareOrNull of what could be reached, 0 to 1, exact; null if the score does not say what could be
 */
public record ScoreRow(
    LearnerId learner,
    String name,
    EnrollmentId enrollment,
    UnitId unit,
    int attempts,
    Success success,
    Score score,
    @Nullable Rational shareOrNull) {
  static final List<Column<ScoreRow>> COLUMNS = List.of(
      new Column<>("learner", ScoreRow::learner),
      new Column<>("name", ScoreRow::name),
      new Column<>("enrollment", ScoreRow::enrollment),
      new Column<>("unit", ScoreRow::unit),
      new Column<>("attempts", ScoreRow::attempts),
      new Column<>("success", ScoreRow::success),
      new Column<>("raw", row -> row.score().rawOrNull()),
      new Column<>("max", row -> row.score().maxOrNull()),
      new Column<>("share", ScoreRow::shareOrNull));

  /** What was reached of what could be, 0 to 1. */
  public Optional<Rational> share() {
    return Optional.ofNullable(shareOrNull);
  }
}
