package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lmskit.assignment.AssignmentState;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Situation;
import org.lmskit.report.ComplianceTotals;
import org.lmskit.report.DutyRow;
import org.lmskit.report.Report;

/** Who has to do what by when, and who did. */
final class CompliancePage {
  private static final Audience EVERYBODY = Audience.unit(SampleWarehouse.UNIT.value());

  private final Academy academy;
  private final Pages pages;

  /**
   * A duty of somebody.
   *
   * @param name of the person
   * @param title of what is to be done
   * @param due the last day in time; empty without one
   * @param done the day on which it was done; empty if it is not
   * @param status where it stands
   */
  public record Line(String name, String title, String due, String done, Status status) {}

  /**
   * The duties of one subject.
   *
   * @param title of the subject
   * @param fulfilled how many are
   * @param all how many there are
   * @param percent fulfilled, 0 to 100
   * @param overdue how many are
   */
  public record Subject(String title, int fulfilled, int all, int percent, int overdue) {}

  CompliancePage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  void show(Context context) {
    ComplianceTotals totals = academy.lms().reports().complianceTotals(EVERYBODY, academy.today());
    List<Line> lines = duties().list().stream().map(CompliancePage::line).toList();
    pages.show(
        context,
        "compliance",
        "manage",
        Map.of(
            "day",
            Words.day(academy.today()),
            "totals",
            totals,
            "subjects",
            totals.subjects().stream().map(CompliancePage::subject).toList(),
            "lines",
            lines));
  }

  /** The same rows for a spreadsheet. */
  void download(Context context) throws IOException {
    context.contentType("text/csv; charset=utf-8");
    context.header("Content-Disposition", "attachment; filename=\"compliance.csv\"");
    Writer out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8);
    duties().csv(out);
  }

  private Report<DutyRow> duties() {
    return academy.lms().reports().compliance(EVERYBODY, academy.today());
  }

  private static Subject subject(ComplianceTotals.OfSubject of) {
    int all = of.duties().required();
    int fulfilled = of.duties().fulfilled();
    return new Subject(
        of.title().text(), fulfilled, all, all == 0 ? 100 : 100 * fulfilled / all, of.overdue());
  }

  private static Line line(DutyRow row) {
    Situation situation = row.standing().situation();
    return new Line(
        row.name(),
        row.title().text(),
        situation.dueOn().map(Words::day).orElse(""),
        situation.satisfiedOn().map(Words::day).orElse(""),
        status(row));
  }

  private static Status status(DutyRow row) {
    AssignmentState state = row.standing().situation().state();
    if (row.standing().overdue()) {
      return Status.bad("Overdue");
    }
    return switch (state) {
      case ACTIVE -> Status.warn("To do");
      case SATISFIED -> Status.good("Done");
      case WAIVED -> Status.good("Waived");
      case SUSPENDED -> Status.plain("Resting");
      case WITHDRAWN, NOT_REQUIRED, EXCLUDED -> Status.plain("Not required");
    };
  }
}
