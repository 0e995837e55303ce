package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.competency.AggregationPolicy;
import org.lmskit.competency.Competency;
import org.lmskit.competency.CompetencyGap;
import org.lmskit.competency.EvidenceEntry;
import org.lmskit.competency.EvidenceMapping;
import org.lmskit.competency.Framework;
import org.lmskit.competency.Need;
import org.lmskit.competency.SkillGap;
import org.lmskit.competency.SkillMatrix;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

/** What an operator can do by which evidence, and what he lacks for his position, as exact figures. */
public final class FindSkillGaps {
  private static final LearnerId QUIN = new LearnerId("quin");
  private static final OrgUnitId WAREHOUSE = new OrgUnitId("warehouse");
  private static final PositionId OPERATOR = new PositionId("operator");
  private static final CertificationId FORKLIFT = new CertificationId("forklift");
  private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);

  private FindSkillGaps() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(CLOCK))
        .clock(CLOCK)
        .build();
    company(lms);
    Framework skills = Framework.of("warehouse", "Warehouse")
        .competency(Competency.of("fork", "Forklift", "under guidance", "alone"))
        .competency(Competency.of("safe", "Safety", "knows", "acts", "leads"))
        .competency(Competency.of("inv", "Inventory", "counts"));
    lms.competencies().publish(skills);
    lms.competencies()
        .need(
            OPERATOR,
            SINCE,
            List.of(Need.of("fork", 2, 3), Need.of("safe", 3, 3), Need.of("inv", 1, 1)));
    lms.competencies().map(EvidenceMapping.of(Subject.certification("forklift"), "fork", 2));
    lms.certifications().complete(QUIN, FORKLIFT, Path.PRIMARY, LocalDate.of(2026, 3, 3));
    lms.competencies().record(EvidenceEntry.rating("quin", "safe", 3, LocalDate.of(2026, 2, 1)));
    lms.competencies()
        .record(
            EvidenceEntry.rating("quin", "safe", 1, LocalDate.of(2026, 5, 1)).noted("hurried"));

    SkillMatrix matrix = lms.competencies().matrix(WAREHOUSE, DAY);
    SkillGap quin = matrix.rows().get(0);
    for (CompetencyGap one : quin.gaps()) {
      out.println(one.need().competency() + " " + one.have() + "/" + one.need().level() + " gap "
          + one.gap());
    }
    out.println("gap " + quin.weightedGap() + ", ready " + quin.readiness().orElseThrow());
    SkillGap latest = lms.competencies().gap(QUIN, OPERATOR, DAY, AggregationPolicy.LATEST);
    out.println("by the latest evidence: gap " + latest.weightedGap() + ", ready "
        + latest.readiness().orElseThrow());
  }

  private static void company(Lms lms) {
    lms.workforce().place(WAREHOUSE, "Warehouse", null, SINCE);
    lms.workforce().define(new Position(OPERATOR, "Operator"));
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "job-1", "quin", "warehouse", "operator", ZoneId.of("Europe/Lisbon"), SINCE));
    lms.certifications()
        .publish(Certification.of("forklift", "Forklift", Period.ofMonths(12), SINCE));
  }
}
