package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Life.day;
import static org.lmskit.assignment.Life.days;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;

/** The settled cases of assignments, each in one test. */
class SettledAssignmentsTest {
  private static final Subject COURSE = Subject.course("c");

  private static AssignmentRule rule(String id, String unit, DayRule due) {
    return AssignmentRule.of(id, Audience.unit(unit), COURSE).due(due);
  }

  private static AssignmentRule warehouse() {
    return rule("r1", "warehouse", days(30));
  }

  /** In the warehouse from April 1st to 15th, and again from June 1st. */
  private static Life transfer(AssignmentRule rule) {
    return new Life()
        .rule(rule)
        .in("warehouse", "2026-04-01", "2026-04-15")
        .in("office", "2026-04-15", "2026-06-01")
        .in("warehouse", "2026-06-01");
  }

  @Nested
  class Leaving {
    @Test
    void suspend_if_started_withdraws_what_was_not_started() {
      Life life = transfer(warehouse().exit(ExitPolicy.SUSPEND_IF_STARTED));

      assertThat(life.on("2026-04-15")).isEqualTo("WITHDRAWN 1");
    }

    @Test
    void withdraw_if_not_started_is_the_default_and_suspends_what_was_started() {
      assertThat(warehouse().exit()).isEqualTo(ExitPolicy.WITHDRAW_IF_NOT_STARTED);
      assertThat(transfer(warehouse()).started("2026-04-14").on("2026-04-15"))
          .isEqualTo("SUSPENDED 1 left 16");
    }

    @Test
    void retain_keeps_the_reason_and_the_duty_due() {
      Life life = transfer(warehouse().exit(ExitPolicy.RETAIN));

      assertThat(life.on("2026-05-20")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
      assertThat(life.on("2026-06-01")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
      assertThat(life.reminders("2026-12-31")).containsExactly("OVERDUE 2026-05-02");
    }

    @Test
    void cancel_withdraws_what_was_started_and_coming_back_opens_a_new_cycle() {
      Life life = transfer(warehouse().exit(ExitPolicy.CANCEL)).started("2026-04-03");

      assertThat(life.on("2026-04-15")).isEqualTo("WITHDRAWN 1");
      assertThat(life.on("2026-06-01")).isEqualTo("ACTIVE 2 due 2026-07-01 [rule r1]");
    }

    @Test
    void exits_come_at_midnight_before_what_is_done_on_that_day() {
      assertThat(transfer(warehouse()).started("2026-04-15").on("2026-04-15"))
          .isEqualTo("WITHDRAWN 1");
      assertThat(transfer(warehouse()).completed("2026-04-15").on("2026-04-15"))
          .isEqualTo("WITHDRAWN 1");
      assertThat(transfer(warehouse()).completed("2026-04-14").on("2026-04-15"))
          .isEqualTo("NOT_REQUIRED 1 due 2026-05-01");
    }

    @Test
    void of_reasons_that_end_on_one_day_the_least_destructive_policy_wins() {
      Life life = transfer(warehouse().exit(ExitPolicy.CANCEL))
          .rule(rule("r2", "warehouse", days(60)).exit(ExitPolicy.SUSPEND_IF_STARTED))
          .started("2026-04-03");

      assertThat(life.on("2026-04-15")).isEqualTo("SUSPENDED 1 left 16");
      life.rule(rule("r3", "warehouse", days(90)).exit(ExitPolicy.RETAIN));
      assertThat(life.on("2026-04-15")).isEqualTo("ACTIVE 1 due 2026-06-30 [rule r3]");
    }

    @Test
    void duty_that_loses_one_reason_and_gains_another_on_a_day_was_never_without() {
      Life life =
          transfer(warehouse().exit(ExitPolicy.CANCEL)).rule(rule("r2", "office", days(20)));

      assertThat(life.on("2026-04-15")).isEqualTo("ACTIVE 1 due 2026-05-05 [rule r2]");
      assertThat(life.timeline().moments())
          .noneMatch(moment -> moment.situation().state() == AssignmentState.WITHDRAWN);
    }
  }

  @Nested
  class ComingBack {
    @Test
    void remaining_days_are_never_less_than_none() {
      Life life = new Life()
          .rule(rule("r1", "warehouse", days(5)))
          .in("warehouse", "2026-04-01", "2026-04-15")
          .in("warehouse", "2026-06-01")
          .started("2026-04-02");

      assertThat(life.on("2026-04-15")).isEqualTo("SUSPENDED 1 left 0");
      assertThat(life.on("2026-06-01")).isEqualTo("ACTIVE 1 due 2026-06-01 [rule r1]");
    }

    @Test
    void fixed_date_is_unchanged() {
      Life life =
          transfer(rule("r1", "warehouse", DayRule.fixed(day("2026-05-10")))).started("2026-04-02");

      assertThat(life.on("2026-06-01")).isEqualTo("ACTIVE 1 due 2026-05-10 [rule r1]");
      assertThat(life.reminders("2026-06-01")).containsExactly("OVERDUE 2026-06-01");
    }

    @Test
    void another_rule_brings_the_same_cycle_back() {
      Life life = new Life()
          .rule(warehouse())
          .rule(rule("r2", "racks", days(30)))
          .in("warehouse", "2026-04-01", "2026-04-15")
          .in("racks", "2026-06-01")
          .started("2026-04-02");

      assertThat(life.on("2026-06-01")).isEqualTo("ACTIVE 1 due 2026-06-17 [rule r2]");
    }
  }

  @Nested
  class WorkDone {
    @Test
    void earlier_completion_counts_from_the_day_from_which_it_is_a_duty() {
      Life life =
          new Life().rule(warehouse()).in("warehouse", "2026-04-01").completed("2025-11-11");

      assertThat(life.on("2026-04-01")).isEqualTo("SATISFIED 1 due 2026-05-01 [rule r1]");
      assertThat(life.timeline().moments().get(0).situation().satisfiedOn())
          .contains(day("2026-04-01"));
    }

    @Test
    void earlier_completion_does_not_count_in_a_cycle_that_retraining_opened() {
      Life life = new Life()
          .rule(warehouse())
          .in("warehouse", "2026-04-01")
          .completed("2026-04-10")
          .again("2026-08-01");

      assertThat(life.on("2026-07-31")).isEqualTo("SATISFIED 1 due 2026-05-01 [rule r1]");
      assertThat(life.on("2026-08-01")).isEqualTo("ACTIVE 2 due 2026-08-31 [rule r1]");
      assertThat(life.completed("2026-08-02").on("2026-08-02"))
          .isEqualTo("SATISFIED 2 due 2026-08-31 [rule r1]");
    }

    @Test
    void work_done_while_suspended_satisfies_it_once_it_is_alive_again() {
      Life life = transfer(warehouse()).started("2026-04-02").completed("2026-05-10");

      assertThat(life.on("2026-05-10")).isEqualTo("SUSPENDED 1 left 16");
      assertThat(life.on("2026-06-01")).isEqualTo("SATISFIED 1 due 2026-06-17 [rule r1]");
    }

    @Test
    void work_done_while_withdrawn_satisfies_it_once_it_is_alive_again() {
      Life life = transfer(warehouse()).completed("2026-05-10");

      assertThat(life.on("2026-05-10")).isEqualTo("WITHDRAWN 1");
      assertThat(life.on("2026-06-01")).isEqualTo("SATISFIED 2 due 2026-07-01 [rule r1]");
    }

    @Test
    void work_done_while_waived_satisfies_it_once_the_waiver_is_lifted() {
      Life life = new Life()
          .rule(warehouse())
          .in("warehouse", "2026-04-01")
          .decided(Decision.Kind.WAIVE, "2026-04-02")
          .completed("2026-04-20")
          .decided(Decision.Kind.LIFT_WAIVER, "2026-06-01");

      assertThat(life.on("2026-04-20")).isEqualTo("WAIVED 1 due 2026-05-01 [rule r1]");
      assertThat(life.on("2026-06-01")).isEqualTo("SATISFIED 1 due 2026-05-01 [rule r1]");
      assertThat(life.reminders("2026-12-31")).isEmpty();
    }
  }

  @Nested
  class Decisions {
    @Test
    void lifting_a_waiver_gives_the_same_cycle_with_its_old_due_day() {
      Life life = new Life()
          .rule(warehouse())
          .in("warehouse", "2026-04-01")
          .decided(Decision.Kind.WAIVE, "2026-04-10")
          .decided(Decision.Kind.LIFT_WAIVER, "2026-06-01");

      assertThat(life.on("2026-05-20")).isEqualTo("WAIVED 1 due 2026-05-01 [rule r1]");
      assertThat(life.on("2026-06-01")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
      assertThat(life.reminders("2026-12-31")).containsExactly("OVERDUE 2026-06-01");
    }

    @Test
    void lifting_an_exclusion_gives_a_new_cycle_from_that_day() {
      Life life = new Life()
          .rule(warehouse())
          .in("warehouse", "2026-04-01")
          .started("2026-04-02")
          .decided(Decision.Kind.EXCLUDE, "2026-04-10")
          .decided(Decision.Kind.LIFT_EXCLUSION, "2026-06-01");

      assertThat(life.on("2026-05-20")).isEqualTo("EXCLUDED 1 [rule r1]");
      assertThat(life.on("2026-06-01")).isEqualTo("ACTIVE 2 due 2026-07-01 [rule r1]");
    }

    @Test
    void waivers_and_exclusions_beat_rules_that_come_later() {
      Life life = new Life()
          .rule(warehouse())
          .in("warehouse", "2026-04-01")
          .decided(Decision.Kind.WAIVE, "2026-03-01");
      Life other = new Life()
          .rule(warehouse())
          .in("warehouse", "2026-04-01")
          .decided(Decision.Kind.EXCLUDE, "2026-03-01");

      assertThat(life.on("2026-04-01")).isEqualTo("WAIVED 1 due 2026-05-01 [rule r1]");
      assertThat(other.on("2026-04-01")).isEqualTo("EXCLUDED 0 [rule r1]");
    }

    @Test
    void duty_that_a_person_gave_lives_until_he_takes_it_back() {
      Life life = transfer(warehouse())
          .decided(Decision.assign(day("2026-04-15"), days(10)))
          .decided(Decision.Kind.UNASSIGN, "2026-05-01");

      assertThat(life.on("2026-04-15")).isEqualTo("ACTIVE 1 due 2026-04-25 [person]");
      assertThat(life.on("2026-05-01")).isEqualTo("WITHDRAWN 1");
    }
  }

  @Nested
  class Modes {
    private Life joining(RuleMode before, RuleMode after) {
      return new Life()
          .rule(warehouse().mode(before))
          .then(warehouse().mode(after), "2026-05-01")
          .in("warehouse", "2026-04-01");
    }

    private Life leaving(RuleMode before, RuleMode after) {
      return new Life()
          .rule(warehouse().mode(before))
          .then(warehouse().mode(after), "2026-05-01")
          .in("warehouse", "2026-03-01", "2026-04-15");
    }

    @Test
    void switching_applies_the_difference_on_its_day_and_not_before() {
      for (RuleMode silent : new RuleMode[] {RuleMode.PAUSED, RuleMode.REMOVE_ONLY}) {
        Life life = joining(silent, RuleMode.UPDATE);

        assertThat(life.on("2026-04-30")).isEqualTo("-");
        assertThat(life.on("2026-05-01")).isEqualTo("ACTIVE 1 due 2026-05-31 [rule r1]");
      }
      assertThat(leaving(RuleMode.ADD_ONLY, RuleMode.UPDATE).on("2026-04-30"))
          .isEqualTo("ACTIVE 1 due 2026-03-31 [rule r1]");
      assertThat(leaving(RuleMode.ADD_ONLY, RuleMode.UPDATE).on("2026-05-01"))
          .isEqualTo("WITHDRAWN 1");
    }

    @Test
    void paused_neither_adds_nor_removes() {
      assertThat(joining(RuleMode.PAUSED, RuleMode.PAUSED).on("2026-06-01")).isEqualTo("-");
      assertThat(new Life()
              .rule(warehouse())
              .then(warehouse().mode(RuleMode.PAUSED), "2026-04-10")
              .in("warehouse", "2026-04-01", "2026-04-15")
              .on("2026-04-20"))
          .isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
    }

    @Test
    void add_only_adds_and_never_removes() {
      assertThat(leaving(RuleMode.ADD_ONLY, RuleMode.ADD_ONLY).on("2026-06-01"))
          .isEqualTo("ACTIVE 1 due 2026-03-31 [rule r1]");
    }

    @Test
    void remove_only_removes_and_never_adds() {
      Life life = new Life()
          .rule(warehouse())
          .then(warehouse().mode(RuleMode.REMOVE_ONLY), "2026-04-10")
          .in("warehouse", "2026-04-01", "2026-04-15")
          .in("warehouse", "2026-06-01");

      assertThat(life.on("2026-04-14")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
      assertThat(life.on("2026-06-01")).isEqualTo("WITHDRAWN 1");
    }

    @Test
    void reason_keeps_the_due_day_of_the_version_that_gave_it() {
      Life life = new Life()
          .rule(warehouse())
          .then(rule("r1", "warehouse", days(5)), "2026-04-10")
          .in("warehouse", "2026-04-01");

      assertThat(life.on("2026-04-10")).isEqualTo("ACTIVE 1 due 2026-05-01 [rule r1]");
    }
  }
}
