package org.lmskit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemBankId;
import org.lmskit.assessment.grading.RegradeMode;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.catalog.Course;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;

/** Something to do for the operations on items and assessments. */
final class AssessmentSamples {
  private static final ItemBankId BANK = new ItemBankId("fire");
  private static final ItemId STATEMENT = new ItemId("fire-1");
  private static final ItemId ESSAY = new ItemId("fire-2");

  private AssessmentSamples() {}

  static void add(Lms lms, Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    lms.itemBanks().define(ItemBank.of("fire", "Fire"));
    Rubric rubric = Rubric.of(Rubric.Criterion.of("c1", "Argument", 3));
    lms.itemBanks().publish(BANK, statement(true));
    lms.itemBanks().publish(BANK, Item.essay("fire-2", "Why?", rubric));
    Assessment quiz = Assessment.of("fire-quiz", "Fire")
        .section(Section.of("all", "All", Pool.of("fire-1", "fire-2")));
    AssessmentVersion version = lms.assessments().publish(quiz);
    lms.catalog().publish(Course.of("fire-quiz", "Fire").unit(version.unit("u1")));
    EnrollmentId sat = enrolled(lms, "kim");
    AttemptId submitted = lms.sittings().start(sat, TestLms.U1).attempt();
    lms.sittings().respond(submitted, STATEMENT, Response.choices("true"));
    lms.sittings().respond(submitted, ESSAY, Response.text("Because."));
    lms.sittings().submit(submitted);
    AttemptId running = lms.sittings().start(enrolled(lms, "lea"), TestLms.U1).attempt();
    lms.itemBanks().publish(BANK, statement(false));

    byType.put(ItemBankId.class, BANK);
    byType.put(ItemBank.class, ItemBank.of("fire", "Fire and smoke"));
    byType.put(ItemId.class, STATEMENT);
    byType.put(Item.class, statement(true));
    byType.put(Assessment.class, quiz.withTimeLimit(Duration.ofMinutes(5)));
    byType.put(AssessmentId.class, quiz.id());
    byType.put(AttemptChoice.class, AttemptChoice.FIRST);
    byType.put(BigDecimal.class, new BigDecimal("1.5"));
    operations(byType, byName, new Given(sat, enrolled(lms, "mia"), submitted, running));
  }

  /** Who works on what: one has submitted, one has not begun, one is at work. */
  private record Given(
      EnrollmentId sat, EnrollmentId enrolled, AttemptId submitted, AttemptId running) {}

  private static void operations(
      Map<Class<?>, Object> byType, Map<String, Object[]> byName, Given given) {
    byName.put(
        "ItemBanks.publish[ItemBankId, Item, int]", new Object[] {BANK, byType.get(Item.class), 3});
    byName.put(
        "Assessments.publish[Assessment, int]", new Object[] {byType.get(Assessment.class), 2});
    byName.put("Assessments.row[AttemptId]", new Object[] {given.submitted()});
    byName.put("Assessments.result[EnrollmentId, UnitId]", new Object[] {given.sat(), TestLms.U1});
    byName.put("Sittings.start[EnrollmentId, UnitId]", new Object[] {given.enrolled(), TestLms.U1});
    byName.put(
        "Sittings.start[EnrollmentId, UnitId, String]",
        new Object[] {given.enrolled(), TestLms.U1, "seed"});
    for (String name : List.of("paper", "submit")) {
      byName.put("Sittings." + name + "[AttemptId]", new Object[] {given.running()});
    }
    for (String name : List.of("enter", "leave")) {
      byName.put("Sittings." + name + "[AttemptId, String]", new Object[] {given.running(), "all"});
    }
    byName.put(
        "Sittings.respond[AttemptId, ItemId, Response]",
        new Object[] {given.running(), STATEMENT, Response.choices("true")});
    for (String name : List.of("Sittings.review", "Sittings.inspect", "Gradings.of")) {
      byName.put(name + "[AttemptId]", new Object[] {given.submitted()});
    }
    byName.put(
        "Gradings.grade[AttemptId, ItemId, Map, String]",
        new Object[] {given.submitted(), ESSAY, Map.of("c1", BigDecimal.ONE), "go on"});
    byName.put("Gradings.regrade[AssessmentId, Collection, RegradeMode, String]", new Object[] {
      byType.get(AssessmentId.class), List.of(STATEMENT), RegradeMode.REPLACE, "a wrong key"
    });
  }

  private static EnrollmentId enrolled(Lms lms, String learner) {
    return lms.enrollments()
        .enroll(new LearnerId(learner), new CourseId("fire-quiz"))
        .id();
  }

  private static Item statement(boolean correct) {
    return Item.trueFalse("fire-1", "Water puts out burning oil.", correct);
  }
}
