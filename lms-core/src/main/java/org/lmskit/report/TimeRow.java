package org.lmskit.report;

import java.time.Duration;
import java.util.List;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;

/**
 * How long a learner worked on one unit of a course.
 *
 * @param learner who
 * @param name as it is printed; empty if unknown
 * @param enrollment in which enrollment
 * @param cycle its number
 * @param unit on which unit
 * @param onUnit no moment twice, over all attempts
 * @param onCourse the same over all units: at most the sum of these
 */
public record TimeRow(
    LearnerId learner,
    String name,
    EnrollmentId enrollment,
    int cycle,
    UnitId unit,
    Duration onUnit,
    Duration onCourse) {
  static final List<Column<TimeRow>> COLUMNS = List.of(
      new Column<>("learner", TimeRow::learner),
      new Column<>("name", TimeRow::name),
      new Column<>("enrollment", TimeRow::enrollment),
      new Column<>("cycle", TimeRow::cycle),
      new Column<>("unit", TimeRow::unit),
      new Column<>("secondsOnUnit", TimeRow::onUnit),
      new Column<>("secondsOnCourse", TimeRow::onCourse));
}
