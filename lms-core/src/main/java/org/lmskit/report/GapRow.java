package org.lmskit.report;

import java.util.List;
import org.lmskit.catalog.Text;
import org.lmskit.competency.CompetencyGap;
import org.lmskit.competency.SkillGap;
import org.lmskit.model.LearnerId;
import org.lmskit.model.PositionId;

/**
 * What a learner lacks of one competency for a position: a field of the matrix.
 *
 * @param learner who
 * @param name as it is printed; empty if unknown
 * @param position for which position
 * @param title of the competency, as it is called now
 * @param gap what is needed, and what he has
 * @param whole the row of the matrix: what he lacks for the position in all
 */
public record GapRow(
    LearnerId learner,
    String name,
    PositionId position,
    Text title,
    CompetencyGap gap,
    SkillGap whole) {
  static final List<Column<GapRow>> COLUMNS = List.of(
      new Column<>("learner", GapRow::learner),
      new Column<>("name", GapRow::name),
      new Column<>("position", GapRow::position),
      new Column<>("competency", row -> row.gap().need().competency()),
      new Column<>("title", GapRow::title),
      new Column<>("needed", row -> row.gap().need().level()),
      new Column<>("have", row -> row.gap().have()),
      new Column<>("gap", row -> row.gap().gap()),
      new Column<>("weight", row -> row.gap().need().weight()),
      new Column<>("weightedGap", row -> row.whole().weightedGap()),
      new Column<>("readiness", row -> row.whole().readiness().orElse(null)));
}
