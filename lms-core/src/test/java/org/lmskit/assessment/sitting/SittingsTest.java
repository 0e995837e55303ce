package org.lmskit.assessment.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.U1;
import static org.lmskit.assessment.sitting.Quizzes.Q1;
import static org.lmskit.assessment.sitting.Quizzes.Q2;
import static org.lmskit.assessment.sitting.Quizzes.assertRefused;
import static org.lmskit.assessment.sitting.Quizzes.both;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentReason;
import org.lmskit.assessment.AssessmentResult;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Release;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.item.Feedback;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.ItemReason;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.assessment.item.UploadedFile;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Satisfaction;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.UnitContent;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.AttemptEvent.InteractionAnswered;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.LearningReason;
import org.lmskit.learning.Success;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Rational;

class SittingsTest {
  private static final Response TRUE = Response.choices("true");
  private static final Response FALSE = Response.choices("false");

  private final Quizzes quizzes = new Quizzes();
  private final TestLms test = quizzes.test;
  private final Lms lms = quizzes.lms;

  private AttemptId start(EnrollmentId enrollment) {
    return lms.sittings().start(enrollment, U1).attempt();
  }

  private Review sit(EnrollmentId enrollment, Response first, Response second) {
    AttemptId attempt = start(enrollment);
    lms.sittings().respond(attempt, Q1, first);
    lms.sittings().respond(attempt, Q2, second);
    return lms.sittings().submit(attempt);
  }

  @Test
  void answers_are_drafts_until_the_attempt_is_submitted() {
    EnrollmentId enrollment = quizzes.enrolled(both().withPassing("0.5"), ANN);
    AttemptId attempt = start(enrollment);
    test.events();

    lms.sittings().respond(attempt, Q1, FALSE);
    SavedAnswer saved = lms.sittings().respond(attempt, Q1, TRUE);

    assertThat(saved.answered()).isEqualTo(1);
    assertThat(saved.items()).isEqualTo(2);
    assertThat(test.events()).isEmpty();
    assertThat(lms.sittings().start(enrollment, U1).items().get(0).response()).contains(TRUE);
    assertThat(lms.assessments().row(attempt)).isEmpty();

    test.pass(Duration.ofMinutes(2));
    lms.sittings().submit(attempt);

    assertThat(test.events())
        .containsExactly(
            "TimeSpent",
            "InteractionAnswered",
            "ScoreRecorded",
            "UnitCompleted",
            "UnitPassed",
            "SessionEnded",
            "AttemptEnded",
            "EnrollmentCompleted",
            "AssessmentSubmitted");
    Attempt ended = lms.attempts().find(attempt).orElseThrow();
    assertThat(ended.success()).isEqualTo(Success.PASSED);
    assertThat(ended.score().orElseThrow().scaled()).contains(new BigDecimal("0.5"));
    assertThat(ended.timeOnTask()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void submitting_again_changes_nothing_and_answers_come_too_late() {
    EnrollmentId enrollment = quizzes.enrolled(both(), ANN);
    AttemptId attempt = start(enrollment);
    Review first = lms.sittings().submit(attempt);
    test.events();

    assertThat(lms.sittings().submit(attempt)).isEqualTo(first);
    assertRefused(
        AssessmentReason.SUBMITTED,
        attempt.value(),
        () -> lms.sittings().respond(attempt, Q1, TRUE));
    assertThat(test.events()).isEmpty();
  }

  @Test
  void attempts_are_limited_and_the_next_one_waits_for_its_time() {
    EnrollmentId enrollment = quizzes.enrolled(
        both().withAttempts(2, Duration.ofHours(24), ScorePolicy.BEST).withPassing("1"), ANN);
    sit(enrollment, TRUE, FALSE);
    Instant opensAt = test.time.get().plus(Duration.ofHours(24));
    test.pass(Duration.ofHours(24).minusMillis(1));

    assertRefused(AssessmentReason.COOLING_DOWN, opensAt.toString(), () -> start(enrollment));
    assertRefused(
        AssessmentReason.COOLING_DOWN,
        opensAt.toString(),
        () -> lms.attempts().start(enrollment, U1));

    test.time.set(opensAt);
    sit(enrollment, TRUE, FALSE);
    test.pass(Duration.ofDays(2));
    assertRefused(LearningReason.ATTEMPTS_EXHAUSTED, "2", () -> start(enrollment));
    assertThat(lms.enrollments().find(enrollment).orElseThrow().evaluation().satisfaction())
        .isEqualTo(Satisfaction.IMPOSSIBLE);
  }

  /** How many of three were right in each attempt; 0.6 passes. */
  @ParameterizedTest
  @CsvSource({
    "FIRST, 1 3 2, 1/3, false", "LAST, 1 3 2, 2/3, true", "BEST, 1 3 2, 1, true",
    "AVERAGE, 1 3 2, 2/3, true", "FIRST, 2 1, 2/3, true", "LAST, 2 1, 1/3, false",
    "BEST, 2 1, 2/3, true", "AVERAGE, 2 1, 1/2, false", "AVERAGE, 1 2 3 1 2, 3/5, true"
  })
  void which_attempt_counts_and_whether_it_passes_is_the_assessments_policy_and_means_are_exact(
      ScorePolicy policy, String rights, String counting, boolean passed) {
    quizzes.item(Item.trueFalse("Q3", "True?", true));
    EnrollmentId enrollment = quizzes.enrolled(
        Assessment.of("quiz", "Quiz")
            .section(Section.of("s", "S", Pool.of("Q1", "Q2", "Q3")))
            .withAttempts(0, Duration.ZERO, policy)
            .withPassing("0.6"),
        ANN);
    for (String right : rights.split(" ")) {
      AttemptId attempt = start(enrollment);
      IntStream.rangeClosed(1, Integer.parseInt(right))
          .forEach(i -> lms.sittings().respond(attempt, new ItemId("Q" + i), TRUE));
      lms.sittings().submit(attempt);
      test.pass(Duration.ofMinutes(1));
    }

    AssessmentResult result = lms.assessments().result(enrollment, U1).orElseThrow();
    assertThat(result.scaled().toString()).isEqualTo(counting);
    assertThat(result.passed()).isEqualTo(passed);
    Enrollment ann = lms.enrollments().find(enrollment).orElseThrow();
    assertThat(ann.unit(U1).success()).isEqualTo(passed ? Success.PASSED : Success.FAILED);
    assertThat(ann.success()).isEqualTo(ann.unit(U1).success());
    assertThat(ann.evaluation().satisfaction())
        .isEqualTo(
            passed
                ? Satisfaction.SATISFIED
                : policy == ScorePolicy.FIRST ? Satisfaction.IMPOSSIBLE : Satisfaction.NOT_YET);
  }

  @Test
  void course_that_was_completed_stays_so_though_the_last_attempt_failed() {
    EnrollmentId enrollment = quizzes.enrolled(
        both().withAttempts(0, Duration.ZERO, ScorePolicy.LAST).withPassing("1"), ANN);

    sit(enrollment, TRUE, TRUE);
    LocalDate day = lms.enrollments()
        .find(enrollment)
        .orElseThrow()
        .completed()
        .orElseThrow()
        .on();
    test.pass(Duration.ofDays(1));
    sit(enrollment, FALSE, TRUE);

    Enrollment ann = lms.enrollments().find(enrollment).orElseThrow();
    assertThat(ann.unit(U1).success()).isEqualTo(Success.FAILED);
    assertThat(ann.completed().orElseThrow().on()).isEqualTo(day);
  }

  @Test
  void what_a_learner_sees_follows_the_release_rules() {
    quizzes.item(Item.trueFalse("Q1", "True?", true)
        .withFeedback(Feedback.of("Read page 3.")
            .withCorrect(Text.of("Well done."))
            .withIncorrect(Text.of("Not quite."))));
    EnrollmentId enrollment = quizzes.enrolled(both().withPassing("1"), ANN);

    Review failed = sit(enrollment, FALSE, TRUE);
    assertThat(failed.score()).contains(Rational.ONE);
    assertThat(failed.passed()).contains(false);
    assertThat(failed.items()).allSatisfy(item -> assertThat(item.key()).isEmpty());
    assertThat(failed.items().get(0).feedback()).isEmpty();

    Review passed = sit(enrollment, TRUE, TRUE);
    assertThat(passed.items()).allSatisfy(item -> assertThat(item.key()).isPresent());
    assertThat(passed.items().get(0).feedback())
        .extracting("text")
        .containsExactly("Read page 3.", "Well done.");
  }

  @Test
  void nothing_is_seen_before_its_time_except_by_those_who_judge() {
    Instant day = test.time.get().plus(Duration.ofDays(1));
    Release later = new Release(Release.Rule.from(day), Release.Rule.of(Release.When.NEVER));
    EnrollmentId enrollment = quizzes.enrolled(both().withRelease(later), ANN);
    AttemptId attempt = start(enrollment);

    assertThat(lms.sittings().submit(attempt).score()).isEmpty();
    assertThat(lms.sittings().inspect(attempt).score()).contains(Rational.ZERO);
    assertThat(lms.sittings().inspect(attempt).items().get(0).key()).isPresent();
    test.time.set(day);
    assertThat(lms.sittings().review(attempt).score()).contains(Rational.ZERO);
    assertThat(lms.sittings().review(attempt).items().get(0).key()).isEmpty();
  }

  @Test
  void a_paper_never_says_what_is_right_and_shuffles_by_its_seed() {
    SimpleChoice[] choices = IntStream.range(0, 8)
        .mapToObj(i -> SimpleChoice.of("c" + i, "Choice"))
        .map(choice -> choice.id().equals("c7") ? choice.inPlace() : choice)
        .toArray(SimpleChoice[]::new);
    quizzes.item(Item.singleChoice("Q1", "Which?", "c0", choices)
        .withInteraction(new ItemInteraction.Choice(List.of(choices), 1, true)));
    EnrollmentId enrollment = quizzes.enrolled(both(), ANN);

    Set<List<String>> orders = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      Paper paper = lms.sittings().start(enrollment, U1, "seed-" + i % 4);
      List<String> order = paper.items().get(0).interaction().options();
      assertThat(new TreeSet<>(order)).hasSize(8);
      assertThat(order.get(7)).isEqualTo("c7");
      orders.add(order);
      lms.sittings().submit(paper.attempt());
    }
    assertThat(orders).hasSize(4);
  }

  @Test
  void what_is_no_answer_to_an_item_is_refused_with_the_value() {
    AttemptId attempt = start(quizzes.enrolled(both(), ANN));

    assertRefused(
        AssessmentReason.NOT_IN_ATTEMPT,
        "Q9",
        () -> lms.sittings().respond(attempt, new ItemId("Q9"), TRUE));
    assertRefused(
        ItemReason.CHOICE_UNKNOWN,
        "maybe",
        () -> lms.sittings().respond(attempt, Q1, Response.choices("maybe")));
    assertRefused(
        ItemReason.RESPONSE_TOO_LARGE,
        "2",
        () -> lms.sittings().respond(attempt, Q1, Response.choices("true", "false")));
    assertRefused(
        ItemReason.RESPONSE_KIND_WRONG,
        "Text",
        () -> lms.sittings().respond(attempt, Q1, Response.text("true")));
    assertThatThrownBy(() -> lms.sittings().paper(new AttemptId("nowhere")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_course_with_an_assessment_that_nobody_published_is_refused() {
    var content = UnitContent.of("assessment", "nowhere");
    var course = Course.of("course", "Course").unit("u1", "Quiz", content);

    assertThat(lms.catalog().check(course))
        .extracting(problem -> problem.code() + " " + problem.location())
        .containsExactly("COURSE-012 units/u1");
    assertRefused(
        AssessmentReason.ASSESSMENT_UNKNOWN, "nowhere", () -> lms.catalog().publish(course));
  }

  @Test
  void handed_in_files_are_kept_and_go_with_their_learner() {
    Rubric rubric = Rubric.of(Rubric.Criterion.of("c1", "Plan", 5));
    quizzes.item(Item.upload(
        "Q3", "Plan?", new ItemInteraction.Upload(1, 1_000, List.of("text/plain")), rubric));
    EnrollmentId enrollment = quizzes.enrolled(
        Assessment.of("quiz", "Quiz").section(Section.of("s", "S", Pool.of("Q3"))), ANN);
    AttemptId attempt = start(enrollment);
    ItemId q3 = new ItemId("Q3");
    UploadedFile file = new UploadedFile(test.blob("plan").hash(), "plan.txt", "text/plain", 4);

    assertRefused(
        ItemReason.MEDIA_TYPE_REFUSED,
        "image/png",
        () -> lms.sittings()
            .respond(
                attempt,
                q3,
                new Response.Files(
                    List.of(new UploadedFile(file.hash(), "plan.png", "image/png", 4)))));
    lms.sittings().respond(attempt, q3, new Response.Files(List.of(file)));
    test.pass(Duration.ofDays(9));
    lms.collectGarbage(Duration.ofDays(1));
    assertThat(test.content.find(lms.scope().tenant(), file.hash())).isPresent();

    lms.workforce().erase(ANN);
    test.pass(Duration.ofDays(9));
    lms.collectGarbage(Duration.ofDays(1));
    assertThat(test.content.find(lms.scope().tenant(), file.hash())).isEmpty();
    assertThatThrownBy(() -> lms.sittings().inspect(attempt)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void each_answer_is_a_fact_in_the_notation_of_scorm_and_xapi() {
    quizzes.item(Item.numeric("Q1", "How many?", "10", "0.5"));
    quizzes.item(Item.ordering(
        "Q2",
        "Order",
        SimpleChoice.of("a", "A"),
        SimpleChoice.of("b", "B"),
        SimpleChoice.of("c", "C")));
    EnrollmentId enrollment = quizzes.enrolled(both(), ANN);
    test.heard.clear();

    sit(enrollment, Response.number("10.5"), Response.sequence("a", "c", "b"));

    assertThat(test.heard)
        .filteredOn(InteractionAnswered.class::isInstance)
        .extracting(event -> ((InteractionAnswered) event).interaction())
        .extracting("id", "correctResponses", "responseOrNull", "resultOrNull")
        .containsExactly(
            Tuple.tuple("Q1", List.of("9.5[:]10.5"), "10.5", "correct"),
            Tuple.tuple("Q2", List.of("a[,]b[,]c"), "a[,]c[,]b", "0.3333333333333333"));
  }

  @Test
  void a_number_that_was_taken_back_is_no_answer() {
    quizzes.item(Item.numeric("Q1", "How many?", "10", "0.5"));
    AttemptId attempt = start(quizzes.enrolled(both(), ANN));
    lms.sittings().respond(attempt, Q1, Response.number("10"));

    SavedAnswer saved = lms.sittings().respond(attempt, Q1, Response.text(" "));

    assertThat(saved.answered()).isZero();
    assertThat(lms.sittings().submit(attempt).score()).contains(Rational.ZERO);
  }

  @Test
  void a_requirement_can_ask_for_a_score_of_the_unit() {
    assertThat(quizzes.enrolled(both(), ANN)).isNotNull();
    var version = lms.assessments().find(both().id()).orElseThrow();
    var course = Course.of("strict", "Strict")
        .unit(version.unit("u1"))
        .withCompletion(new Requirement.Passed(Subject.unit("u1"), new BigDecimal("0.75")));
    lms.catalog().publish(course);
    EnrollmentId enrollment = lms.enrollments().enroll(TestLms.BEN, course.id()).id();

    sit(enrollment, TRUE, FALSE);
    assertThat(lms.enrollments().find(enrollment).orElseThrow().completed()).isEmpty();
    sit(enrollment, TRUE, TRUE);
    assertThat(lms.enrollments().find(enrollment).orElseThrow().completed()).isPresent();
  }
}
