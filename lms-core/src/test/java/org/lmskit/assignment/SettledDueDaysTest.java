package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Life.day;
import static org.lmskit.assignment.Life.days;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;

/** Settled cases of the days on which duties are due. */
class SettledDueDaysTest {
  private static final Subject COURSE = Subject.course("c");

  private static AssignmentRule rule(String id, String unit, DayRule due) {
    return AssignmentRule.of(id, Audience.unit(unit), COURSE).due(due);
  }

  private static AssignmentRule warehouse() {
    return rule("r1", "warehouse", days(30));
  }

  @Nested
  class DueDays {
    @Test
    void of_several_reasons_the_earliest_due_day_rules() {
      Life life = new Life()
          .rule(warehouse())
          .rule(AssignmentRule.of("r2", Audience.staff(), COURSE).due(days(14)))
          .in("warehouse", "2026-04-01");

      assertThat(life.on("2026-04-01")).isEqualTo("ACTIVE 1 due 2026-04-15 [rule r1, rule r2]");
    }

    @Test
    void reason_that_ends_never_makes_it_later_than_that_of_the_next_one() {
      Life life = new Life()
          .rule(rule("r1", "warehouse", days(10)))
          .rule(AssignmentRule.of("r2", Audience.staff(), COURSE).due(days(40)))
          .in("warehouse", "2026-04-01", "2026-04-05")
          .in("office", "2026-04-05");

      assertThat(life.on("2026-04-04")).isEqualTo("ACTIVE 1 due 2026-04-11 [rule r1, rule r2]");
      assertThat(life.on("2026-04-05")).isEqualTo("ACTIVE 1 due 2026-05-11 [rule r2]");
    }

    @Test
    void hire_is_the_start_of_the_current_unbroken_employment() {
      Life life = new Life()
          .rule(rule("r1", "warehouse", DayRule.hire(30)))
          .in("office", "2026-01-01", "2026-02-01")
          .in("office", "2026-03-20", "2026-04-01")
          .in("warehouse", "2026-04-01");

      assertThat(life.on("2026-04-01")).isEqualTo("ACTIVE 1 due 2026-04-19 [rule r1]");
    }

    @Test
    void appointment_counts_from_the_one_by_which_he_matches() {
      Life life = new Life()
          .rule(rule("r1", "warehouse", DayRule.appointment(30)))
          .in("office", "2026-01-01")
          .in("warehouse", "2026-04-01");

      assertThat(life.on("2026-04-01")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
    }

    @Test
    void due_is_never_before_the_day_from_which_it_is_a_duty() {
      Life life = new Life()
          .rule(rule("r1", "warehouse", DayRule.fixed(day("2026-03-01"))))
          .in("warehouse", "2026-04-01");

      assertThat(life.on("2026-04-01")).isEqualTo("ACTIVE 1 due 2026-04-01 [rule r1]");
      assertThat(life.reminders("2026-12-31")).containsExactly("OVERDUE 2026-04-02");
    }

    @Test
    void realistic_allowance_counts_from_the_day_on_which_it_became_known() {
      AssignmentRule late = rule("r1", "warehouse", DayRule.hire(3));

      assertThat(new Life()
              .rule(late)
              .in("warehouse", "2026-05-18")
              .knownOn("2026-05-27")
              .on("2026-05-27"))
          .isEqualTo("ACTIVE 1 due 2026-05-21 [rule r1]");
      assertThat(new Life()
              .rule(late.allowing(Allowance.REALISTIC_ALLOWANCE))
              .in("warehouse", "2026-05-18")
              .knownOn("2026-05-27")
              .on("2026-05-27"))
          .isEqualTo("ACTIVE 1 due 2026-05-30 [rule r1]");
    }

    @Test
    void extension_is_an_absolute_day_and_reminders_follow_it() {
      Life life = new Life()
          .rule(warehouse().reminding(Reminders.before(7).escalating(3)))
          .in("warehouse", "2026-04-01")
          .decided(Decision.extend(day("2026-04-28"), day("2026-05-20")));

      assertThat(life.on("2026-04-27")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
      assertThat(life.on("2026-04-28")).isEqualTo("ACTIVE 1 due 2026-05-20 [rule r1]");
      assertThat(life.reminders("2026-12-31"))
          .containsExactly(
              "DUE_SOON 2026-04-24",
              "DUE_SOON 2026-05-13",
              "OVERDUE 2026-05-21",
              "ESCALATED 2026-05-23");
    }

    @Test
    void done_on_the_due_day_is_done_in_time() {
      Life life =
          new Life().rule(warehouse()).in("warehouse", "2026-04-01").completed("2026-05-01");

      assertThat(life.reminders("2026-12-31")).isEmpty();
      assertThat(life.on("2026-05-01")).isEqualTo("SATISFIED 1 due 2026-05-01 [rule r1]");
    }
  }
}
