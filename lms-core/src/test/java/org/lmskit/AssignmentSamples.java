package org.lmskit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.AssignmentState;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Reminders;
import org.lmskit.assignment.RuleId;
import org.lmskit.assignment.RuleMode;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.model.LearnerId;

/** Something to do for the operations on duties. */
final class AssignmentSamples {
  private static final LocalDate ON = LocalDate.parse("2026-03-01");
  private static final Subject SUBJECT = Subject.course("fire-safety");
  private static final LearnerId DUTIFUL = new LearnerId("iris");
  private static final LearnerId WAIVED = new LearnerId("joe");
  private static final LearnerId EXCLUDED = new LearnerId("kim");

  private AssignmentSamples() {}

  static void add(Lms lms, Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    lms.assignments().publish(AssignmentRule.of("all-staff", Audience.staff(), SUBJECT));
    lms.assignments()
        .assignAll(
            List.of(DUTIFUL, WAIVED, EXCLUDED), SUBJECT, DayRule.assignment(7), ON, "asked for it");
    lms.assignments().waive(WAIVED, SUBJECT, ON, "knows it");
    lms.assignments().exclude(EXCLUDED, SUBJECT, ON, "not his work");

    byType.put(RuleId.class, new RuleId("all-staff"));
    byType.put(RuleMode.class, RuleMode.PAUSED);
    byType.put(AssignmentState.class, AssignmentState.ACTIVE);
    byType.put(Subject.class, SUBJECT);
    byType.put(DayRule.class, DayRule.assignment(7));
    byType.put(
        AssignmentRule.class,
        AssignmentRule.of("readers", Audience.staff(), Subject.certification("forklift")));
    String on = "Assignments.";
    String of = "[LearnerId, Subject, LocalDate, String]";
    byName.put(on + "unassign" + of, new Object[] {DUTIFUL, SUBJECT, ON, "no longer"});
    byName.put(on + "waive" + of, new Object[] {DUTIFUL, SUBJECT, ON, "knows it"});
    byName.put(on + "exclude" + of, new Object[] {DUTIFUL, SUBJECT, ON, "not hers"});
    byName.put(on + "liftWaiver" + of, new Object[] {WAIVED, SUBJECT, ON, "forgot it"});
    byName.put(on + "liftExclusion" + of, new Object[] {EXCLUDED, SUBJECT, ON, "now it is"});
    byName.put(
        on + "extend[LearnerId, Subject, LocalDate, LocalDate, String]",
        new Object[] {DUTIFUL, SUBJECT, ON, LocalDate.parse("2026-05-01"), "was ill"});
    byName.put(
        on + "assign[LearnerId, Subject, DayRule, LocalDate, String]",
        new Object[] {new LearnerId("lea"), SUBJECT, DayRule.assignment(7), ON, "asked for it"});
    byType.put(Reminders.class, Reminders.before(3));
    byName.put(on + "assignAll[Collection, Subject, DayRule, LocalDate, String]", new Object[] {
      List.of(new LearnerId("lea"), new LearnerId("max")), SUBJECT, DayRule.assignment(7), ON, "all"
    });
  }
}
