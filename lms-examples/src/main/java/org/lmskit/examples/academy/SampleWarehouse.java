package org.lmskit.examples.academy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Reminders;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.competency.Competency;
import org.lmskit.competency.EvidenceEntry;
import org.lmskit.competency.EvidenceMapping;
import org.lmskit.competency.Framework;
import org.lmskit.competency.Need;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.ChecklistId;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.Scale;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

/**
 * A small warehouse to look at: Carla leads the shift, Dmitri may assess forklift drivers, Ann and Ben operate. Its days are counted
 * from the one on which it is set up.
 */
final class SampleWarehouse {
  static final OrgUnitId UNIT = new OrgUnitId("warehouse");
  static final ChecklistId PRACTICAL = new ChecklistId("forklift-practical");

  private static final String LEAD = "carla";
  private static final String MENTOR = "dmitri";
  private static final List<String> OPERATORS = List.of("ann", "ben");
  private static final PositionId OPERATOR = new PositionId("operator");
  private static final PositionId SHIFT_LEAD = new PositionId("shift-lead");

  private final Lms lms;
  private final LocalDate today;

  private SampleWarehouse(Lms lms, LocalDate today) {
    this.lms = lms;
    this.today = today;
  }

  /** Whether it was set up before. */
  static boolean exists(Lms lms) {
    return lms.workforce().find(UNIT).isPresent();
  }

  /** Sets it up, unless that was done before. */
  static void setUp(Lms lms, LocalDate today) {
    if (!exists(lms)) {
      SampleWarehouse sample = new SampleWarehouse(lms, today);
      sample.people();
      sample.practical();
      sample.skills();
      sample.duties();
    }
  }

  private void people() {
    LocalDate since = today.minusDays(20);
    lms.workforce().place(UNIT, "Warehouse", null, since);
    lms.workforce().define(new Position(OPERATOR, "Operator"));
    lms.workforce().define(new Position(SHIFT_LEAD, "Shift lead"));
    lms.workforce().appoint(appointment(LEAD, SHIFT_LEAD, since));
    lms.workforce().appoint(appointment(MENTOR, OPERATOR, since).under(LEAD));
    OPERATORS.forEach(operator ->
        lms.workforce().appoint(appointment(operator, OPERATOR, since).under(LEAD)));
  }

  private static AppointmentEntry appointment(String person, PositionId position, LocalDate from) {
    return AppointmentEntry.of(
        "warehouse-" + person, person, UNIT.value(), position.value(), Academy.ZONE, from);
  }

  private void practical() {
    lms.certifications()
        .publish(Certification.of(
            "forklift-assessor", "Forklift assessor", Period.ofMonths(12), today.minusDays(60)));
    lms.certifications()
        .recordExternal(
            new LearnerId(MENTOR),
            new CertificationId("forklift-assessor"),
            today.minusDays(60),
            today.plusDays(300),
            "the association's card was seen");
    Scale points = Scale.points(3);
    lms.observations()
        .publish(Checklist.of(PRACTICAL.value(), "Forklift practical")
            .criterion(
                Criterion.of("check", "Checks the truck before driving", points).critical(2))
            .criterion(
                Criterion.of("look", "Looks around before every move", points).critical(2))
            .criterion(Criterion.of("speed", "Keeps the speed of the lane", points))
            .criterion(Criterion.of("stack", "Stacks straight and at the right height", points))
            .criterion(Criterion.of("park", "Parks with lowered forks and the key out", points))
            .passingWith(10)
            .observedBy("forklift-assessor")
            .signedOffWithin(7)
            .stating("I confirm that this was observed as it is written here."));
  }

  private void skills() {
    lms.competencies()
        .publish(Framework.of("warehouse-skills", "Warehouse skills")
            .competency(Competency.of("forklift", "Forklift", "under guidance", "alone", "teaches"))
            .competency(Competency.of("safety", "Safety", "knows", "acts", "leads", "shapes"))
            .competency(Competency.of("coaching", "Coaching", "helps", "explains", "develops"))
            .competency(Competency.of("inventory", "Inventory", "counts", "plans"))
            .competency(Competency.of("first-aid", "First aid", "knows", "acts")));
    lms.competencies()
        .need(
            SHIFT_LEAD,
            today.minusDays(20),
            List.of(
                Need.of("forklift", 3, 3),
                Need.of("safety", 4, 3),
                Need.of("coaching", 3, 2),
                Need.of("inventory", 2, 1),
                Need.of("first-aid", 2, 1)));
    lms.competencies()
        .need(
            OPERATOR,
            today.minusDays(20),
            List.of(
                Need.of("forklift", 2, 3), Need.of("safety", 3, 3), Need.of("inventory", 1, 1)));
    lms.competencies().map(EvidenceMapping.of(Subject.checklist(PRACTICAL.value()), "forklift", 2));
    rate(LEAD, "forklift", 3, 120);
    rate(LEAD, "safety", 3, 200);
    rate(LEAD, "coaching", 2, 90);
    rate(LEAD, "inventory", 2, 110);
    rate(MENTOR, "forklift", 3, 60);
    rate(MENTOR, "safety", 3, 60);
    rate("ann", "safety", 2, 15);
    rate("ann", "inventory", 1, 12);
    rate("ben", "safety", 3, 30);
  }

  private void rate(String person, String competency, int level, int daysAgo) {
    lms.competencies()
        .record(EvidenceEntry.rating(person, competency, level, today.minusDays(daysAgo)));
  }

  private void duties() {
    lms.assignments()
        .publish(AssignmentRule.of(
                "first-day", Audience.unit(UNIT.value()), Subject.course(SampleCourse.ID.value()))
            .due(DayRule.assignment(14))
            .reminding(Reminders.before(7).escalating(3)));
  }
}
