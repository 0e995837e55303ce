package org.lmskit.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.assignment.AssignmentReason;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.AssignmentState;
import org.lmskit.assignment.Audience;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.path.LearningPath;
import org.lmskit.path.Step;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/** A mentor's sign-off as a duty of its own, and as the last step of an onboarding that is one. */
@ParameterizedClass
@EnumSource(TestStore.class)
class ObservedDutyTest {
  private static final LearnerId MIRA = new LearnerId("mira");
  private static final Subject WALK = Subject.checklist("walk");
  private static final LocalDate HIRED = LocalDate.of(2026, 3, 2);

  private final TestLms test;
  private final Lms lms;

  ObservedDutyTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.start();
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  private AssignmentState state(Subject subject, LocalDate day) {
    return lms.assignments()
        .standing(MIRA, subject, day)
        .orElseThrow()
        .situation()
        .state();
  }

  @BeforeEach
  void publishChecklist() {
    lms.workforce().place(new OrgUnitId("hq"), "HQ", null, HIRED.minusDays(100));
    lms.workforce().define(new Position(new PositionId("worker"), "Worker"));
    lms.workforce().save(new LearnerId("sam"), LearnerProfile.named("Sam"));
    lms.observations()
        .publish(Checklist.of("walk", "A walk")
            .criterion(Criterion.of("c", "Looks around", Scale.YES_NO))
            .passingWith(1));
  }

  private void hire() {
    lms.workforce()
        .appoint(
            AppointmentEntry.of("job", "mira", "hq", "worker", ZoneId.of("Europe/Lisbon"), HIRED)
                .under("tom"));
  }

  private Observation see() {
    return lms.observations().observe(ObservationEntry.of("walk", "mira", "sam").points("c", 1));
  }

  @Test
  void the_duty_of_the_step_and_of_the_path_are_satisfied_by_the_sign_off() {
    lms.paths()
        .publish(LearningPath.of("onboarding", "Onboarding")
            .step(Step.of("s1", "Mentor sign-off", WALK).due(DayRule.hire(30))));
    lms.assignments()
        .publish(AssignmentRule.of("new", Audience.staff(), Subject.path("onboarding")));
    hire();
    assertThat(state(WALK, HIRED)).isEqualTo(AssignmentState.ACTIVE);
    assertThat(lms.assignments()
            .standing(MIRA, WALK, HIRED)
            .orElseThrow()
            .situation()
            .dueOn())
        .contains(HIRED.plusDays(30));
    test.pass(Duration.ofDays(29));
    Observation seen = see();
    test.pass(Duration.ofDays(3));
    assertThat(state(WALK, HIRED.plusDays(32))).isEqualTo(AssignmentState.ACTIVE);

    lms.observations().signOff(seen.id(), new LearnerId("tom"), TestLms.PROOF);

    assertThat(state(WALK, HIRED.plusDays(29))).isEqualTo(AssignmentState.SATISFIED);
    assertThat(state(Subject.path("onboarding"), HIRED.plusDays(32)))
        .isEqualTo(AssignmentState.SATISFIED);
    assertThat(lms.assignments().compliance(MIRA, HIRED.plusDays(32)).toString())
        .isEqualTo("2/2");
  }

  @Test
  void a_duty_on_the_checklist_itself_is_satisfied_by_the_sign_off_on_the_day_of_the_observation() {
    lms.assignments()
        .publish(AssignmentRule.of("walks", Audience.staff(), WALK).due(DayRule.hire(5)));
    hire();
    test.pass(Duration.ofDays(5));
    Observation seen = see();
    test.pass(Duration.ofDays(3));
    lms.advance();
    assertThat(test.events()).contains("Overdue");
    assertThat(state(WALK, HIRED.plusDays(8))).isEqualTo(AssignmentState.ACTIVE);

    lms.observations().signOff(seen.id(), new LearnerId("tom"), TestLms.PROOF);

    assertThat(test.events()).contains("ObservationSignedOff", "AssignmentSatisfied");
    assertThat(state(WALK, HIRED.plusDays(4))).isEqualTo(AssignmentState.ACTIVE);
    assertThat(state(WALK, HIRED.plusDays(5))).isEqualTo(AssignmentState.SATISFIED);
    assertThat(lms.assignments().compliance(MIRA, HIRED.plusDays(8)).toString()).isEqualTo("1/1");
  }

  @Test
  void what_is_seen_of_an_observation_as_it_was_known_then_and_after_it_turned_out_invalid() {
    hire();
    lms.assignments().assign(MIRA, WALK, DayRule.assignment(9), HIRED, "to be seen walking");
    Observation seen = see();
    lms.observations().signOff(seen.id(), new LearnerId("tom"), TestLms.PROOF);
    Instant signed = test.time.get();
    test.pass(Duration.ofDays(2));

    lms.observations().invalidate(seen.id(), "it was somebody else");

    assertThat(test.events()).endsWith("ObservationInvalidated", "AssignmentCorrected");
    assertThat(state(WALK, HIRED.plusDays(2))).isEqualTo(AssignmentState.ACTIVE);
    assertThat(lms.assignments().standing(MIRA, HIRED.plusDays(1), signed))
        .singleElement()
        .satisfies(
            then -> assertThat(then.situation().state()).isEqualTo(AssignmentState.SATISFIED));
  }

  @Test
  void a_duty_on_a_checklist_that_nobody_published_is_refused() {
    AssignmentRule rule = AssignmentRule.of("runs", Audience.staff(), Subject.checklist("run"));

    assertThatThrownBy(() -> lms.assignments().publish(rule))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(AssignmentReason.SUBJECT_UNKNOWN));
  }
}
