package org.lmskit.assessment.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.U1;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Release;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.item.Feedback;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Text;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.Problem;

/** What a learner is told, of what he chose, of an item and of the whole, and when. */
class FeedbackTest {
  private static final ItemId MANY = new ItemId("many");
  private static final ItemId PAIRS = new ItemId("pairs");
  private static final ItemId ESSAY = new ItemId("essay");
  private static final Locale GERMAN = Locale.GERMAN;

  private final Quizzes quizzes = new Quizzes();
  private final Lms lms = quizzes.lms;

  FeedbackTest() {
    quizzes.item(Item.multipleChoice(
            "many",
            "Which?",
            List.of("a", "b"),
            SimpleChoice.of("a", "A"),
            SimpleChoice.of("b", "B"),
            SimpleChoice.of("c", "C"))
        .withFeedback(Feedback.of("General.")
            .withCorrect(Text.of("All."))
            .withPartial(Text.of("Some.").with("de", "Einiges."))
            .withIncorrect(Text.of("None."))
            .withChoice("a", Text.of("A is right.").with("de", "A stimmt."))
            .withChoice("c", Text.of("C is a trap."))));
    quizzes.item(Item.matching(
            "pairs",
            "Match.",
            Map.of("s", "t"),
            List.of(SimpleChoice.of("s", "S")),
            List.of(SimpleChoice.of("t", "T"), SimpleChoice.of("u", "U")))
        .withFeedback(Feedback.NONE
            .withIncorrect(Text.of("Not quite."))
            .withChoice("s:u", Text.of("S is no U."))));
  }

  private EnrollmentId enrolled(Release release, String... items) {
    return quizzes.enrolled(
        Assessment.of("quiz", "Quiz")
            .section(Section.of("s", "S", Pool.of(items)))
            .withAttempts(2, Duration.ZERO, ScorePolicy.BEST)
            .withFeedback("0.5", Text.of("Half of it."))
            .withFeedback("0", Text.of("Try again."))
            .withFeedback("0.75", Text.of("Well done.").with("de", "Gut gemacht."))
            .withPassing("1")
            .withRelease(release),
        ANN);
  }

  private Review sit(EnrollmentId enrollment, String many, String target) {
    AttemptId attempt = lms.sittings().start(enrollment, U1).attempt();
    lms.sittings().respond(attempt, MANY, Response.choices(many.split(" ")));
    lms.sittings().respond(attempt, PAIRS, new Response.Pairs(Map.of("s", target)));
    return lms.sittings().submit(attempt);
  }

  @ParameterizedTest
  @CsvSource({
    "a b,  t, All.,  'A is right.',              Well done.",
    "a,    t, Some., 'A is right.',              Well done.",
    "b,    t, Some., '',                         Well done.",
    "a,    u, Some., 'A is right. S is no U.',   Try again.",
    "a b,  u, All.,  'A is right. S is no U.',   Half of it.",
    "c,    u, None., 'C is a trap. S is no U.',  Try again."
  })
  void each_choice_each_item_and_the_whole_has_its_say(
      String many, String target, String judged, String choices, String whole) {
    Review review = sit(enrolled(Release.AT_ONCE, "many", "pairs"), many, target);

    assertThat(review.items().get(0).feedback())
        .extracting(Text::text)
        .containsExactly("General.", judged);
    assertThat(String.join(
            " ",
            review.items().stream()
                .flatMap(item -> item.choices().stream())
                .map(said -> said.text().text())
                .toList()))
        .isEqualTo(choices);
    assertThat(review.feedback().orElseThrow().text()).isEqualTo(whole);
  }

  @Test
  void it_is_said_in_the_learners_language() {
    Review review = sit(enrolled(Release.AT_ONCE, "many", "pairs"), "a", "t");

    assertThat(review.items().get(0).feedback().get(1).in(GERMAN)).isEqualTo("Einiges.");
    assertThat(review.items().get(0).choices().get(0).text().in(GERMAN)).isEqualTo("A stimmt.");
    assertThat(review.feedback().orElseThrow().in(GERMAN)).isEqualTo("Gut gemacht.");
    assertThat(review.items().get(1).feedback()).isEmpty();
  }

  @Test
  void nothing_is_said_before_it_is_released() {
    EnrollmentId enrollment = enrolled(Release.CAREFUL, "many", "pairs");
    Paper paper = lms.sittings().start(enrollment, U1);
    assertThat(paper.toString()).doesNotContain("trap", "Some.", "General.", "Well done.");
    assertThat(lms.sittings().review(paper.attempt()).toString())
        .doesNotContain("trap", "Some.", "General.", "Well done.");

    Review first = sit(enrollment, "a", "u");
    assertThat(first.feedback()).isPresent(); // the score is released, what is right is not
    assertThat(first.items())
        .allSatisfy(item -> assertThat(item.feedback()).isEmpty())
        .allSatisfy(item -> assertThat(item.choices()).isEmpty());

    assertThat(sit(enrollment, "c", "u").items().get(0).choices()).isNotEmpty();
    Release nothing = Release.NOTHING;
    Review hidden = sit(again(nothing), "a b", "t");
    assertThat(hidden.feedback()).isEmpty();
    assertThat(hidden.toString()).doesNotContain("A is right", "All.", "Well done.");
    assertThat(lms.sittings().inspect(hidden.attempt()).feedback()).isPresent();
  }

  private EnrollmentId again(Release release) {
    Quizzes other = quizzes;
    other
        .lms
        .catalog()
        .publish(Course.of("other", "Other")
            .unit(other
                .lms
                .assessments()
                .publish(Assessment.of("other", "Other")
                    .section(Section.of("s", "S", Pool.of("many", "pairs")))
                    .withFeedback("0", Text.of("Well done."))
                    .withRelease(release))
                .unit("u1")));
    return other.lms.enrollments().enroll(ANN, new CourseId("other")).id();
  }

  @Test
  void what_a_person_gave_is_not_told_by_feedback_while_scores_are_hidden() {
    quizzes.item(Item.essay("essay", "Why?", Rubric.of(Rubric.Criterion.of("c1", "Argument", 3)))
        .withFeedback(Feedback.of("See page 4.").withCorrect(Text.of("All of it."))));
    Release release = new Release(Release.NOTHING.score(), Release.AT_ONCE.answers());
    AttemptId attempt = lms.sittings().start(enrolled(release, "essay"), U1).attempt();
    lms.sittings().respond(attempt, ESSAY, Response.text("Because."));
    lms.sittings().submit(attempt);
    lms.as(new PrincipalId("grader"))
        .gradings()
        .grade(attempt, ESSAY, Map.of("c1", BigDecimal.valueOf(3)), "");

    assertThat(lms.sittings().review(attempt).items().get(0).feedback())
        .extracting(Text::text)
        .containsExactly("See page 4.");
    assertThat(lms.sittings().inspect(attempt).items().get(0).feedback())
        .extracting(Text::text)
        .containsExactly("See page 4.", "All of it.");
  }

  @Test
  void feedback_to_what_cannot_be_chosen_or_earned_is_refused() {
    Item item = Item.trueFalse("x", "X", true)
        .withFeedback(Feedback.NONE.withChoice("maybe", Text.of("Never.")));
    assertThat(item.check()).extracting(Problem::code).containsExactly("ITEM-009");
    assertThat(item.check().get(0).message()).contains("maybe");
    assertThat(Quizzes.both()
            .withFeedback("1.1", Text.of("More than all."))
            .withFeedback("0.5", Text.of("Half."))
            .withFeedback("0.50", Text.of("Half again."))
            .check())
        .extracting(Problem::message)
        .containsExactly("feedback from outside 0..1: 1.1", "feedback twice from 0.50");
  }
}
