package org.lmskit.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.AssignmentState;
import org.lmskit.assignment.Audience;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.Step;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/** A mentor's sign-off as the last step of an onboarding that is a duty. */
class ObservedDutyTest {
  private static final LearnerId MIRA = new LearnerId("mira");
  private static final Subject WALK = Subject.checklist("walk");
  private static final LocalDate HIRED = LocalDate.of(2026, 3, 2);

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  private AssignmentState state(Subject subject, LocalDate day) {
    return lms.assignments()
        .standing(MIRA, subject, day)
        .orElseThrow()
        .situation()
        .state();
  }

  @Test
  void the_duty_of_the_step_and_of_the_path_are_satisfied_by_the_sign_off() {
    lms.workforce().place(new OrgUnitId("hq"), "HQ", null, HIRED.minusDays(100));
    lms.workforce().define(new Position(new PositionId("worker"), "Worker"));
    lms.workforce().save(new LearnerId("sam"), LearnerProfile.named("Sam"));
    lms.observations()
        .publish(Checklist.of("walk", "A walk")
            .criterion(Criterion.of("c", "Looks around", Scale.YES_NO))
            .passingWith(1));
    lms.paths()
        .publish(LearningPath.of("onboarding", "Onboarding")
            .step(Step.of("s1", "Mentor sign-off", WALK).due(DayRule.hire(30))));
    lms.assignments()
        .publish(AssignmentRule.of("new", Audience.staff(), Subject.path("onboarding")));
    lms.workforce()
        .appoint(
            AppointmentEntry.of("job", "mira", "hq", "worker", ZoneId.of("Europe/Lisbon"), HIRED)
                .under("tom"));
    assertThat(state(WALK, HIRED)).isEqualTo(AssignmentState.ACTIVE);
    assertThat(lms.assignments()
            .standing(MIRA, WALK, HIRED)
            .orElseThrow()
            .situation()
            .dueOn())
        .contains(HIRED.plusDays(30));
    test.pass(Duration.ofDays(29));
    Observation seen =
        lms.observations().observe(ObservationEntry.of("walk", "mira", "sam").points("c", 1));
    test.pass(Duration.ofDays(3));
    assertThat(state(WALK, HIRED.plusDays(32))).isEqualTo(AssignmentState.ACTIVE);

    lms.observations().signOff(seen.id(), new LearnerId("tom"), TestLms.PROOF);

    assertThat(state(WALK, HIRED.plusDays(29))).isEqualTo(AssignmentState.SATISFIED);
    assertThat(state(Subject.path("onboarding"), HIRED.plusDays(32)))
        .isEqualTo(AssignmentState.SATISFIED);
    assertThat(lms.assignments().compliance(MIRA, HIRED.plusDays(32)).toString())
        .isEqualTo("2/2");
  }
}
