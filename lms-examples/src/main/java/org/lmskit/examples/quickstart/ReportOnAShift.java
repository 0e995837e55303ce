package org.lmskit.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.Audience;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.report.ComplianceTotals;
import org.lmskit.report.CoverageNeed;
import org.lmskit.report.CoverageRow;
import org.lmskit.report.RiskPolicy;
import org.lmskit.store.InMemoryStore;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

/** Who of a night shift is compliant, who is at risk, and from which day on the shift lacks a driver. */
public final class ReportOnAShift {
  private static final LocalDate SINCE = LocalDate.of(2026, 7, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 20);
  private static final CertificationId FORKLIFT = new CertificationId("forklift");
  private static final Audience NIGHT = Audience.group("night");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-20T10:00:00Z"), ZoneOffset.UTC);

  private ReportOnAShift() {}

  /** Tells the story on the console. */
  public static void main(String[] args) throws IOException {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException {
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(CLOCK))
        .clock(CLOCK)
        .build();
    shift(lms);

    ComplianceTotals totals = lms.reports().complianceTotals(NIGHT, TODAY);
    out.println("fulfilled " + totals.duties() + ", overdue " + totals.overdue());
    lms.reports()
        .atRisk(NIGHT, RiskPolicy.DEFAULT)
        .each(row -> out.println(row.learner() + " at risk: " + row.reasons()));

    CoverageNeed need = new CoverageNeed("night shift", NIGHT, FORKLIFT, 2);
    CoverageRow first =
        lms.reports().coverage(List.of(need), TODAY, TODAY.plusDays(90)).list().stream()
            .filter(row -> row.missing() > 0)
            .findFirst()
            .orElseThrow();
    out.println("on " + first.day() + " the " + first.need().name() + " has " + first.holders()
        + " of " + need.atLeast() + " needed");

    StringWriter csv = new StringWriter();
    lms.reports().expiring(NIGHT, TODAY, 30).csv(csv);
    csv.toString().lines().forEach(out::println);
  }

  private static void shift(Lms lms) {
    lms.workforce().place(new OrgUnitId("warehouse"), "Warehouse", null, SINCE);
    lms.workforce().define(new Position(new PositionId("driver"), "Driver"));
    lms.certifications()
        .publish(Certification.of("forklift", "Forklift", Period.ofMonths(12), SINCE));
    lms.assignments()
        .publish(AssignmentRule.of(
                "drivers", Audience.position("driver"), Subject.certification("forklift"))
            .due(DayRule.hire(14)));
    for (String who : List.of("ann", "ben", "carla")) {
      lms.workforce()
          .appoint(AppointmentEntry.of(
              "of-" + who, who, "warehouse", "driver", ZoneId.of("Europe/Lisbon"), SINCE));
      lms.workforce().join(new LearnerId(who), new GroupId("night"), SINCE);
    }
    lms.certifications()
        .complete(new LearnerId("ann"), FORKLIFT, Path.PRIMARY, LocalDate.of(2025, 8, 3));
    lms.certifications().complete(new LearnerId("ben"), FORKLIFT, Path.PRIMARY, SINCE);
  }
}
