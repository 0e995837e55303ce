package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.certification.CertificationState.CERTIFIED;
import static org.lmskit.certification.CertificationState.EXPIRED;
import static org.lmskit.certification.CertificationState.IN_GRACE;
import static org.lmskit.certification.CertificationState.PAUSED;
import static org.lmskit.certification.CertificationState.RENEWAL_DUE;
import static org.lmskit.certification.CertificationState.REVOKED;
import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.day;
import static org.lmskit.certification.Given.due;
import static org.lmskit.certification.Given.extended;
import static org.lmskit.certification.Given.history;
import static org.lmskit.certification.Given.paused;
import static org.lmskit.certification.Given.primary;
import static org.lmskit.certification.Given.renewal;
import static org.lmskit.certification.Given.resumed;
import static org.lmskit.certification.Given.revoked;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Settled cases of awards that people extend, let rest or take away. */
class SettledInterventionsTest {
  @Nested
  class Extensions {
    private final CertificationHistory extended =
        history(FORKLIFT, primary("2025-03-10"), extended("2026-02-01", "2026-06-10"));

    @Test
    void window_end_and_grace_count_from_the_extended_date() {
      CertificationStatus status = extended.statusOn(day("2026-02-01"));

      assertThat(status.state()).isEqualTo(CERTIFIED);
      assertThat(status.validUntil()).contains(day("2026-06-10"));
      assertThat(status.renewalOpensOn()).contains(day("2026-04-11"));
      assertThat(status.graceEndsOn()).contains(day("2026-07-10"));
      assertThat(status.award().orElseThrow().baselineUntil()).isEqualTo(day("2026-03-10"));
    }

    @Test
    void the_days_before_it_keep_their_state() {
      assertThat(extended.stateOn(day("2026-01-31"))).isEqualTo(RENEWAL_DUE);
    }

    @Test
    void the_next_anniversary_counts_from_the_baseline() {
      CertificationHistory renewed = extended.with(renewal("2026-05-20"));

      assertThat(renewed.awards().get(1).validUntil()).isEqualTo(day("2027-03-10"));
    }

    @Test
    void an_extension_longer_than_the_validity_leaves_the_next_anniversary_after_it() {
      CertificationHistory renewed = history(
          FORKLIFT,
          primary("2025-03-10"),
          extended("2026-02-01", "2027-06-10"),
          renewal("2027-06-01"));

      assertThat(renewed.awards().get(1).validUntil()).isEqualTo(day("2028-03-10"));
    }

    @Test
    void only_a_valid_award_can_be_extended_and_only_to_a_later_day() {
      CertificationHistory first = history(FORKLIFT, primary("2025-03-10"));

      assertThat(first.allows(extended("2026-03-09", "2026-03-11"))).isTrue();
      assertThat(first.allows(extended("2026-03-10", "2026-06-10"))).isFalse();
      assertThat(first.allows(extended("2026-03-09", "2026-03-10"))).isFalse();
      assertThat(first.allows(extended("2025-03-09", "2026-06-10"))).isFalse();
      assertThat(first.with(extended("2026-03-10", "2026-06-10")).stateOn(day("2026-03-11")))
          .isEqualTo(IN_GRACE);
    }

    @Test
    void the_window_opens_again_for_an_award_that_was_extended_inside_it() {
      assertThat(due(extended, "2026-12-31"))
          .containsExactly(
              "RENEWAL_WINDOW_OPENED 2026-01-09",
              "RENEWAL_WINDOW_OPENED 2026-04-11",
              "CERTIFICATION_EXPIRED 2026-06-10",
              "GRACE_ENDED 2026-07-10");
    }

    @Test
    void a_window_that_stays_open_does_not_open_again() {
      CertificationHistory shortly =
          history(FORKLIFT, primary("2025-03-10"), extended("2026-02-01", "2026-03-20"));

      assertThat(due(shortly, "2026-12-31"))
          .containsExactly(
              "RENEWAL_WINDOW_OPENED 2026-01-09",
              "CERTIFICATION_EXPIRED 2026-03-20",
              "GRACE_ENDED 2026-04-19");
    }
  }

  @Nested
  class Pauses {
    private final CertificationHistory leave =
        history(FORKLIFT, primary("2025-03-10"), paused("2025-12-01"), resumed("2026-03-01"));

    @Test
    void resuming_moves_the_end_by_the_paused_days() {
      assertThat(leave.stateOn(day("2025-11-30"))).isEqualTo(CERTIFIED);
      assertThat(leave.stateOn(day("2025-12-01"))).isEqualTo(PAUSED);
      assertThat(leave.stateOn(day("2026-02-28"))).isEqualTo(PAUSED);
      assertThat(leave.statusOn(day("2026-02-28")).compliant()).isFalse();
      assertThat(leave.statusOn(day("2026-03-01")).validUntil()).contains(day("2026-06-08"));
      assertThat(leave.stateOn(day("2026-03-01"))).isEqualTo(CERTIFIED);
    }

    @Test
    void nothing_becomes_due_during_a_pause() {
      CertificationHistory open = history(FORKLIFT, primary("2025-03-10"), paused("2025-12-01"));

      assertThat(due(open, "2030-01-01")).isEmpty();
      assertThat(due(leave, "2026-12-31"))
          .containsExactly(
              "RENEWAL_WINDOW_OPENED 2026-04-09",
              "CERTIFICATION_EXPIRED 2026-06-08",
              "GRACE_ENDED 2026-07-08");
    }

    @Test
    void the_next_anniversary_counts_from_the_moved_end() {
      assertThat(leave.with(renewal("2026-05-01")).awards().get(1).validUntil())
          .isEqualTo(day("2027-06-08"));
    }

    @Test
    void a_pause_moves_the_baseline_of_an_extended_award_too() {
      CertificationHistory both = history(
          FORKLIFT,
          primary("2025-03-10"),
          extended("2026-02-01", "2026-06-10"),
          paused("2026-03-01"),
          resumed("2026-03-11"),
          renewal("2026-06-01"));

      assertThat(both.awards().get(0).validUntil()).isEqualTo(day("2026-06-20"));
      assertThat(both.awards().get(0).baselineUntil()).isEqualTo(day("2026-03-20"));
      assertThat(both.awards().get(1).validUntil()).isEqualTo(day("2027-03-20"));
    }

    @Test
    void an_award_may_rest_in_its_grace_and_has_the_rest_of_it_afterwards() {
      CertificationHistory grace =
          history(FORKLIFT, primary("2025-03-10"), paused("2026-03-20"), resumed("2026-05-20"));

      assertThat(grace.stateOn(day("2026-04-30"))).isEqualTo(PAUSED);
      assertThat(grace.stateOn(day("2026-06-08"))).isEqualTo(IN_GRACE);
      assertThat(grace.stateOn(day("2026-06-09"))).isEqualTo(EXPIRED);
      assertThat(due(grace, "2026-12-31"))
          .containsExactly(
              "RENEWAL_WINDOW_OPENED 2026-01-09",
              "CERTIFICATION_EXPIRED 2026-03-10",
              "GRACE_ENDED 2026-06-09");
    }

    @Test
    void what_has_nothing_to_rest_cannot_be_paused_nor_resumed() {
      CertificationHistory first = history(FORKLIFT, primary("2025-03-10"));

      assertThat(history(FORKLIFT).allows(paused("2025-03-10"))).isFalse();
      assertThat(first.allows(paused("2026-04-09"))).isFalse();
      assertThat(first.allows(resumed("2025-12-01"))).isFalse();
      assertThat(first.with(paused("2025-12-01")).allows(paused("2025-12-02"))).isFalse();
      assertThat(first.with(paused("2025-12-01")).allows(resumed("2025-12-01"))).isFalse();
      assertThat(first.with(paused("2025-12-01")).allows(resumed("2025-12-02"))).isTrue();
    }

    @Test
    void a_completion_during_a_pause_makes_no_award() {
      CertificationHistory open = history(FORKLIFT, primary("2025-03-10"), paused("2026-02-01"));

      assertThat(open.allows(renewal("2026-02-20"))).isFalse();
      assertThat(open.allows(primary("2026-02-20"))).isFalse();
    }
  }

  @Nested
  class Revocations {
    private final CertificationHistory first = history(FORKLIFT, primary("2025-03-10"));

    @Test
    void revoked_lasts_past_the_natural_end_until_a_later_primary_completion() {
      CertificationHistory revoked = first.with(revoked("2025-06-01"));

      assertThat(revoked.stateOn(day("2025-05-31"))).isEqualTo(CERTIFIED);
      assertThat(revoked.stateOn(day("2029-01-01"))).isEqualTo(REVOKED);
      assertThat(revoked.with(primary("2025-07-01")).statusOn(day("2025-07-01")).validUntil())
          .contains(day("2026-07-01"));
    }

    @Test
    void a_primary_completion_of_the_same_day_is_not_later() {
      CertificationHistory same = first.with(revoked("2025-06-01")).with(primary("2025-06-01"));

      assertThat(same.stateOn(day("2025-06-02"))).isEqualTo(REVOKED);
    }

    @Test
    void only_an_award_that_is_valid_on_the_day_can_be_revoked() {
      assertThat(first.allows(revoked("2025-03-09"))).isFalse();
      assertThat(first.allows(revoked("2025-03-10"))).isTrue();
      assertThat(first.allows(revoked("2026-03-09"))).isTrue();
      assertThat(first.allows(revoked("2026-03-10"))).isFalse();
      assertThat(first.with(revoked("2026-03-10")).stateOn(day("2026-03-11"))).isEqualTo(IN_GRACE);
    }

    @Test
    void later_awards_of_the_chain_go_with_it() {
      CertificationHistory chain = first.with(renewal("2026-02-20")).with(renewal("2027-02-20"));

      CertificationHistory revoked = chain.with(revoked("2026-02-01"));

      assertThat(chain.stateOn(day("2027-06-01"))).isEqualTo(CERTIFIED);
      assertThat(revoked.stateOn(day("2026-01-31"))).isEqualTo(RENEWAL_DUE);
      assertThat(revoked.stateOn(day("2026-03-01"))).isEqualTo(REVOKED);
      assertThat(revoked.stateOn(day("2027-06-01"))).isEqualTo(REVOKED);
      assertThat(revoked.awards()).hasSize(1);
    }

    @Test
    void a_resting_award_can_be_revoked_if_it_was_valid_when_it_began_to_rest() {
      CertificationHistory valid = first.with(paused("2025-12-01"));
      CertificationHistory lapsed = first.with(paused("2026-03-20"));

      assertThat(valid.with(revoked("2026-06-01")).stateOn(day("2026-06-01"))).isEqualTo(REVOKED);
      assertThat(valid
              .with(revoked("2026-06-01"))
              .with(resumed("2026-07-01"))
              .stateOn(day("2026-07-01")))
          .isEqualTo(REVOKED);
      assertThat(lapsed.allows(revoked("2026-04-01"))).isFalse();
    }

    @Test
    void nothing_becomes_due_for_a_revoked_award() {
      assertThat(due(first.with(revoked("2026-02-01")), "2030-01-01"))
          .containsExactly("RENEWAL_WINDOW_OPENED 2026-01-09");
    }
  }
}
