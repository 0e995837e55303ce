package org.lmskit.examples.academy;

import java.time.Duration;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.TimeLimits;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.item.Feedback;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Text;
import org.lmskit.model.CourseId;

/** A short test against the clock, which says something to each choice, as a course of its own. */
final class SampleDrill {
  static final CourseId COURSE = new CourseId("warehouse-drill");

  private SampleDrill() {}

  /** Publishes it, unless that was done before. */
  static void publish(Lms lms) {
    if (lms.catalog().find(COURSE).isPresent()) {
      return;
    }
    ItemBank bank = lms.itemBanks().define(ItemBank.of("drill", "Drill"));
    items().forEach(item -> lms.itemBanks().publish(bank.id(), item));
    AssessmentVersion drill = lms.assessments()
        .publish(Assessment.of("warehouse-drill", "Warehouse drill")
            .section(Section.of("look", "Take your time", Pool.of("wd-first")))
            .section(Section.of("quick", "Against the clock", Pool.of("wd-alarm"))
                .withTimeLimits(TimeLimits.max(Duration.ofMinutes(2))))
            .withAttempts(0, Duration.ZERO, ScorePolicy.LAST)
            .withPassing("1")
            .withFeedback("0", Text.of("Walk through the hall with your mentor, then try again."))
            .withFeedback("1", Text.of("You know what to do.")));
    lms.catalog().publish(Course.of(COURSE.value(), "Warehouse drill").unit(drill.unit("drill")));
  }

  private static List<Item> items() {
    return List.of(
        Item.singleChoice(
                "wd-first",
                "A pallet leans over. What do you do first?",
                "clear",
                SimpleChoice.of("push", "Push it back"),
                SimpleChoice.of("clear", "Keep people away"))
            .withFeedback(Feedback.of("See the poster at bay 4.")
                .withChoice("push", Text.of("Pushing it can bring the whole stack down."))
                .withChoice("clear", Text.of("Nobody can be hurt where nobody is."))),
        Item.singleChoice(
                "wd-alarm",
                "The alarm sounds while you carry a load. What now?",
                "lower",
                SimpleChoice.of("lower", "Lower it, stop the truck and walk out"),
                SimpleChoice.of("drive", "Drive out with it"))
            .withFeedback(Feedback.NONE.withChoice(
                "drive", Text.of("A truck blocks the way out for everybody."))));
  }
}
