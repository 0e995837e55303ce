package org.lmskit.report;

import java.time.Duration;
import java.util.List;
import org.lmskit.model.LearnerId;

/**
 * How long a learner worked in a period, on whatever.
 *
 * @param learner who
 * @param name as it is printed; empty if unknown
 * @param time no moment twice, however many courses were open
 * @param courses on how many courses
 */
public record ActivityRow(LearnerId learner, String name, Duration time, int courses) {
  static final List<Column<ActivityRow>> COLUMNS = List.of(
      new Column<>("learner", ActivityRow::learner),
      new Column<>("name", ActivityRow::name),
      new Column<>("seconds", ActivityRow::time),
      new Column<>("courses", ActivityRow::courses));
}
