package org.lmskit.examples.academy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.catalog.Course;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.UnitId;
import org.lmskit.workforce.Learner;
import org.lmskit.workforce.LearnerProfile;

/** A quiz that twelve invented people sat. The key of its fourth question is wrong, and their answers give that away. */
final class SampleAnalysis {
  private static final AssessmentId QUIZ = new AssessmentId("dock-quiz");
  private static final CourseId COURSE = new CourseId("dock-quiz");
  private static final UnitId UNIT = new UnitId("quiz");
  private static final String ESSAY = "dock-6";
  private static final String CRITERION = "reason";
  private static final PrincipalId GRADER = new PrincipalId("dmitri");

  /** A name, the five choices, and the points for the essay; learners are l01, l02 and so on. */
  private static final List<String> SITTINGS = List.of(
      "Aino Berg,ACDCA2",
      "Bela Kiss,ACDCA2",
      "Chen Wu,ACDCA1",
      "Dora Lang,ACDCB2",
      "Emil Novak,ACACA1",
      "Fay Osei,ACDBA0",
      "Gil Prado,ABDCB1",
      "Hana Ito,ACBBA0",
      "Ivo Marek,ABABC1",
      "Jun Park,ADCBD0",
      "Kofi Mensah,BCABB0",
      "Lea Brandt,ABCAC0");

  private static final List<String> ESSAYS = List.of(
      "It looks tidy.",
      "Somebody could fall.",
      "Somebody could fall off the edge, and a truck could drive over it.");

  private final Lms lms;

  private SampleAnalysis(Lms lms) {
    this.lms = lms;
  }

  /** Sets up what is missing of it. */
  static void setUp(Lms lms) {
    SampleAnalysis sample = new SampleAnalysis(lms);
    if (lms.catalog().find(COURSE).isEmpty()) {
      sample.publish();
    }
    sample.sit();
  }

  private void publish() {
    ItemBank bank = lms.itemBanks().define(ItemBank.of("s5", "Loading dock"));
    List<Item> items = items();
    items.forEach(item -> lms.itemBanks().publish(bank.id(), item));
    String[] ids = items.stream().map(item -> item.id().value()).toArray(String[]::new);
    Assessment quiz = Assessment.of(QUIZ.value(), "Loading dock quiz")
        .section(Section.of("all", "Loading dock", Pool.of(ids)))
        .withPassing("0.5");
    AssessmentVersion version = lms.assessments().publish(quiz);
    lms.catalog()
        .publish(Course.of(COURSE.value(), "Loading dock").unit(version.unit(UNIT.value())));
  }

  private static List<Item> items() {
    return List.of(
        Item.singleChoice(
            "dock-1",
            "What do you make sure of before you drive into a trailer?",
            "A",
            SimpleChoice.of("A", "That its wheels are chocked"),
            SimpleChoice.of("B", "That its engine runs"),
            SimpleChoice.of("C", "That its lights are off"),
            SimpleChoice.of("D", "That it is empty")),
        Item.singleChoice(
            "dock-2",
            "Who may walk behind a trailer that backs up?",
            "C",
            SimpleChoice.of("A", "Whoever wears a vest"),
            SimpleChoice.of("B", "The shift lead"),
            SimpleChoice.of("C", "Nobody"),
            SimpleChoice.of("D", "Visitors")),
        Item.singleChoice(
            "dock-3",
            "Where are the forks while you wait?",
            "D",
            SimpleChoice.of("A", "At the height of the dock"),
            SimpleChoice.of("B", "Tilted up"),
            SimpleChoice.of("C", "Under the next pallet"),
            SimpleChoice.of("D", "Flat on the ground")),
        Item.singleChoice(
            "dock-4",
            "The dock plate slips. What do you do?",
            "B", // wrong on purpose
            SimpleChoice.of("A", "Drive over it faster"),
            SimpleChoice.of("B", "Load only light pallets"),
            SimpleChoice.of("C", "Stop and have it fixed"),
            SimpleChoice.of("D", "Hold it with a foot")),
        Item.singleChoice(
            "dock-5",
            "How is a wet dock made safe?",
            "A",
            SimpleChoice.of("A", "It is marked and dried at once"),
            SimpleChoice.of("B", "It dries by itself"),
            SimpleChoice.of("C", "With cardboard"),
            SimpleChoice.of("D", "By driving slowly")),
        Item.essay(
            ESSAY,
            "Why is the door of a dock shut while no trailer stands there?",
            Rubric.of(Rubric.Criterion.of(CRITERION, "Names who could be hurt, and how", 2))));
  }

  private void sit() {
    Set<LearnerId> done = done();
    IntStream.range(0, SITTINGS.size()).forEach(index -> {
      LearnerId learner = new LearnerId("l%02d".formatted(index + 1));
      if (!done.contains(learner)) {
        String[] sitting = SITTINGS.get(index).split(",");
        lms.workforce().save(learner, LearnerProfile.named(sitting[0]));
        sit(learner, sitting[1]);
      }
    });
  }

  private Set<LearnerId> done() {
    List<ScoreRow> rows = Pager.all(page -> lms.assessments().rows(QUIZ, page));
    return lms.workforce().learners(rows.stream().map(ScoreRow::learner).toList()).values().stream()
        .map(Learner::id)
        .collect(Collectors.toSet());
  }

  private void sit(LearnerId learner, String answers) {
    Enrollment enrollment = lms.enrollments()
        .findOpen(learner, COURSE)
        .orElseGet(() -> lms.enrollments().enroll(learner, COURSE));
    Paper paper = lms.sittings().start(enrollment.id(), UNIT);
    int essay = answers.length() - 1;
    for (int index = 0; index < essay; index++) {
      Response chosen = Response.choices(answers.substring(index, index + 1));
      lms.sittings().respond(paper.attempt(), new ItemId("dock-" + (index + 1)), chosen);
    }
    int points = answers.charAt(essay) - '0';
    ItemId written = new ItemId(ESSAY);
    lms.sittings().respond(paper.attempt(), written, Response.text(ESSAYS.get(points)));
    lms.sittings().submit(paper.attempt());
    lms.as(GRADER)
        .gradings()
        .grade(paper.attempt(), written, Map.of(CRITERION, BigDecimal.valueOf(points)), "");
  }
}
