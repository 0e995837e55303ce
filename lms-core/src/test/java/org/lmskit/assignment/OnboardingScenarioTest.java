package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestStore;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.LearnerId;
import org.lmskit.model.RejectedException;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.Step;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.path.progress.PathEvent.PathCompleted;
import org.lmskit.workforce.AppointmentEntry;

/** Scenario S3: an onboarding path that is assigned to a role, and a hire in mid-month. */
@ParameterizedClass
@EnumSource(TestStore.class)
class OnboardingScenarioTest {
  private static final LearnerId MIRA = new LearnerId("mira");
  private static final LearnerId YUKI = new LearnerId("yuki");
  private static final Subject SAFETY = Subject.course("safety");
  private static final Subject PROTECTION = Subject.course("protection");
  private static final Subject MENTOR = Subject.course("mentor");
  private static final PathId ONBOARDING = new PathId("onboarding");
  private static final AssignmentRule RULE = AssignmentRule.of(
          "onboarding",
          Audience.unit("warehouse").and(Audience.position("associate")),
          Subject.path("onboarding"))
      .reminding(Reminders.before(7).escalating(3));

  private final Company company;
  private final Lms lms;

  OnboardingScenarioTest(TestStore store) {
    company = new Company(store.open());
    lms = company.lms;
  }

  @AfterEach
  void close() {
    company.test.store.close();
  }

  @BeforeEach
  void publish() {
    for (Subject subject : List.of(SAFETY, PROTECTION, MENTOR)) {
      company.course(subject.id(), 1);
    }
    lms.paths()
        .publish(LearningPath.of("onboarding", "Onboarding")
            .step(Step.of("S1", "Safety induction", SAFETY).due(DayRule.hire(3)))
            .step(Step.of("S2", "Data protection", PROTECTION)
                .opening(DayRule.hire(7))
                .due(DayRule.hire(14)))
            .step(Step.of("S3", "Mentor sign-off", MENTOR).due(DayRule.hire(30)))
            .inSequence());
  }

  private void hire(LearnerId who, String zone) {
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "of " + who,
            who.value(),
            "racks",
            "associate",
            ZoneId.of(zone),
            LocalDate.of(2026, 5, 18)));
  }

  private String progress() {
    PathEnrollment enrollment =
        lms.pathEnrollments().of(MIRA, org.lmskit.TestLms.ALL).items().get(0);
    var progress = lms.pathEnrollments().progress(enrollment.id()).progress();
    return progress.satisfied() + "/" + progress.required();
  }

  @Test
  void mira_is_led_through_it_in_time_but_for_one_day() {
    lms.assignments().publish(RULE);
    company.on("2026-05-18");
    hire(MIRA, "Europe/Lisbon");
    assertThat(company.standing(MIRA, SAFETY, "2026-05-18"))
        .isEqualTo("ACTIVE 1 due 2026-05-21 [path onboarding step S1]");
    assertThat(company.standing(MIRA, PROTECTION, "2026-05-18"))
        .isEqualTo("ACTIVE 1 due 2026-06-01 [path onboarding step S2]");
    assertThat(company.standing(MIRA, MENTOR, "2026-05-18"))
        .isEqualTo("ACTIVE 1 due 2026-06-17 [path onboarding step S3]");
    company.on("2026-05-21");
    assertThat(progress()).isEqualTo("0/3");
    company.on("2026-05-22");
    company.read(MIRA, "safety", 1, 1);
    assertThat(progress()).isEqualTo("1/3");
    company.on("2026-05-23");
    assertThatThrownBy(() -> company.read(MIRA, "protection", 1, 1))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason().name()).isEqualTo("NOT_YET_AVAILABLE");
          assertThat(e.details()).containsEntry("opensOn", "2026-05-25");
        });
    company.on("2026-05-30");
    company.read(MIRA, "protection", 1, 1);
    assertThat(progress()).isEqualTo("2/3");
    company.on("2026-06-17");
    company.read(MIRA, "mentor", 1, 1);
    assertThat(progress()).isEqualTo("3/3");
    company.on("2026-08-01");

    assertThat(company.test.heard.stream()
            .filter(PathCompleted.class::isInstance)
            .map(event -> event.effectiveOn().toString()))
        .containsExactly("2026-06-17");
    assertThat(company.heard())
        .containsExactly(
            "AssignmentOpened path onboarding 2026-05-18",
            "AssignmentOpened course mentor 2026-05-18",
            "AssignmentOpened course protection 2026-05-18",
            "AssignmentOpened course safety 2026-05-18",
            "DueSoon course safety 2026-05-18",
            "Overdue course safety 2026-05-22",
            "AssignmentSatisfied course safety 2026-05-22",
            "DueSoon course protection 2026-05-25",
            "AssignmentSatisfied course protection 2026-05-30",
            "DueSoon course mentor 2026-06-10",
            "AssignmentSatisfied path onboarding 2026-06-17",
            "AssignmentSatisfied course mentor 2026-06-17");
    assertThat(company.compliance(MIRA, "2026-06-17")).isEqualTo("4/4");
  }

  @Test
  void one_instant_is_in_time_in_lisbon_and_late_in_tokyo() {
    lms.assignments().publish(RULE);
    company.at("2026-05-18T12:00:00Z");
    hire(MIRA, "Europe/Lisbon");
    hire(YUKI, "Asia/Tokyo");
    company.at("2026-05-21T16:30:00Z");
    company.heard();

    company.read(MIRA, "safety", 1, 1);
    company.read(YUKI, "safety", 1, 1);

    assertThat(company.heard())
        .containsExactly(
            "AssignmentSatisfied course safety 2026-05-21",
            "Overdue course safety 2026-05-22",
            "AssignmentSatisfied course safety 2026-05-22");
  }

  @Test
  void late_feed_is_overdue_at_once_from_the_effective_day() {
    lms.assignments().publish(RULE);
    company.on("2026-05-27");

    hire(MIRA, "Europe/Lisbon");

    assertThat(company.standing(MIRA, SAFETY, "2026-05-27"))
        .isEqualTo("ACTIVE 1 due 2026-05-21 [path onboarding step S1]");
    assertThat(company.standing(MIRA, PROTECTION, "2026-05-27"))
        .isEqualTo("ACTIVE 1 due 2026-06-01 [path onboarding step S2]");
    assertThat(company.heard())
        .contains("Overdue course safety 2026-05-22", "Escalated course safety 2026-05-24");
  }

  @Test
  void late_feed_gets_a_realistic_allowance_from_the_recorded_day() {
    lms.assignments().publish(RULE.allowing(Allowance.REALISTIC_ALLOWANCE));
    company.on("2026-05-27");

    hire(MIRA, "Europe/Lisbon");

    assertThat(company.standing(MIRA, SAFETY, "2026-05-27"))
        .isEqualTo("ACTIVE 1 due 2026-05-30 [path onboarding step S1]");
    assertThat(company.heard()).noneMatch(line -> line.startsWith("Overdue"));
  }

  @Test
  void leaving_the_role_ends_the_duties_of_the_steps_too_and_coming_back_resumes_them() {
    lms.assignments().publish(RULE);
    company.on("2026-05-18");
    hire(MIRA, "Europe/Lisbon");
    company.on("2026-05-20");
    company.read(MIRA, "safety", 1, 1);
    company.on("2026-05-25");
    lms.workforce()
        .appoint(AppointmentEntry.of(
                "of mira", "mira", "racks", "associate", Company.LISBON, LocalDate.of(2026, 5, 18))
            .before(LocalDate.of(2026, 5, 25)));

    assertThat(company.standing(MIRA, Subject.path("onboarding"), "2026-05-25"))
        .isEqualTo("SUSPENDED 1");
    assertThat(company.standing(MIRA, SAFETY, "2026-05-25"))
        .isEqualTo("NOT_REQUIRED 1 due 2026-05-21");
    assertThat(company.standing(MIRA, MENTOR, "2026-05-25")).isEqualTo("WITHDRAWN 1");
    assertThat(lms.pathEnrollments().findOpen(MIRA, ONBOARDING).orElseThrow().state())
        .isEqualTo(EnrollmentState.SUSPENDED);
    assertThat(company.compliance(MIRA, "2026-05-25")).isEqualTo("0/0");
    company.on("2026-06-10");
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "again", "mira", "racks", "associate", Company.LISBON, LocalDate.of(2026, 6, 10)));

    assertThat(company.standing(MIRA, Subject.path("onboarding"), "2026-06-10"))
        .isEqualTo("ACTIVE 1 [rule onboarding]");
    assertThat(company.standing(MIRA, SAFETY, "2026-06-10")).startsWith("SATISFIED 1");
    assertThat(lms.pathEnrollments().findOpen(MIRA, ONBOARDING).orElseThrow().state())
        .isEqualTo(EnrollmentState.ACTIVE);
  }
}
