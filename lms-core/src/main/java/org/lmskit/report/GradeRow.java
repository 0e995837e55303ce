package org.lmskit.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lmskit.assessment.gradebook.Grade;
import org.lmskit.assessment.gradebook.Gradebook;
import org.lmskit.assessment.gradebook.GradebookColumn;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.Rational;

/**
 * What a gradebook makes of one learner's work on a course.
 *
 * @param learner who
 * @param name as it is printed; empty if unknown
 * @param enrollment in which enrollment
 * @param grades by unit, shares of what could be reached; none for a unit without a score
 * @param grade what came of them
 */
public record GradeRow(
    LearnerId learner,
    String name,
    EnrollmentId enrollment,
    Map<String, Rational> grades,
    Grade grade) {
  /** Copies the map. */
  public GradeRow {
    grades = Collections.unmodifiableMap(new TreeMap<>(grades));
  }

  /** One column for each of the gradebook. */
  static List<Column<GradeRow>> columns(Gradebook book) {
    List<Column<GradeRow>> columns = new ArrayList<>(List.of(
        new Column<>("learner", GradeRow::learner),
        new Column<>("name", GradeRow::name),
        new Column<>("enrollment", GradeRow::enrollment)));
    for (GradebookColumn column : book.columns()) {
      columns.add(new Column<>("unit " + column.id(), row -> row.grades().get(column.id())));
    }
    columns.add(new Column<>("dropped", row -> row.grade().dropped()));
    columns.add(new Column<>("total", row -> row.grade().totalOrNull()));
    return columns;
  }
}
