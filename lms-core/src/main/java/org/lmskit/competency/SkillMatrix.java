package org.lmskit.competency;

import java.time.LocalDate;
import java.util.List;

/**
 * What people lack for their positions on a day: a row each, a column for every competency that anybody needs.
 *
 * @param day when
 * @param competencies the columns, in the order of their frameworks
 * @param rows one for each person and position
 */
public record SkillMatrix(LocalDate day, List<Competency> competencies, List<SkillGap> rows) {
  /** Copies the lists. */
  public SkillMatrix {
    competencies = List.copyOf(competencies);
    rows = List.copyOf(rows);
  }
}
