package org.lmskit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lmskit.assessment.gradebook.EmptyGrades;
import org.lmskit.assessment.gradebook.Gradebook;
import org.lmskit.assignment.Audience;
import org.lmskit.certification.CertificationId;
import org.lmskit.report.CoverageNeed;
import org.lmskit.report.RiskPolicy;

/** Something to report on. */
final class ReportSamples {
  private ReportSamples() {}

  static void add(Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    byType.put(Audience.class, Audience.staff());
    byType.put(RiskPolicy.class, RiskPolicy.DEFAULT);
    byType.put(Gradebook.class, Gradebook.of(EmptyGrades.EXCLUDE_EMPTY).column("u1"));
    CoverageNeed need =
        new CoverageNeed("staff", Audience.staff(), new CertificationId("forklift"), 1);
    byName.put(
        "Reports.coverage[List, LocalDate, LocalDate]",
        new Object[] {List.of(need), LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-09")});
  }
}
