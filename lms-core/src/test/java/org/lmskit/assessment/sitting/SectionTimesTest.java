package org.lmskit.assessment.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.U1;
import static org.lmskit.assessment.sitting.Quizzes.Q1;
import static org.lmskit.assessment.sitting.Quizzes.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentReason;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.TimeLimits;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.sitting.SittingEvent.AssessmentSubmitted;
import org.lmskit.assessment.sitting.SittingEvent.SectionClosed;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.Problem;
import org.lmskit.model.Rational;

/** Sections that have limits of their own. */
class SectionTimesTest {
  private static final Response TRUE = Response.choices("true");
  private static final TimeLimits TEN = TimeLimits.max(Duration.ofMinutes(10));

  private final Quizzes quizzes = new Quizzes();
  private final TestLms test = quizzes.test;
  private final Lms lms = quizzes.lms;
  private final Instant begun = test.time.get();

  private static Assessment quiz(TimeLimits first, TimeLimits second) {
    return Assessment.of("quiz", "Quiz")
        .section(Section.of("a", "A", Pool.of("Q1")).withTimeLimits(first))
        .section(Section.of("b", "B", Pool.of("Q2")).withTimeLimits(second));
  }

  private AttemptId start(Assessment quiz) {
    EnrollmentId enrollment = quizzes.enrolled(quiz, ANN);
    return lms.sittings().start(enrollment, U1).attempt();
  }

  private Instant after(int minutes) {
    return begun.plus(Duration.ofMinutes(minutes));
  }

  private SectionClock clock(AttemptId attempt, int section) {
    return lms.sittings().paper(attempt).sections().get(section).clock().orElseThrow();
  }

  private <E extends LmsEvent> List<E> heard(Class<E> type) {
    return test.heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void items_of_a_timed_section_are_put_when_it_is_entered_and_its_deadline_itself_is_in_time() {
    AttemptId attempt = start(quiz(TEN, TEN));
    assertThat(lms.sittings().paper(attempt).items()).isEmpty();
    assertRefused(
        AssessmentReason.SECTION_NOT_ENTERED,
        "section a",
        () -> lms.sittings().respond(attempt, Q1, TRUE));
    test.pass(Duration.ofMinutes(5));

    Paper paper = lms.sittings().enter(attempt, "a");

    assertThat(paper.items()).extracting(item -> item.ref().item()).containsExactly(Q1);
    test.time.set(after(15));
    lms.advance();
    assertThat(lms.sittings().respond(attempt, Q1, TRUE).deadline()).contains(after(15));
    test.pass(Duration.ofMillis(1));
    assertRefused(
        AssessmentReason.DEADLINE_PASSED,
        "section a of attempt " + attempt + " ended at " + after(15),
        () -> lms.sittings().respond(attempt, Q1, Response.choices("false")));
    lms.advance();
    assertRefused(
        AssessmentReason.DEADLINE_PASSED,
        after(15).toString(),
        () -> lms.sittings().enter(attempt, "a"));
    assertThat(heard(SectionClosed.class)).singleElement().satisfies(closed -> {
      assertThat(closed.section()).isEqualTo("a");
      assertThat(closed.expired()).isTrue();
      assertThat(closed.occurredAt()).isEqualTo(after(15));
    });
    assertThat(lms.sittings().submit(attempt).score()).contains(Rational.ONE);
  }

  @Test
  void a_review_shows_no_items_of_a_section_that_was_never_entered() {
    AttemptId attempt = start(quiz(TEN, TEN));
    lms.sittings().enter(attempt, "a");
    lms.sittings().submit(attempt);

    assertThat(lms.sittings().review(attempt).items())
        .extracting(item -> item.ref().item())
        .containsExactly(Q1);
    assertThat(lms.sittings().inspect(attempt).items()).hasSize(2);
  }

  @Test
  void an_attempt_is_handed_in_when_time_is_up_for_its_last_section_after_downtime_too() {
    AttemptId attempt = start(quiz(TEN, TEN));
    lms.sittings().enter(attempt, "a");
    lms.sittings().respond(attempt, Q1, TRUE);
    test.pass(Duration.ofMinutes(4));
    lms.sittings().enter(attempt, "b");
    test.pass(Duration.ofDays(1));

    lms.advance();

    assertThat(heard(SectionClosed.class))
        .extracting(SectionClosed::occurredAt)
        .containsExactly(after(10), after(14));
    assertThat(heard(AssessmentSubmitted.class)).singleElement().satisfies(submitted -> {
      assertThat(submitted.expired()).isTrue();
      assertThat(submitted.occurredAt()).isEqualTo(after(14));
    });
    assertThat(lms.assessments().row(attempt).orElseThrow().total()).isEqualTo(Rational.ONE);
  }

  @Test
  void an_attempt_that_goes_on_goes_on_with_its_clocks() {
    EnrollmentId enrollment = quizzes.enrolled(quiz(TEN, TEN), ANN);
    AttemptId attempt = lms.sittings().start(enrollment, U1).attempt();
    lms.sittings().enter(attempt, "a");
    test.pass(Duration.ofMinutes(3));
    lms.sittings().enter(attempt, "a");

    Paper again = lms.sittings().start(enrollment, U1);

    assertThat(again.attempt()).isEqualTo(attempt);
    assertThat(again.sections().get(0).clock().orElseThrow().deadline()).contains(after(10));
    assertThat(again.sections().get(1).clock().orElseThrow().enteredAt()).isEmpty();
    test.pass(Duration.ofMinutes(8));
    Paper late = lms.sittings().start(enrollment, U1);
    assertThat(late.attempt()).isEqualTo(attempt);
    assertThat(late.sections().get(0).clock().orElseThrow().closedAt()).contains(after(10));
  }

  @Test
  void more_time_lengthens_sections_from_when_they_were_entered_up_to_the_end_of_the_attempt() {
    AttemptId attempt = start(quiz(TEN, TEN).withTimeLimit(Duration.ofMinutes(20)));
    test.pass(Duration.ofMinutes(8));
    lms.sittings().enter(attempt, "a");
    assertThat(clock(attempt, 0).deadline()).contains(after(18));

    lms.assessments().accommodate(ANN, new BigDecimal("1.5"), "reads slowly");
    assertThat(clock(attempt, 0).deadline()).contains(after(23));
    lms.assessments().accommodate(ANN, new BigDecimal("1.2"), "less is enough");
    assertThat(clock(attempt, 0).deadline()).contains(after(23));

    test.time.set(after(21));
    assertThat(lms.sittings()
            .enter(attempt, "b")
            .sections()
            .get(1)
            .clock()
            .orElseThrow()
            .deadline())
        .contains(after(30)); // 12 minutes, but the attempt ends
    test.time.set(after(23));
    lms.sittings().respond(attempt, Q1, TRUE);
    test.pass(Duration.ofMillis(1));
    lms.advance();
    assertThat(clock(attempt, 0).closedAt()).contains(after(23));
    assertThat(clock(attempt, 1).closedAt()).isEmpty();
  }

  @Test
  void late_answers_count_where_the_author_says_so() {
    AttemptId attempt = start(quiz(TEN.lateAllowed(), TEN));
    lms.sittings().enter(attempt, "a");
    test.time.set(after(60));
    lms.advance();

    assertThat(lms.sittings().respond(attempt, Q1, TRUE).deadline()).isEmpty();

    assertThat(clock(attempt, 0).deadline()).contains(after(10));
    assertThat(heard(SectionClosed.class)).isEmpty();
    assertThat(lms.sittings().submit(attempt).score()).contains(Rational.ONE);
  }

  @Test
  void a_section_is_left_for_good_and_not_before_its_least_time() {
    AttemptId attempt = start(quiz(TEN.withMin(Duration.ofMinutes(2)), TEN));
    assertRefused(
        AssessmentReason.SECTION_NOT_ENTERED,
        "section a",
        () -> lms.sittings().leave(attempt, "a"));
    lms.sittings().enter(attempt, "a");
    test.pass(Duration.ofMinutes(2).minusMillis(1));
    assertRefused(
        AssessmentReason.TOO_SOON, after(2).toString(), () -> lms.sittings().leave(attempt, "a"));
    assertRefused(
        AssessmentReason.TOO_SOON, after(2).toString(), () -> lms.sittings().submit(attempt));

    test.time.set(after(2));
    lms.sittings().leave(attempt, "a");
    lms.sittings().leave(attempt, "a");

    assertThat(heard(SectionClosed.class))
        .singleElement()
        .satisfies(closed -> assertThat(closed.expired()).isFalse());
    assertRefused(
        AssessmentReason.SECTION_CLOSED,
        after(2).toString(),
        () -> lms.sittings().respond(attempt, Q1, TRUE));
    assertRefused(
        AssessmentReason.SECTION_CLOSED,
        after(2).toString(),
        () -> lms.sittings().enter(attempt, "a"));
    assertRefused(
        AssessmentReason.NOT_IN_ATTEMPT, "section z", () -> lms.sittings().enter(attempt, "z"));
    test.time.set(after(30));
    lms.advance();
    assertThat(lms.sittings().review(attempt).submitted()).isFalse(); // b has yet to be entered
  }

  @Test
  void limits_that_nobody_can_keep_are_refused_when_they_are_published() {
    TimeLimits never = TimeLimits.min(Duration.ofMinutes(11)).lateAllowed();
    Assessment quiz = quiz(TEN.withMin(Duration.ofMinutes(11)), TimeLimits.max(Duration.ZERO))
        .section(
            Section.of("c", "C", Pool.of("Q3")).withTimeLimits(new TimeLimits(null, null, true)))
        .section(Section.of("d", "D", Pool.of("Q4")).withTimeLimits(never))
        .withTimeLimit(Duration.ofMinutes(10));

    assertThat(quiz.check())
        .extracting(Problem::code, Problem::location)
        .containsExactly(
            tuple("ASSESSMENT-009", "/sections/a/timeLimits"),
            tuple("ASSESSMENT-009", "/sections/a/timeLimits"),
            tuple("ASSESSMENT-008", "/sections/b/timeLimits"),
            tuple("ASSESSMENT-008", "/sections/c/timeLimits"),
            tuple("ASSESSMENT-009", "/sections/d/timeLimits"));
    assertThat(quiz.check().get(0).message()).contains("PT11M").contains("PT10M");
  }
}
