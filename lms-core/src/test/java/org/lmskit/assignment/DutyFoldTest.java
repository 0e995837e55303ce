package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Life.days;

import org.junit.jupiter.api.Test;
import org.lmskit.catalog.Subject;

class DutyFoldTest {
  private static final Subject COURSE = Subject.course("c");

  private static AssignmentRule warehouse(String id) {
    return AssignmentRule.of(id, Audience.unit("warehouse"), COURSE).due(days(30));
  }

  private static Life petra() {
    return new Life()
        .in("warehouse", "2026-04-01", "2026-04-15")
        .in("office", "2026-04-15", "2026-06-01")
        .in("warehouse", "2026-06-01");
  }

  @Test
  void started_duty_rests_and_is_resumed_with_the_days_that_were_left() {
    Life racking =
        petra().rule(warehouse("r1").exit(ExitPolicy.SUSPEND_IF_STARTED)).started("2026-04-03");

    assertThat(racking.on("2026-03-31")).isEqualTo("-");
    assertThat(racking.on("2026-04-14")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
    assertThat(racking.on("2026-04-15")).isEqualTo("SUSPENDED 1 left 16");
    assertThat(racking.on("2026-06-01")).isEqualTo("ACTIVE 1 due 2026-06-17 [rule r1]");
  }

  @Test
  void duty_that_was_not_started_is_withdrawn_and_comes_back_in_a_new_cycle() {
    Life firstAid = petra().rule(warehouse("r4"));

    assertThat(firstAid.on("2026-04-14")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r4]");
    assertThat(firstAid.on("2026-05-20")).isEqualTo("WITHDRAWN 1");
    assertThat(firstAid.on("2026-06-01")).isEqualTo("ACTIVE 2 due 2026-07-01 [rule r4]");
  }

  @Test
  void completed_duty_is_never_opened_again() {
    Life protection = petra()
        .rule(AssignmentRule.of("r3", Audience.staff(), COURSE).due(days(14)))
        .rule(warehouse("r5"))
        .completed("2026-04-10");

    assertThat(protection.on("2026-04-14"))
        .isEqualTo("SATISFIED 1 due 2026-04-15 [rule r3, rule r5]");
    assertThat(protection.on("2026-04-15")).isEqualTo("SATISFIED 1 due 2026-04-15 [rule r3]");
    assertThat(protection.on("2026-06-01"))
        .isEqualTo("SATISFIED 1 due 2026-04-15 [rule r3, rule r5]");
  }

  @Test
  void overdue_days_stay_in_the_history_of_a_withdrawn_duty() {
    Life warden =
        petra().rule(AssignmentRule.of("r6", Audience.unit("office"), COURSE).due(days(30)));

    assertThat(warden.on("2026-04-15")).isEqualTo("ACTIVE 1 due 2026-05-15 [rule r6]");
    assertThat(warden.reminders("2026-12-31")).containsExactly("OVERDUE 2026-05-16");
    assertThat(warden.on("2026-06-01")).isEqualTo("WITHDRAWN 1");
  }
}
