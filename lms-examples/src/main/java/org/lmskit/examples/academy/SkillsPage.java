package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.lmskit.competency.Competency;
import org.lmskit.competency.CompetencyGap;
import org.lmskit.competency.SkillGap;
import org.lmskit.competency.SkillMatrix;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.workforce.Learner;
import org.lmskit.workforce.Position;

/** What people lack for their positions, as a heat map. */
final class SkillsPage {
  private final Academy academy;
  private final Pages pages;

  /**
   * A person's row.
   *
   * @param name of the person
   * @param position of which the needs are
   * @param cells one for each column
   * @param readiness 0 to 100
   * @param gap the weighted gap, exact
   */
  public record Row(String name, String position, List<Cell> cells, int readiness, String gap) {}

  /**
   * One competency of a person.
   *
   * @param text the level that he has out of the needed one; empty if his position does not need it
   * @param heat how much is missing: {@code none}, {@code met}, {@code one}, {@code more}
   * @param words the same for those who do not see the colour
   */
  public record Cell(String text, String heat, String words) {
    private static final Cell NOT_NEEDED = new Cell("", "none", "not needed");

    static Cell of(CompetencyGap gap) {
      String text = gap.have() + " / " + gap.need().level();
      return switch (gap.gap()) {
        case 0 -> new Cell(text, "met", "enough");
        case 1 -> new Cell(text, "one", "1 level missing");
        default -> new Cell(text, "more", gap.gap() + " levels missing");
      };
    }
  }

  SkillsPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  void show(Context context) {
    SkillMatrix matrix = SampleWarehouse.exists(academy.lms())
        ? matrix(SampleWarehouse.UNIT)
        : new SkillMatrix(academy.today(), List.of(), List.of());
    Map<LearnerKey, Learner> people = academy
        .lms()
        .workforce()
        .learners(matrix.rows().stream().map(SkillGap::learner).toList());
    List<Row> rows = matrix.rows().stream()
        .map(row -> row(row, matrix.competencies(), people))
        .toList();
    pages.show(
        context,
        "skills",
        "manage",
        Map.of(
            "day",
            Words.day(matrix.day()),
            "columns",
            matrix.competencies().stream().map(one -> one.title().text()).toList(),
            "rows",
            rows));
  }

  private SkillMatrix matrix(OrgUnitId unit) {
    return academy.lms().competencies().matrix(unit, academy.today());
  }

  private String title(PositionId position) {
    return academy.lms().workforce().find(position).map(Position::title).orElse(position.value());
  }

  private Row row(SkillGap gap, List<Competency> columns, Map<LearnerKey, Learner> people) {
    List<Cell> cells = columns.stream()
        .map(column -> gap.of(column.id()).map(Cell::of).orElse(Cell.NOT_NEEDED))
        .toList();
    return new Row(
        Words.name(people, gap.learner()),
        title(gap.position()),
        cells,
        gap.readiness().map(share -> Words.percent(share.toDecimal())).orElse(100),
        Words.number(gap.weightedGap()));
  }
}
