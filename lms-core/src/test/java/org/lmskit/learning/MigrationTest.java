package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;
import org.lmskit.viewing.ViewingRule;

@ParameterizedClass
@EnumSource(TestStore.class)
class MigrationTest {
  private static final UnitId U3 = new UnitId("u3");

  private final TestLms test;
  private final Lms lms;
  private Enrollment ann;

  MigrationTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.start();
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  @BeforeEach
  void publishFirst() {
    lms.catalog().publish(test.fireSafety());
    ann = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    test.events();
  }

  /** Version 2: u1 as it was, u2 with another text, u3 new. */
  private Course second() {
    return Course.of("fire-safety", "Fire safety")
        .unit("u1", "Alarms", test.page("alarms", ViewingRule.OPENED))
        .unit("u2", "Extinguishers", test.page("new extinguishers", ViewingRule.OPENED))
        .unit("u3", "Escape routes", test.page("routes", ViewingRule.OPENED));
  }

  /** Version 2 without u2, so that whoever did u1 has done all of it. */
  private Course shorter() {
    return Course.of("fire-safety", "Fire safety")
        .unit("u1", "Alarms", test.page("alarms", ViewingRule.OPENED));
  }

  private VersionPlan planTo(Course next) {
    return VersionPlan.propose(lms.catalog().find(FIRE_SAFETY).orElseThrow().course(), next);
  }

  private void open(UnitId unit) {
    lms.attempts().open(ann.id(), unit, ViewedContent.PAGE, new ViewingRequest.Open("s"));
  }

  private Enrollment reload() {
    return lms.enrollments().find(ann.id()).orElseThrow();
  }

  @Test
  void who_has_not_started_moves_at_once() {
    lms.catalog().publish(second(), planTo(second()));

    assertThat(reload().version()).isEqualTo(2);
    assertThat(reload().progress()).hasToString("0/3");
    assertThat(test.events()).containsExactly("CourseVersionPublished", "EnrollmentMigrated");
  }

  @Test
  void who_has_not_started_stays_if_the_plan_says_so() {
    lms.catalog().publish(second(), planTo(second()).keepNotStarted());

    assertThat(reload().version()).isEqualTo(1);
  }

  @Test
  void who_is_in_progress_stays_until_the_sunset_day_and_keeps_what_is_equivalent() {
    open(U1);
    open(U2);
    lms.enrollments().find(ann.id()).orElseThrow();
    Enrollment done = reload();
    assertThat(done.state()).isEqualTo(EnrollmentState.COMPLETED);
    ann = lms.enrollments().enroll(BEN, FIRE_SAFETY);
    open(U1);
    LocalDate sunset = LocalDate.of(2026, 4, 1);
    lms.catalog().publish(second(), planTo(second()).sunset(sunset));
    test.events();

    test.time.set(
        sunset.atStartOfDay(java.time.ZoneId.of("Europe/Lisbon")).toInstant().minusMillis(1));
    lms.advance();
    assertThat(reload().version()).isEqualTo(1);
    test.pass(Duration.ofMillis(1));
    lms.advance();
    lms.advance();

    assertThat(reload().version()).isEqualTo(2);
    assertThat(reload().progress()).hasToString("1/3");
    assertThat(reload().unit(U1).completed()).isTrue();
    assertThat(reload().unit(U2).attempts()).isEmpty();
    EnrollmentMigrated event = (EnrollmentMigrated) test.heard.get(test.heard.size() - 1);
    assertThat(event.effectiveOn()).isEqualTo(sunset);
    assertThat(event.from()).isEqualTo(1);
    assertThat(test.events()).containsExactly("EnrollmentMigrated");
    assertThat(lms.enrollments().find(done.id())).contains(done);
  }

  @Test
  void attempt_on_a_unit_to_be_redone_ends_and_counts_nothing_any_more() {
    open(U1);
    Attempt old = lms.attempts().start(ann.id(), U2);
    LocalDate today = LocalDate.of(2026, 3, 2);
    lms.catalog().publish(second(), planTo(second()).sunset(today));

    assertThatThrownBy(() ->
            lms.attempts().advance(old.id(), ViewedContent.PAGE, new ViewingRequest.Open("s")))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(LearningReason.ATTEMPT_ENDED));

    open(U2);
    open(U3);
    assertThat(reload().state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(lms.attempts().of(ann.id(), ALL).items())
        .extracting(Attempt::number)
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void migration_that_makes_someone_complete_fires_that_once() {
    open(U1);

    lms.catalog().publish(shorter(), planTo(shorter()).sunset(LocalDate.of(2026, 3, 2)));

    assertThat(reload().state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(test.events())
        .containsSubsequence("CourseVersionPublished", "EnrollmentMigrated", "EnrollmentCompleted");
  }

  @Test
  void who_was_left_behind_migrates_version_by_version() {
    open(U1);
    lms.catalog().publish(second(), planTo(second()));
    Course third = second().withTitle(org.lmskit.catalog.Text.of("Fire safety 3"));
    test.events();

    lms.catalog().publish(third, planTo(third).sunset(LocalDate.of(2026, 3, 2)));

    assertThat(reload().version()).isEqualTo(3);
    assertThat(reload().progress()).hasToString("1/3");
    assertThat(test.events())
        .containsExactly("CourseVersionPublished", "EnrollmentMigrated", "EnrollmentMigrated");
  }

  @Test
  void retraining_opens_a_new_cycle_in_which_nothing_is_carried_over() {
    open(U1);
    open(U2);
    test.pass(Duration.ofDays(1));

    lms.catalog().publish(second(), planTo(second()).retrainingCompleted());

    Enrollment next = lms.enrollments().findOpen(ANN, FIRE_SAFETY).orElseThrow();
    assertThat(next.cycle()).isEqualTo(2);
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.progress()).hasToString("0/3");
    assertThat(reload().state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(reload().version()).isEqualTo(1);
  }

  @Test
  void rehearsed_publication_shows_exactly_what_publishing_does() {
    open(U1);
    VersionPlan plan = planTo(shorter()).sunset(LocalDate.of(2026, 3, 2));

    List<String> rehearsed = lms.dryRun(l -> l.catalog().publish(shorter(), plan)).events().stream()
        .map(MigrationTest::name)
        .toList();
    assertThat(reload().version()).isEqualTo(1);
    test.events();
    lms.catalog().publish(shorter(), plan);

    assertThat(test.events()).isEqualTo(rehearsed).hasSize(3);
  }

  private static String name(LmsEvent event) {
    return event.getClass().getSimpleName();
  }
}
