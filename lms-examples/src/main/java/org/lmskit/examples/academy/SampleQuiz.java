package org.lmskit.examples.academy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.item.Area;
import org.lmskit.assessment.item.Feedback;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.content.Blob;
import org.lmskit.model.CourseId;
import org.lmskit.model.TenantId;

/** A quiz with an item of every type, as a course of its own. */
final class SampleQuiz {
  static final CourseId COURSE = new CourseId("warehouse-quiz");

  private static final int LARGEST = 1 << 16;

  private SampleQuiz() {}

  /** Publishes it, unless that was done before. */
  static void publish(Academy academy, Person by) throws IOException {
    Lms lms = academy.lms(by);
    if (lms.catalog().find(COURSE).isPresent()) {
      return;
    }
    ItemBank bank = lms.itemBanks().define(ItemBank.of("warehouse", "Warehouse"));
    List<Item> items = Stream.concat(chosen(), written(academy)).toList();
    items.forEach(item -> lms.itemBanks().publish(bank.id(), item));
    String[] ids = items.stream().map(item -> item.id().value()).toArray(String[]::new);
    AssessmentVersion quiz = lms.assessments()
        .publish(Assessment.of("warehouse-quiz", "Warehouse quiz")
            .section(Section.of("all", "Safe in the warehouse", Pool.of(ids)))
            .withTimeLimit(Duration.ofMinutes(30))
            .withAttempts(3, Duration.ZERO, ScorePolicy.BEST)
            .withPassing("0.6"));
    lms.catalog().publish(Course.of(COURSE.value(), "Warehouse quiz").unit(quiz.unit("quiz")));
  }

  private static Stream<Item> chosen() {
    return Stream.of(
        Item.singleChoice(
                "wq-load",
                "How is a load carried down a ramp?",
                "uphill",
                SimpleChoice.of("front", "In front of the truck"),
                SimpleChoice.of("uphill", "On the uphill side"),
                SimpleChoice.of("any", "Either way"))
            .withFeedback(Feedback.of("A load that points downhill can slip off the forks.")),
        Item.multipleChoice(
            "wq-wear",
            "What do you wear in the yellow lanes?",
            List.of("shoes", "vest"),
            SimpleChoice.of("shoes", "Safety shoes"),
            SimpleChoice.of("vest", "A vest"),
            SimpleChoice.of("headphones", "Headphones"),
            SimpleChoice.of("sandals", "Sandals")),
        Item.trueFalse("wq-riders", "A forklift may carry a second person on its forks.", false),
        Item.matching(
            "wq-lanes",
            "Who has the right of way?",
            Map.of("yellow", "forklifts", "green", "people"),
            List.of(
                SimpleChoice.of("yellow", "Yellow lane"), SimpleChoice.of("green", "Green lane")),
            List.of(
                SimpleChoice.of("forklifts", "Forklifts"),
                SimpleChoice.of("people", "People on foot"),
                SimpleChoice.of("nobody", "Nobody"))),
        Item.ordering(
            "wq-start",
            "In which order do you begin a shift on a forklift?",
            SimpleChoice.of("look", "Walk around the truck and look"),
            SimpleChoice.of("belt", "Sit down and close the belt"),
            SimpleChoice.of("brake", "Try the brake"),
            SimpleChoice.of("drive", "Drive to the lane")));
  }

  private static Stream<Item> written(Academy academy) throws IOException {
    return Stream.of(
        Item.textEntry("wq-stop", "Which sign means that you must not go on?", "stop", "stop sign"),
        Item.numeric("wq-speed", "How many km/h are allowed in the hall?", "6", "0.5"),
        Item.hotspot("wq-forks", "Where are the forks?", List.of("forks"), truck(academy)),
        Item.essay(
            "wq-report",
            "A beam of the racking is bent. What do you do, and why?",
            Rubric.of(
                Rubric.Criterion.of("close", "Closes the bay", 2),
                Rubric.Criterion.of("tell", "Tells the shift lead", 1))));
  }

  private static ItemInteraction.Hotspot truck(Academy academy) throws IOException {
    return new ItemInteraction.Hotspot(
        picture(academy).hash(),
        "image/svg+xml",
        480,
        240,
        List.of(
            Area.rectangle("roof", "The roof", 40, 20, 160, 60),
            Area.rectangle("forks", "The forks", 232, 170, 372, 204),
            Area.rectangle("pallet", "The box on the floor", 400, 140, 470, 206)),
        1);
  }

  private static Blob picture(Academy academy) throws IOException {
    try (InputStream source = SampleQuiz.class.getResourceAsStream(
        "/org/lmskit/examples/samples/warehouse-quiz/truck.svg")) {
      if (source == null) {
        throw new IOException("the sample warehouse-quiz lacks its picture");
      }
      byte[] bytes = source.readAllBytes();
      return academy.content().put(TenantId.DEFAULT, new ByteArrayInputStream(bytes), LARGEST);
    }
  }
}
