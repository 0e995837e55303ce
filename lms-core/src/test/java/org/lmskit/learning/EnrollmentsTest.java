package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.learning.EnrollmentEvent.EnrollmentOpened;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;

@ParameterizedClass
@EnumSource(TestStore.class)
class EnrollmentsTest {
  private final TestLms test;
  private final Lms lms;

  EnrollmentsTest(TestStore store) {
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
  void enrollment_begins_active_pinned_and_untouched() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);

    assertThat(enrollment.state()).isEqualTo(EnrollmentState.ACTIVE);
    assertThat(enrollment.version()).isEqualTo(1);
    assertThat(enrollment.cycle()).isEqualTo(1);
    assertThat(enrollment.progress()).hasToString("0/2");
    assertThat(enrollment.startedAt()).isEmpty();
    assertThat(enrollment.completed()).isEmpty();
    assertThat(enrollment.registration().toString())
        .isNotEqualTo(enrollment.id().value());
    assertThat(lms.enrollments().find(enrollment.id())).contains(enrollment);
    assertThat(lms.enrollments().findOpen(ANN, FIRE_SAFETY)).contains(enrollment);
    assertThat(lms.enrollments().findOpen(BEN, FIRE_SAFETY)).isEmpty();
    assertThat(test.events()).containsExactly("LearnerRegistered", "EnrollmentOpened");
  }

  @Test
  void records_and_events_know_the_learner_by_key_only() {
    lms.enrollments().enroll(ANN, FIRE_SAFETY);

    EnrollmentOpened opened = (EnrollmentOpened) test.heard.get(1);
    assertThat(opened.toString()).doesNotContain("ann");
    assertThat(lms.workforce().learners(opened.learners()).get(opened.learner()).id())
        .isEqualTo(ANN);
    assertThat(opened.effectiveOn()).isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void learner_cannot_have_two_open_enrollments_on_one_course() {
    lms.enrollments().enroll(ANN, FIRE_SAFETY);

    assertRefused(
        LearningReason.ALREADY_ENROLLED, () -> lms.enrollments().enroll(ANN, FIRE_SAFETY));
    assertThat(lms.enrollments().enroll(BEN, FIRE_SAFETY).cycle()).isEqualTo(1);
  }

  @Test
  void many_threads_enroll_a_learner_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        work.add(() -> {
          try {
            lms.enrollments().enroll(ANN, FIRE_SAFETY);
            return 1;
          } catch (RejectedException e) {
            return 0;
          }
        });
      }

      int enrolled = 0;
      for (var done : threads.invokeAll(work)) {
        enrolled += done.get();
      }

      assertThat(enrolled).isEqualTo(1);
      assertThat(lms.enrollments().of(ANN, ALL).items()).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void unpublished_course_cannot_be_taken() {
    assertThatThrownBy(() -> lms.enrollments().enroll(ANN, new CourseId("nothing")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("nothing");
    assertThat(lms.workforce().find(ANN)).isEmpty();
  }

  @Test
  void satisfying_the_last_required_unit_completes_it_in_the_same_call() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(enrollment, U1);
    assertThat(reload(enrollment).progress()).hasToString("1/2");
    test.events();
    test.pass(Duration.ofHours(1));

    open(enrollment, U2);

    Enrollment done = reload(enrollment);
    assertThat(done.state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(done.completed().orElseThrow().at()).isEqualTo(test.time.get());
    assertThat(done.completed().orElseThrow().on()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(done.open()).isFalse();
    assertThat(test.events())
        .containsExactly(
            "AttemptStarted",
            "LaunchStarted",
            "SessionStarted",
            "UnitCompleted",
            "EnrollmentCompleted");
  }

  @Test
  void completion_happens_once_whatever_follows() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(enrollment, U1);
    open(enrollment, U2);
    Completed first = reload(enrollment).completed().orElseThrow();
    test.events();
    test.pass(Duration.ofDays(1));

    open(enrollment, U2);

    assertThat(reload(enrollment).completed()).contains(first);
    assertThat(test.events()).doesNotContain("EnrollmentCompleted", "UnitCompleted");
  }

  @Test
  void who_completed_a_course_can_take_it_again_in_a_new_cycle_and_nothing_is_reset() {
    Enrollment first = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(first, U1);
    open(first, U2);

    Enrollment second = lms.enrollments().enroll(ANN, FIRE_SAFETY);

    assertThat(second.cycle()).isEqualTo(2);
    assertThat(second.registration()).isNotEqualTo(first.registration());
    assertThat(second.progress()).hasToString("0/2");
    assertThat(reload(first).state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(lms.enrollments().of(ANN, ALL).items())
        .extracting(Enrollment::cycle)
        .containsExactly(1, 2);
  }

  @Test
  void unknown_enrollment_is_named() {
    assertThatThrownBy(() -> lms.enrollments().withdraw(new EnrollmentId("e-9"), ""))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("e-9");
    assertThat(lms.enrollments().find(new EnrollmentId("e-9"))).isEmpty();
  }

  @Test
  void history_is_paged_and_holds_only_this_enrollment() {
    Enrollment first = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(first, U1);
    lms.enrollments().withdraw(first.id(), "");
    Enrollment second = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(second, U1);

    List<String> names = new ArrayList<>();
    var page = lms.enrollments().history(first.id(), PageRequest.first(2));
    page.items().forEach(event -> names.add(event.getClass().getSimpleName()));
    while (page.next().isPresent()) {
      page = lms.enrollments().history(first.id(), page.next().orElseThrow());
      page.items().forEach(event -> names.add(event.getClass().getSimpleName()));
    }

    assertThat(names)
        .containsExactly(
            "EnrollmentOpened",
            "AttemptStarted",
            "LaunchStarted",
            "SessionStarted",
            "UnitCompleted",
            "EnrollmentWithdrawn");
  }

  @Test
  void enrollments_on_a_course_are_paged_in_order() {
    for (int i = 0; i < 5; i++) {
      lms.enrollments().enroll(new org.lmskit.model.LearnerId("l" + i), FIRE_SAFETY);
    }

    var first = lms.enrollments().of(FIRE_SAFETY, PageRequest.first(3));
    var second = lms.enrollments().of(FIRE_SAFETY, first.next().orElseThrow());

    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    assertThat(second.next()).isEmpty();
  }

  @Test
  void tenants_do_not_see_each_others_enrollments() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    Lms other = lms.tenant(new TenantId("other"));

    assertThat(other.enrollments().find(enrollment.id())).isEmpty();
    assertThat(other.enrollments().of(ANN, ALL).items()).isEmpty();
    assertThat(other.enrollments().of(FIRE_SAFETY, ALL).items()).isEmpty();
  }

  @Test
  void completion_carries_score_success_and_time() {
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    open(enrollment, U1);
    test.pass(Duration.ofMinutes(2));
    lms.attempts().open(enrollment.id(), U1, ViewedContent.PAGE, new ViewingRequest.Close());
    test.events();

    lms.attempts()
        .record(
            enrollment.id(),
            U2,
            List.of(
                new Fact.Score(org.lmskit.model.Score.ofScaled(new java.math.BigDecimal("0.85"))),
                new Fact.Completion(),
                new Fact.Success(true)),
            test.time.get().minusSeconds(60));

    EnrollmentCompleted done = (EnrollmentCompleted) test.heard.stream()
        .filter(EnrollmentCompleted.class::isInstance)
        .findFirst()
        .get();
    assertThat(done.success()).isEqualTo(Success.PASSED);
    assertThat(done.scoreOrNull().scaled()).contains(new java.math.BigDecimal("0.85"));
    assertThat(done.time()).isEqualTo(Duration.ofMinutes(2));
    assertThat(done.occurredAt()).isEqualTo(test.time.get().minusSeconds(60));
    assertThat(done.recordedAt()).isEqualTo(test.time.get());
  }
}
