package org.lmskit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.TimeLimits;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemBankId;
import org.lmskit.assessment.grading.GradingTask;
import org.lmskit.assessment.grading.RegradeMode;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Marking;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.catalog.Course;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.PrincipalId;

/** Random operations on items and assessments. */
final class RandomAssessments {
  private static final ItemBankId BANK = new ItemBankId("bank");
  private static final AssessmentId QUIZ = new AssessmentId("quiz");
  private static final CourseId COURSE = new CourseId("quiz");
  private static final Rubric RUBRIC = Rubric.of(Rubric.Criterion.of("c1", "Argument", 3));

  private final Random random;
  private boolean published;

  RandomAssessments(Random random) {
    this.random = random;
  }

  void act(Lms lms, LearnerId learner) {
    if (!published) {
      publish(lms);
    }
    switch (random.nextInt(9)) {
      case 0 -> lms.itemBanks().publish(BANK, statement(random.nextInt(3)));
      case 1 -> lms.assessments().publish(quiz());
      case 2 ->
        lms.assessments()
            .accommodate(learner, BigDecimal.valueOf(100 + random.nextInt(9), 2), "slow");
      case 3, 4 -> grade(lms);
      case 5 ->
        lms.gradings()
            .regrade(
                QUIZ,
                List.of(new ItemId("Q0"), new ItemId("Q1")),
                RegradeMode.values()[random.nextInt(2)],
                "a wrong key");
      default -> sit(lms, learner);
    }
  }

  private void publish(Lms lms) {
    lms.itemBanks().define(ItemBank.of("bank", "Bank"));
    for (int i = 0; i < 3; i++) {
      lms.itemBanks().publish(BANK, statement(i));
    }
    lms.itemBanks()
        .publish(
            BANK, Item.essay("E1", "Why?", RUBRIC).withMarking(Marking.twoGraders(BigDecimal.ONE)));
    lms.catalog()
        .publish(
            Course.of("quiz", "Quiz").unit(lms.assessments().publish(quiz()).unit("u1")));
    published = true;
  }

  private Assessment quiz() {
    return Assessment.of("quiz", "Quiz")
        .section(Section.of("s", "S", Pool.draw(2, "Q0", "Q1", "Q2")).shuffled())
        .section(Section.of("e", "E", Pool.of("E1"))
            .withTimeLimits(TimeLimits.max(Duration.ofMinutes(20))))
        .withTimeLimit(Duration.ofMinutes(60 + random.nextInt(2)))
        .withPassing("0.5");
  }

  private void sit(Lms lms, LearnerId learner) {
    Enrollment enrollment = lms.enrollments()
        .findOpen(learner, COURSE)
        .orElseGet(() -> lms.enrollments().enroll(learner, COURSE));
    Paper paper = lms.sittings().start(enrollment.id(), TestLms.U1, "seed-" + random.nextInt(9));
    Paper entered = random.nextInt(3) > 0 ? lms.sittings().enter(paper.attempt(), "e") : paper;
    for (Paper.PaperItem item : entered.items()) {
      Response response = item.rubricOrNull() == null
          ? Response.choices(String.valueOf(random.nextBoolean()))
          : Response.text(random.nextBoolean() ? "" : "Because.");
      lms.sittings().respond(paper.attempt(), item.ref().item(), response);
    }
    if (random.nextInt(4) == 0) {
      lms.sittings().leave(paper.attempt(), "e");
    }
    if (random.nextInt(3) > 0) {
      lms.sittings().submit(paper.attempt());
    }
  }

  private void grade(Lms lms) {
    List<GradingTask> waiting = lms.gradings().queue(TestLms.ALL).items();
    if (!waiting.isEmpty()) {
      GradingTask task = waiting.get(random.nextInt(waiting.size()));
      lms.as(new PrincipalId("grader-" + random.nextInt(4)))
          .gradings()
          .grade(
              task.at().attempt(),
              task.item().item(),
              Map.of("c1", BigDecimal.valueOf(random.nextInt(4))),
              random.nextBoolean() ? "" : "go on");
    }
  }

  private Item statement(int number) {
    return Item.trueFalse("Q" + number, "True?", random.nextBoolean());
  }
}
