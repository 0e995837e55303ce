package org.lmskit.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether a need is met on a day, as far as is known now.
 *
 * @param day the day
 * @param need what is needed
 * @param members how many match its audience on that day and may be seen
 * @param holders how many of them are compliant with the certification on it
 */
public record CoverageRow(LocalDate day, CoverageNeed need, int members, int holders) {
  static final List<Column<CoverageRow>> COLUMNS = List.of(
      new Column<>("day", CoverageRow::day),
      new Column<>("need", row -> row.need().name()),
      new Column<>("certification", row -> row.need().certification()),
      new Column<>("members", CoverageRow::members),
      new Column<>("holders", CoverageRow::holders),
      new Column<>("needed", row -> row.need().atLeast()),
      new Column<>("missing", CoverageRow::missing));

  /** How many holders are missing; 0 if the need is met. */
  public int missing() {
    return Math.max(0, need.atLeast() - holders);
  }
}
