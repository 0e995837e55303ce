package org.lmskit.report;

import java.util.List;
import org.lmskit.model.LearnerId;
import org.lmskit.observation.Workload;

/**
 * What observing and signing off means for one person.
 *
 * @param mentor who
 * @param name as it is printed; empty if unknown
 * @param work how much
 */
public record MentorRow(LearnerId mentor, String name, Workload work) {
  static final List<Column<MentorRow>> COLUMNS = List.of(
      new Column<>("mentor", MentorRow::mentor),
      new Column<>("name", MentorRow::name),
      new Column<>("awaiting", row -> row.work().awaiting()),
      new Column<>("overdue", row -> row.work().overdue()),
      new Column<>("observed", row -> row.work().observed()),
      new Column<>("signedOff", row -> row.work().signedOff()));
}
