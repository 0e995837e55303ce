package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.learning.EnrollmentEvent.EnrollmentWithdrawn;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;

/** Enrollments that rest, are taken back, or whose completion is taken away. */
@ParameterizedClass
@EnumSource(TestStore.class)
class EnrollmentStatesTest {
  private final TestLms test;
  private final Lms lms;

  EnrollmentStatesTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.start();
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  @BeforeEach
  void publish() {
    lms.catalog().publish(test.fireSafety());
    test.events();
  }

  private void open(Enrollment enrollment, org.lmskit.model.UnitId unit) {
    lms.attempts().open(enrollment.id(), unit, ViewedContent.PAGE, new ViewingRequest.Open("s"));
  }

  private Enrollment reload(Enrollment enrollment) {
    return lms.enrollments().find(enrollment.id()).orElseThrow();
  }

  @Test
  void completion_is_taken_away_by_a_person_with_a_reason_and_never_comes_back_by_itself() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    assertRefused(
        LearningReason.NOT_COMPLETED,
        () -> lms.enrollments().withdrawCompletion(enrollment.id(), "forged"));
    open(enrollment, U1);
    open(enrollment, U2);
    assertRefused(
        LearningReason.REASON_MISSING,
        () -> lms.enrollments().withdrawCompletion(enrollment.id(), " "));
    test.events();

    Enrollment withdrawn = lms.enrollments().withdrawCompletion(enrollment.id(), "forged");

    assertThat(test.events()).containsExactly("CompletionWithdrawn");
    assertThat(withdrawn.state()).isEqualTo(EnrollmentState.WITHDRAWN);
    assertThat(withdrawn.completed()).isEmpty();
    assertThat(withdrawn.units()).isEqualTo(reload(enrollment).units());
    assertRefused(
        LearningReason.ENROLLMENT_CLOSED, () -> lms.attempts().start(enrollment.id(), U1));
    assertThat(lms.enrollments().enroll(ANN, FIRE_SAFETY).cycle()).isEqualTo(2);
  }

  @Test
  void withdrawing_keeps_the_history_and_frees_the_place() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(enrollment, U1);

    Enrollment withdrawn = lms.enrollments().withdraw(enrollment.id(), "Ann left the team");

    assertThat(withdrawn.state()).isEqualTo(EnrollmentState.WITHDRAWN);
    assertThat(withdrawn.progress()).hasToString("1/2");
    assertRefused(
        LearningReason.ENROLLMENT_CLOSED, () -> lms.enrollments().withdraw(enrollment.id(), ""));
    assertRefused(
        LearningReason.ENROLLMENT_CLOSED, () -> lms.attempts().start(enrollment.id(), U2));
    assertThat(lms.enrollments().enroll(ANN, FIRE_SAFETY).cycle()).isEqualTo(2);
  }

  @Test
  void note_of_a_withdrawal_is_found_by_its_digest_until_the_learner_is_erased() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    test.events();
    lms.enrollments().withdraw(enrollment.id(), "Ann left the team");
    EnrollmentWithdrawn event = (EnrollmentWithdrawn) test.heard.get(0);

    assertThat(event.toString()).doesNotContain("left");
    assertThat(lms.workforce().text(event.noteOrNull())).contains("Ann left the team");

    lms.workforce().erase(ANN);

    assertThat(lms.workforce().text(event.noteOrNull())).isEmpty();
  }

  @Test
  void work_done_while_suspended_is_recorded_and_completes_it_on_its_day() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(enrollment, U1);
    lms.enrollments().suspend(enrollment.id(), "");
    test.events();

    open(enrollment, U2);

    assertThat(reload(enrollment).state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(test.events()).endsWith("UnitCompleted", "EnrollmentCompleted");
    assertRefused(
        LearningReason.ENROLLMENT_CLOSED, () -> lms.enrollments().resume(enrollment.id()));
  }

  @Test
  void what_is_known_from_outside_is_recorded_of_a_withdrawn_enrollment_and_completes_it() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(enrollment, U1);
    test.pass(Duration.ofDays(3));
    lms.enrollments().withdraw(enrollment.id(), "Ann left the team");
    Instant before = test.time.get().minus(Duration.ofDays(2));

    lms.attempts().record(enrollment.id(), U2, List.of(new Fact.Completion()), before);

    assertThat(reload(enrollment).state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(reload(enrollment).completed().orElseThrow().at()).isEqualTo(before);
    assertThat(lms.enrollments().enroll(ANN, FIRE_SAFETY).cycle()).isEqualTo(2);
  }

  @Test
  void completion_that_was_taken_away_does_not_come_back_by_what_was_done_before() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(enrollment, U1);
    open(enrollment, U2);
    lms.enrollments().withdrawCompletion(enrollment.id(), "forged");

    lms.attempts().record(enrollment.id(), U2, List.of(new Fact.Completion()), test.time.get());

    assertThat(reload(enrollment).state()).isEqualTo(EnrollmentState.WITHDRAWN);
  }

  @Test
  void suspending_and_resuming_are_refused_out_of_turn() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);

    assertRefused(LearningReason.NOT_SUSPENDED, () -> lms.enrollments().resume(enrollment.id()));
    lms.enrollments().suspend(enrollment.id(), "");
    assertRefused(LearningReason.NOT_ACTIVE, () -> lms.enrollments().suspend(enrollment.id(), ""));
    assertRefused(
        LearningReason.ALREADY_ENROLLED, () -> lms.enrollments().enroll(ANN, FIRE_SAFETY));
  }
}
