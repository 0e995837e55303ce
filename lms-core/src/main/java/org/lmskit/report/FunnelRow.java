package org.lmskit.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Text;
import org.lmskit.model.Rational;
import org.lmskit.model.UnitId;

/**
 * How many came how far on a course.
 *
 * @param step how far
 * @param unitOrNull with which unit; null for the course as a whole
 * @param title of the unit or the course, as it is called now
 * @param count how many enrollments came so far
 * @param enrolled how many there are
 */
public record FunnelRow(
    Step step, @Nullable UnitId unitOrNull, Text title, int count, int enrolled) {
  static final List<Column<FunnelRow>> COLUMNS = List.of(
      new Column<>("step", FunnelRow::step),
      new Column<>("unit", FunnelRow::unitOrNull),
      new Column<>("title", FunnelRow::title),
      new Column<>("count", FunnelRow::count),
      new Column<>("share", row -> row.share().orElse(null)));

  /** How far somebody came. */
  public enum Step {
    /** Somebody was enrolled. */
    ENROLLED,
    /** An attempt at any unit was made. */
    STARTED,
    /** An attempt at the unit was made. */
    UNIT_STARTED,
    /** The unit was completed. */
    UNIT_COMPLETED,
    /** The unit is completed and not failed. */
    UNIT_SATISFIED,
    /** The course was completed. */
    COMPLETED
  }

  /** With which unit. */
  public Optional<UnitId> unit() {
    return Optional.ofNullable(unitOrNull);
  }

  /** The count as a share of all; absent if nobody is enrolled. */
  public Optional<Rational> share() {
    return enrolled == 0 ? Optional.empty() : Optional.of(Rational.of(count, enrolled));
  }
}
