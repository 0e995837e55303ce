package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.catalog.CatalogReason;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.model.LearnerId;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;

/** A version is published on one day and takes effect on another; today is 2 March 2026 in Lisbon. */
@ParameterizedClass
@EnumSource(TestStore.class)
class EffectiveDayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private final TestLms test;
  private final Lms lms;

  EffectiveDayTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.start();
  }

  @BeforeEach
  void publishFirst() {
    lms.catalog().publish(test.fireSafety());
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  private Course next(String title) {
    return test.fireSafety().withTitle(Text.of(title));
  }

  private VersionPlan plan() {
    return VersionPlan.propose(test.fireSafety(), next("2"));
  }

  private void at(LocalDate day, String time) {
    test.time.set(Instant.parse(day + "T" + time + "Z"));
  }

  private int current() {
    return lms.catalog().find(FIRE_SAFETY).orElseThrow().number();
  }

  private Enrollment open(LearnerId learner) {
    return lms.enrollments().findOpen(learner, FIRE_SAFETY).orElseThrow();
  }

  private void complete(LearnerId learner, Instant when) {
    Enrollment enrollment = lms.enrollments().enroll(learner, FIRE_SAFETY);
    List<Fact> done = List.of(new Fact.Completion());
    lms.attempts().record(enrollment.id(), U1, done, when);
    lms.attempts().record(enrollment.id(), U2, done, when);
  }

  private static void assertFinding(String code, ThrowingCallable publication) {
    assertThatThrownBy(publication).isInstanceOfSatisfying(RejectedException.class, e -> {
      assertThat(e.reason()).isEqualTo(CatalogReason.MAPPING_INVALID);
      assertThat(e.details().keySet()).singleElement().asString().startsWith(code);
    });
  }

  @Test
  void version_is_current_from_midnight_of_its_day_whether_or_not_anybody_advances() {
    CourseVersion second = lms.catalog().publish(next("2"), plan().effective(DAY));

    assertThat(second.effectiveOn()).isEqualTo(DAY);
    assertThat(lms.catalog().newest(FIRE_SAFETY)).contains(second);
    at(DAY.minusDays(1), "23:59:59.999");
    assertThat(current()).isEqualTo(1);
    assertThat(lms.enrollments().enroll(ANN, FIRE_SAFETY).version()).isEqualTo(1);
    at(DAY, "00:00:00");
    assertThat(current()).isEqualTo(2);
    assertThat(lms.enrollments().enroll(BEN, FIRE_SAFETY).version()).isEqualTo(2);
    assertThat(lms.catalog().courses(PageRequest.first(9)).items())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.current(DAY.minusDays(1)).title()).isEqualTo(Text.of("Fire safety"));
          assertThat(entry.current(DAY).title()).isEqualTo(Text.of("2"));
          assertThat(entry.newest()).isEqualTo(entry.current(DAY));
        });
  }

  @Test
  void learners_move_on_the_day_and_not_before() {
    lms.enrollments().enroll(ANN, FIRE_SAFETY);
    lms.catalog().publish(next("2"), plan().effective(DAY));
    assertThat(test.events()).endsWith("CourseVersionPublished");
    at(DAY.minusDays(1), "23:59:59.999");
    lms.advance();
    assertThat(open(ANN).version()).isEqualTo(1);

    at(DAY, "00:00:00");
    lms.advance();
    lms.advance();

    assertThat(open(ANN).version()).isEqualTo(2);
    assertThat(test.heard).extracting(event -> event.effectiveOn()).containsOnly(DAY);
    assertThat(test.events()).containsExactly("CourseVersionTookEffect", "EnrollmentMigrated");
  }

  @Test
  void sunset_waits_for_its_own_day_after_the_version_took_effect() {
    Enrollment ann = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    lms.attempts().start(ann.id(), U1);
    lms.catalog().publish(next("2"), plan().effective(DAY).sunset(DAY.plusDays(5)));

    at(DAY.plusDays(4), "12:00:00");
    lms.advance();
    assertThat(open(ANN).version()).isEqualTo(1);
    at(DAY.plusDays(5), "00:00:00");
    lms.advance();

    assertThat(open(ANN).version()).isEqualTo(2);
  }

  @Test
  void both_days_can_be_one() {
    Enrollment ann = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    lms.attempts().start(ann.id(), U1);
    lms.catalog().publish(next("2"), plan().effective(DAY).sunset(DAY));

    at(DAY, "00:00:00");
    lms.advance();

    assertThat(open(ANN).version()).isEqualTo(2);
  }

  @Test
  void retraining_covers_completions_before_the_effective_day_only() {
    List<Fact> done = List.of(new Fact.Completion());
    Enrollment ben = lms.enrollments().enroll(BEN, FIRE_SAFETY);
    lms.attempts().record(ben.id(), U1, done, test.time.get());
    lms.catalog().publish(next("2"), plan().effective(DAY).retrainingCompleted());
    at(DAY.minusDays(1), "20:00:00");
    complete(ANN, test.time.get());
    at(DAY, "08:00:00");
    lms.attempts().record(ben.id(), U2, done, test.time.get());
    assertThat(lms.enrollments().findOpen(BEN, FIRE_SAFETY)).isEmpty();

    lms.advance();

    assertThat(open(ANN).cycle()).isEqualTo(2);
    assertThat(open(ANN).version()).isEqualTo(2);
    assertThat(lms.enrollments().findOpen(BEN, FIRE_SAFETY)).isEmpty();
  }

  @Test
  void completion_that_is_told_late_is_covered_like_one_that_was_told_in_time() {
    Instant before = Instant.parse("2026-03-09T20:00:00Z");
    Enrollment ann = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    Enrollment ben = lms.enrollments().enroll(BEN, FIRE_SAFETY);
    List<Fact> done = List.of(new Fact.Completion());
    for (Enrollment each : List.of(ann, ben)) {
      lms.attempts().record(each.id(), U1, done, test.time.get());
    }
    lms.catalog().publish(next("2"), plan().effective(DAY).retrainingCompleted());
    at(DAY.plusDays(3), "08:00:00");
    lms.advance();

    lms.attempts().record(ann.id(), U2, done, before);
    lms.attempts().record(ben.id(), U2, done, before.plus(Duration.ofDays(2)));

    assertThat(open(ANN).cycle()).isEqualTo(2);
    assertThat(lms.enrollments().findOpen(BEN, FIRE_SAFETY)).isEmpty();
  }

  @Test
  void next_publication_finds_learners_where_the_version_before_put_them() {
    lms.enrollments().enroll(ANN, FIRE_SAFETY);
    lms.catalog().publish(next("2"), plan().effective(DAY));
    at(DAY.plusDays(2), "08:00:00");
    test.events();

    lms.catalog().publish(next("3"), VersionPlan.propose(next("2"), next("3")));

    assertThat(test.events())
        .containsExactly(
            "CourseVersionTookEffect",
            "EnrollmentMigrated",
            "CourseVersionPublished",
            "EnrollmentMigrated");
    lms.advance();
    assertThat(test.events()).isEmpty();
  }

  @Test
  void call_about_a_learner_first_moves_him_alone_as_was_due() {
    Enrollment ann = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    Enrollment ben = lms.enrollments().enroll(BEN, FIRE_SAFETY);
    lms.attempts().start(ben.id(), U1);
    lms.catalog().publish(next("2"), plan().effective(DAY).sunset(DAY.plusDays(3)));
    at(DAY.plusDays(9), "08:00:00");
    test.events();

    lms.attempts().start(ann.id(), U1);
    assertThat(test.events()).containsExactly("EnrollmentMigrated", "AttemptStarted");
    lms.enrollments().suspend(ben.id(), "");
    EnrollmentEvent.EnrollmentMigrated moved =
        (EnrollmentEvent.EnrollmentMigrated) test.heard.get(0);

    assertThat(moved.effectiveOn()).isEqualTo(DAY.plusDays(3));
    assertThat(moved.occurredAt()).isEqualTo(Instant.parse("2026-03-13T00:00:00Z"));
    assertThat(moved.recordedAt()).isEqualTo(test.time.get());
    assertThat(test.events()).containsExactly("EnrollmentMigrated", "EnrollmentSuspended");
    lms.advance();
    assertThat(test.events()).containsExactly("CourseVersionTookEffect");
    assertThat(open(ANN).version()).isEqualTo(2);
  }

  @Test
  void publishing_what_is_scheduled_already_changes_nothing() {
    CourseVersion second = lms.catalog().publish(next("2"), plan().effective(DAY));

    assertThat(lms.catalog().publish(next("2"), plan())).isEqualTo(second);
  }

  @Test
  void days_that_cannot_be_are_findings() {
    assertFinding(
        "MAPPING-004",
        () -> lms.catalog().publish(next("2"), plan().effective(TODAY.minusDays(1))));
    assertFinding(
        "MAPPING-006",
        () -> lms.catalog().publish(next("2"), plan().effective(DAY).sunset(DAY.minusDays(1))));
    assertFinding(
        "MAPPING-007",
        () -> lms.catalog()
            .publish(
                Course.of("other", "Other").unit(test.fireSafety().units().get(0)),
                plan().effective(DAY)));
    lms.catalog().publish(next("2"), plan().effective(DAY));
    VersionPlan third = VersionPlan.propose(next("2"), next("3"));
    assertFinding(
        "MAPPING-005", () -> lms.catalog().publish(next("3"), third.effective(DAY.minusDays(1))));
    assertFinding("MAPPING-005", () -> lms.catalog().publish(next("3"), third));
    lms.catalog().publish(next("3"), third.effective(DAY));
    at(DAY, "00:00:00");
    assertThat(current()).isEqualTo(3);
  }

  @Test
  void rehearsal_on_the_day_shows_what_advancing_does() {
    lms.enrollments().enroll(ANN, FIRE_SAFETY);
    lms.catalog().publish(next("2"), plan().effective(DAY));
    at(DAY, "08:00:00");
    test.events();

    List<String> rehearsed = lms
        .dryRun(dry -> {
          dry.advance();
          return "";
        })
        .events()
        .stream()
        .map(event -> event.getClass().getSimpleName())
        .toList();
    lms.advance();

    assertThat(rehearsed).hasSize(2).isEqualTo(test.events());
  }
}
