package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.catalog.DayRule.assignment;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.catalog.Subject;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.store.InMemoryStore;

/** What people decide about duties, whatever rules say. */
class DecisionsTest {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  private final Company company = new Company(new InMemoryStore());
  private final Lms lms = company.lms;
  private final Subject course = company.course("c", 1);

  @AfterEach
  void close() {
    company.test.store.close();
  }

  @Test
  void decisions_need_a_reason_a_day_that_has_come_and_something_to_decide() {
    company.on("2026-04-01");
    Assignments all = lms.assignments();

    assertRefused(AssignmentReason.REASON_MISSING, () -> all.waive(PETRA, course, APRIL, " "));
    assertRefused(
        AssignmentReason.FUTURE_DAY, () -> all.waive(PETRA, course, APRIL.plusDays(1), "knows it"));
    assertRefused(
        AssignmentReason.SUBJECT_UNKNOWN,
        () -> all.assign(PETRA, Subject.course("none"), null, APRIL, "asked"));
    assertRefused(
        AssignmentReason.NOT_WAIVED, () -> all.liftWaiver(PETRA, course, APRIL, "why not"));
    assertRefused(
        AssignmentReason.NOT_EXCLUDED, () -> all.liftExclusion(PETRA, course, APRIL, "why not"));
    assertRefused(
        AssignmentReason.NOT_ASSIGNED, () -> all.unassign(PETRA, course, APRIL, "why not"));
    assertRefused(
        AssignmentReason.NO_DUTY,
        () -> all.extend(PETRA, course, APRIL, APRIL.plusDays(9), "was ill"));
    all.assign(PETRA, course, assignment(10), APRIL, "asked for it");
    assertRefused(
        AssignmentReason.NOT_LATER,
        () -> all.extend(PETRA, course, APRIL, APRIL.plusDays(10), "was ill"));
    assertThat(all.extend(PETRA, course, APRIL, APRIL.plusDays(11), "was ill")
            .situation()
            .dueOn())
        .contains(APRIL.plusDays(11));
  }

  @Test
  void waiver_and_exclusion_change_the_duty_and_telling_them_again_changes_nothing() {
    Assignments all = lms.assignments();
    company.on("2026-04-01");
    all.assign(PETRA, course, assignment(30), APRIL, "asked for it");
    company.heard();

    all.waive(PETRA, course, APRIL, "knows it");
    all.waive(PETRA, course, APRIL, "knows it");
    assertThat(company.heard())
        .containsExactly("DutyDecided course c 2026-04-01", "AssignmentWaived course c 2026-04-01");
    all.exclude(PETRA, course, APRIL, "never again");
    assertThat(lms.enrollments().findOpen(PETRA, new CourseId("c"))).isEmpty();
    assertThat(company.compliance(PETRA, "2026-04-01")).isEqualTo("0/0");
    company.on("2026-04-20");
    all.liftExclusion(PETRA, course, LocalDate.of(2026, 4, 20), "one more time");
    all.liftWaiver(PETRA, course, LocalDate.of(2026, 4, 20), "one more time");

    assertThat(company.standing(PETRA, course, "2026-04-20"))
        .isEqualTo("ACTIVE 2 due 2026-05-20 [person]");
    assertThat(company.open(PETRA, "c").cycle()).isEqualTo(2);
  }

  @Test
  void many_are_assigned_at_once() {
    company.on("2026-04-01");
    List<LearnerId> all = java.util.stream.IntStream.range(0, 900)
        .mapToObj(i -> new LearnerId("l" + i))
        .toList();

    lms.assignments().assignAll(all, course, assignment(10), APRIL, "new machine");

    assertThat(lms.assignments()
            .of(course, AssignmentState.ACTIVE, org.lmskit.model.PageRequest.first(1_000))
            .items())
        .hasSize(900);
  }

  @Test
  void decisions_of_past_days_are_taken_in_any_order_and_those_of_today_need_something_to_decide() {
    company.on("2026-04-20");
    Assignments all = lms.assignments();

    all.liftWaiver(PETRA, course, APRIL.plusDays(9), "forgot it");
    all.extend(PETRA, course, APRIL.plusDays(12), APRIL.plusDays(40), "was ill");
    all.waive(PETRA, course, APRIL.plusDays(4), "knows it");
    assertThat(company.standing(PETRA, course, "2026-04-20")).isEqualTo("-");
    all.assign(PETRA, course, assignment(20), APRIL, "asked for it");

    assertThat(company.standing(PETRA, course, "2026-04-04"))
        .isEqualTo("ACTIVE 1 due 2026-04-21 [person]");
    assertThat(company.standing(PETRA, course, "2026-04-05"))
        .isEqualTo("WAIVED 1 due 2026-04-21 [person]");
    assertThat(company.standing(PETRA, course, "2026-04-10"))
        .isEqualTo("ACTIVE 1 due 2026-04-21 [person]");
    assertThat(company.standing(PETRA, course, "2026-04-13"))
        .isEqualTo("ACTIVE 1 due 2026-05-11 [person]");
  }
}
