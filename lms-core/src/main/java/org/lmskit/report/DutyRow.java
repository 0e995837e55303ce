package org.lmskit.report;

import java.util.List;
import org.lmskit.assignment.Standing;
import org.lmskit.catalog.Text;
import org.lmskit.model.LearnerId;
import org.lmskit.workforce.Appointment;

/**
 * Where one learner stands with one duty.
 *
 * @param learner who
 * @param name as it is printed; empty if unknown
 * @param appointments of that day, the one that counts first in front
 * @param title what the duty is about, as it is called now
 * @param standing where it stands
 */
public record DutyRow(
    LearnerId learner, String name, List<Appointment> appointments, Text title, Standing standing) {
  static final List<Column<DutyRow>> COLUMNS = List.of(
      new Column<>("learner", DutyRow::learner),
      new Column<>("name", DutyRow::name),
      new Column<>(
          "units", row -> row.appointments().stream().map(Appointment::unit).toList()),
      new Column<>(
          "positions",
          row -> row.appointments().stream().map(Appointment::position).toList()),
      new Column<>("kind", row -> row.standing().subject().kind()),
      new Column<>("subject", row -> row.standing().subject().id()),
      new Column<>("title", DutyRow::title),
      new Column<>("state", row -> row.standing().situation().state()),
      new Column<>("compliant", row -> row.standing().situation().compliant()),
      new Column<>("openedOn", row -> row.standing().situation().openedOn()),
      new Column<>("dueOn", row -> row.standing().situation().dueOnOrNull()),
      new Column<>("satisfiedOn", row -> row.standing().situation().satisfiedOnOrNull()),
      new Column<>("overdue", row -> row.standing().overdue()),
      new Column<>("overdueDays", row -> row.standing().overdueDays()),
      new Column<>("reasons", row -> row.standing().situation().causes()));

  /** Copies the list. */
  public DutyRow {
    appointments = List.copyOf(appointments);
  }
}
