package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.grading.GradingTask;
import org.lmskit.assessment.grading.Regrade;
import org.lmskit.assessment.grading.RegradeMode;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.assessment.sitting.Review;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.LearnerId;
import org.lmskit.model.PageRequest;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.UnitId;
import org.lmskit.store.InMemoryStore;

/** A quiz: published, sat, graded by a person, and scored anew after its key was corrected. */
public final class AssessAndRegrade {
  private AssessAndRegrade() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static ScoreRow run(PrintStream out) {
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore()).build();
    ItemBank bank = lms.itemBanks().define(ItemBank.of("forklift", "Forklift"));
    Item load = Item.singleChoice(
        "load",
        "How is a load carried downhill?",
        "front", // the key is wrong
        SimpleChoice.of("front", "In front"),
        SimpleChoice.of("uphill", "On the uphill side"));
    Item why = Item.essay("why", "Why?", Rubric.of(Rubric.Criterion.of("reason", "Reason", 2)));
    lms.itemBanks().publish(bank.id(), load);
    lms.itemBanks().publish(bank.id(), why);

    AssessmentVersion quiz = lms.assessments()
        .publish(Assessment.of("ramps", "Ramps")
            .section(Section.of("all", "Ramps", Pool.draw(1, "load"), Pool.of("why")))
            .withTimeLimit(Duration.ofMinutes(20))
            .withAttempts(2, Duration.ofHours(24), ScorePolicy.BEST)
            .withPassing("0.6"));
    Course course = Course.of("driving", "Driving").unit(quiz.unit("quiz"));
    lms.catalog().publish(course);

    Enrollment enrollment = lms.enrollments().enroll(new LearnerId("ann"), course.id());
    Paper paper = lms.sittings().start(enrollment.id(), new UnitId("quiz"));
    out.println("until " + paper.deadline().orElseThrow() + ":");
    paper.items().forEach(item -> out.println("  " + item.prompt()));
    lms.sittings().respond(paper.attempt(), load.id(), Response.choices("uphill"));
    lms.sittings().respond(paper.attempt(), why.id(), Response.text("It would slip off."));
    Review review = lms.sittings().submit(paper.attempt());
    out.println("submitted, graded: " + review.graded());

    Lms eva = lms.as(new PrincipalId("eva"));
    GradingTask task = eva.gradings().queue(PageRequest.first(10)).items().get(0);
    eva.gradings()
        .grade(
            task.at().attempt(),
            task.item().item(),
            Map.of("reason", new BigDecimal("1.5")),
            "And who stands below?");
    out.println("passed: " + lms.sittings().review(paper.attempt()).passed().orElseThrow());

    lms.itemBanks().publish(bank.id(), correct(load));
    Regrade what = lms.dryRun(l -> regrade(l, quiz, load)).result();
    out.println("corrected, " + what.gained().size() + " more would pass");
    regrade(lms, quiz, load);
    ScoreRow row = lms.assessments().row(paper.attempt()).orElseThrow();
    out.println("now " + row.total() + " of " + row.max() + ", passed: " + row.passed());
    return row;
  }

  private static Item correct(Item item) {
    return item.withKey(new Key.Choices(List.of("uphill")));
  }

  private static Regrade regrade(Lms lms, AssessmentVersion quiz, Item item) {
    return lms.gradings()
        .regrade(quiz.id(), List.of(item.id()), RegradeMode.NEVER_LOWER, "the key was wrong");
  }
}
