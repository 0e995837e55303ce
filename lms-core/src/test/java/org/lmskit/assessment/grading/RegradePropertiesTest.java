package org.lmskit.assessment.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.U1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.DryRun;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.grading.GradingEvent.AttemptRegraded;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.assessment.sitting.Quizzes;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.Rational;

/** Corrected keys on random quizzes, answers and attempts. */
class RegradePropertiesTest {
  private static final AssessmentId QUIZ = new AssessmentId("quiz");
  private static final int ITEMS = 4;

  private final List<String> keys = new ArrayList<>();

  @Property(tries = 30)
  void regrading_does_what_its_dry_run_says_and_never_lowers_where_it_must_not(@ForAll long seed) {
    Random random = new Random(seed);
    Quizzes quizzes = new Quizzes();
    Lms lms = quizzes.lms;
    Map<AttemptId, Map<String, String>> answers = sit(quizzes, random);
    Map<AttemptId, Rational> before = totals(lms);
    List<ItemId> corrected = correct(quizzes, random);
    RegradeMode mode = RegradeMode.values()[random.nextInt(2)];

    DryRun<Regrade> rehearsed = lms.dryRun(l -> l.gradings().regrade(QUIZ, corrected, mode, "key"));
    assertThat(totals(lms)).isEqualTo(before);
    quizzes.test.heard.clear();
    Regrade done = lms.gradings().regrade(QUIZ, corrected, mode, "key");

    assertThat(done).isEqualTo(rehearsed.result());
    assertThat(told(quizzes.test.heard)).isEqualTo(told(rehearsed.events()));
    assertThat(quizzes.test.heard.stream().filter(AttemptRegraded.class::isInstance))
        .hasSameSizeAs(done.attempts());
    answers.forEach((attempt, given) -> {
      Rational anew = points(given);
      boolean stays = mode == RegradeMode.NEVER_LOWER && anew.compareTo(before.get(attempt)) < 0;
      assertThat(totals(lms).get(attempt)).isEqualTo(stays ? before.get(attempt) : anew);
    });
    assertThat(lms.gradings().regrade(QUIZ, corrected, mode, "key").attempts()).isEmpty();
  }

  private Map<AttemptId, Map<String, String>> sit(Quizzes quizzes, Random random) {
    keys.clear();
    for (int i = 0; i < ITEMS; i++) {
      keys.add(option(random));
      quizzes.item(item(i));
    }
    Assessment quiz = Assessment.of("quiz", "Quiz")
        .section(Section.of("s", "S", Pool.draw(2, "R0", "R1", "R2"), Pool.of("R3")))
        .withAttempts(0, Duration.ZERO, ScorePolicy.values()[random.nextInt(4)])
        .withPassing("0.5");
    EnrollmentId first = quizzes.enrolled(quiz, new LearnerId("l0"));
    EnrollmentId second =
        quizzes.lms.enrollments().enroll(new LearnerId("l1"), Quizzes.COURSE).id();
    Map<AttemptId, Map<String, String>> answers =
        new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    for (int i = 0; i < 6; i++) {
      attempt(quizzes.lms, random.nextBoolean() ? first : second, random, answers);
    }
    return answers;
  }

  private static void attempt(
      Lms lms,
      EnrollmentId enrollment,
      Random random,
      Map<AttemptId, Map<String, String>> answers) {
    Paper paper = lms.sittings().start(enrollment, U1);
    Map<String, String> given = new TreeMap<>();
    for (Paper.PaperItem item : paper.items()) {
      String choice = option(random);
      given.put(item.ref().item().value(), choice);
      lms.sittings().respond(paper.attempt(), item.ref().item(), Response.choices(choice));
    }
    lms.sittings().submit(paper.attempt());
    answers.put(paper.attempt(), given);
  }

  private List<ItemId> correct(Quizzes quizzes, Random random) {
    List<ItemId> corrected = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      if (i == 3 || random.nextBoolean()) {
        keys.set(i, option(random));
        quizzes.item(item(i));
        corrected.add(new ItemId("R" + i));
      }
    }
    return corrected;
  }

  /** What these answers earn by the keys as they are now: the number of the item and 1. */
  private Rational points(Map<String, String> given) {
    int points = 0;
    for (int i = 0; i < ITEMS; i++) {
      points += keys.get(i).equals(given.get("R" + i)) ? i + 1 : 0;
    }
    return Rational.of(points);
  }

  private Item item(int number) {
    return Item.singleChoice(
            "R" + number,
            "Which?",
            keys.get(number),
            SimpleChoice.of("A", "A"),
            SimpleChoice.of("B", "B"),
            SimpleChoice.of("C", "C"))
        .withMaxScore(number + 1);
  }

  private static String option(Random random) {
    return List.of("A", "B", "C").get(random.nextInt(3));
  }

  private static Map<AttemptId, Rational> totals(Lms lms) {
    Map<AttemptId, Rational> totals = new HashMap<>();
    for (ScoreRow row : lms.assessments().rows(QUIZ, ALL).items()) {
      totals.put(row.attempt(), row.total());
    }
    return totals;
  }

  private static List<String> told(List<LmsEvent> events) {
    return events.stream()
        .map(event -> event.getClass().getSimpleName()
            + (event instanceof AttemptRegraded one ? " " + one.at() : ""))
        .toList();
  }
}
