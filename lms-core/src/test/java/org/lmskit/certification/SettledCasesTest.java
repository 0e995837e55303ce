package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.certification.CertificationState.EXPIRED;
import static org.lmskit.certification.CertificationState.NOT_CERTIFIED;
import static org.lmskit.certification.CertificationState.RENEWAL_DUE;
import static org.lmskit.certification.CertificationState.REVOKED;
import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.day;
import static org.lmskit.certification.Given.due;
import static org.lmskit.certification.Given.elsewhere;
import static org.lmskit.certification.Given.extended;
import static org.lmskit.certification.Given.history;
import static org.lmskit.certification.Given.paused;
import static org.lmskit.certification.Given.primary;
import static org.lmskit.certification.Given.renewal;
import static org.lmskit.certification.Given.resumed;
import static org.lmskit.certification.Given.revoked;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettledCasesTest {
  @Nested
  class Renewals {
    @Test
    void the_kth_renewal_ends_at_the_start_of_the_chain_plus_k_plus_one_times_the_validity() {
      CertificationHistory leap = history(
          FORKLIFT,
          primary("2024-02-29"),
          renewal("2025-02-27"),
          renewal("2026-02-01"),
          renewal("2027-01-15"));

      assertThat(leap.awards())
          .extracting(Award::validUntil)
          .containsExactly(
              day("2025-02-28"), day("2026-02-28"), day("2027-02-28"), day("2028-02-29"));
      assertThat(leap.awards()).extracting(Award::renewal).containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_late_completion_starts_a_new_chain() {
      CertificationHistory history =
          history(FORKLIFT, primary("2025-03-10"), renewal("2026-03-10"), renewal("2027-03-01"));

      assertThat(history.awards())
          .extracting(Award::validUntil)
          .containsExactly(day("2026-03-10"), day("2027-03-10"), day("2028-03-10"));
      assertThat(history.awards()).extracting(Award::renewal).containsExactly(0, 0, 1);
    }

    @Test
    void the_primary_path_counts_as_a_renewal_while_an_award_can_be_renewed() {
      CertificationHistory first = history(FORKLIFT, primary("2025-03-10"));

      assertThat(first.with(primary("2026-01-08")).awards()).hasSize(1);
      assertThat(first.with(primary("2026-01-09")).awards().get(1).validUntil())
          .isEqualTo(day("2027-03-10"));
      assertThat(first.with(primary("2026-03-10")).awards().get(1).validUntil())
          .isEqualTo(day("2027-03-10"));
      assertThat(first.with(primary("2026-04-08")).awards().get(1).kind())
          .isEqualTo(Award.Kind.RENEWAL);
      assertThat(first.with(primary("2026-04-09")).awards().get(1).kind())
          .isEqualTo(Award.Kind.PRIMARY);
      assertThat(first.with(primary("2026-04-09")).awards().get(1).validUntil())
          .isEqualTo(day("2027-04-09"));
    }

    @Test
    void the_renewal_path_makes_no_award_while_not_certified_expired_or_revoked() {
      CertificationHistory none = history(FORKLIFT);
      CertificationHistory first = history(FORKLIFT, primary("2025-03-10"));
      CertificationHistory revoked = first.with(revoked("2025-06-01"));

      assertThat(none.with(renewal("2025-03-10")).stateOn(day("2025-03-10")))
          .isEqualTo(NOT_CERTIFIED);
      assertThat(first.with(renewal("2026-04-09")).stateOn(day("2026-04-09"))).isEqualTo(EXPIRED);
      assertThat(revoked.with(renewal("2026-02-20")).stateOn(day("2026-02-20"))).isEqualTo(REVOKED);
    }

    @Test
    void before_the_window_a_renewal_makes_no_award_on_any_basis() {
      for (ExpiryBasis basis : List.of(
          ExpiryBasis.completion(),
          ExpiryBasis.expiry(),
          ExpiryBasis.fixed(day("2025-12-01"), Period.ofDays(61)))) {
        CertificationHistory first = history(FORKLIFT.basis(basis), primary("2025-03-10"));
        LocalDate opens = first.statusOn(day("2025-03-10")).renewalOpensOn().orElseThrow();

        assertThat(first.allows(renewal(opens.minusDays(1).toString())))
            .as("%s", basis)
            .isFalse();
        assertThat(first.allows(renewal(opens.toString()))).as("%s", basis).isTrue();
      }
    }

    @Test
    void without_a_window_an_award_is_renewed_in_grace_alone() {
      CertificationHistory first =
          history(FORKLIFT.renewalWindow(Period.ZERO), primary("2025-03-10"));

      assertThat(first.allows(renewal("2026-03-09"))).isFalse();
      assertThat(first.allows(renewal("2026-03-10"))).isTrue();
      assertThat(first.statusOn(day("2026-03-09")).renewalOpensOn()).isEmpty();
    }

    @Test
    void two_completions_of_one_day_make_one_award() {
      CertificationHistory twice = history(
          FORKLIFT,
          elsewhere("2025-03-10", "2025-04-10"),
          renewal("2025-03-20"),
          primary("2025-03-20"));

      assertThat(twice.awards()).hasSize(2);
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
      List<CertificationFact> facts = new ArrayList<>(List.of(
          primary("2025-03-10"),
          extended("2026-01-20", "2026-05-01"),
          renewal("2026-04-20"),
          paused("2026-06-01"),
          resumed("2026-09-01"),
          revoked("2027-01-01"),
          renewal("2027-01-02"),
          primary("2027-02-01")));
      CertificationHistory inOrder = history(FORKLIFT, facts.toArray(CertificationFact[]::new));

      for (int seed = 0; seed < 20; seed++) {
        Collections.shuffle(facts, new Random(seed));
        CertificationHistory shuffled = history(FORKLIFT, facts.toArray(CertificationFact[]::new));
        assertThat(shuffled.awards()).isEqualTo(inOrder.awards());
        assertThat(shuffled.due()).isEqualTo(inOrder.due());
      }
    }
  }

  @Nested
  class EarnedElsewhere {
    @Test
    void it_carries_its_own_end_or_the_policy_computes_it() {
      assertThat(history(FORKLIFT, elsewhere("2025-03-10", "2028-01-01"))
              .awards()
              .get(0)
              .validUntil())
          .isEqualTo(day("2028-01-01"));
      assertThat(history(FORKLIFT, elsewhere("2025-03-10", "")).awards().get(0).validUntil())
          .isEqualTo(day("2026-03-10"));
    }

    @Test
    void the_award_that_started_last_decides() {
      CertificationHistory both =
          history(FORKLIFT, primary("2025-03-10"), elsewhere("2025-06-01", "2025-12-01"));

      assertThat(both.statusOn(day("2025-05-31")).validUntil()).contains(day("2026-03-10"));
      assertThat(both.statusOn(day("2025-06-01")).validUntil()).contains(day("2025-12-01"));
      assertThat(both.stateOn(day("2026-01-01"))).isEqualTo(EXPIRED);
    }

    @Test
    void it_is_renewed_on_its_own_anniversary() {
      CertificationHistory renewed = history(
          FORKLIFT,
          elsewhere("2025-03-10", "2028-01-01"),
          renewal("2027-12-01"),
          renewal("2028-12-01"));

      assertThat(renewed.awards())
          .extracting(Award::validUntil)
          .containsExactly(day("2028-01-01"), day("2029-01-01"), day("2030-01-01"));
    }

    @Test
    void a_window_that_is_open_from_the_start_opens_on_the_first_day() {
      CertificationHistory soon = history(FORKLIFT, elsewhere("2025-03-10", "2025-04-10"));

      assertThat(soon.stateOn(day("2025-03-10"))).isEqualTo(RENEWAL_DUE);
      assertThat(due(soon, "2025-12-31"))
          .containsExactly(
              "RENEWAL_WINDOW_OPENED 2025-03-10",
              "CERTIFICATION_EXPIRED 2025-04-10",
              "GRACE_ENDED 2025-05-10");
    }

    @Test
    void an_end_that_is_not_after_the_start_is_refused() {
      assertThatThrownBy(() -> elsewhere("2025-03-10", "2025-03-10"))
          .hasMessage("earned on 2025-03-10, but not valid from 2025-03-10 on");
    }
  }

  @Nested
  class DueInTime {
    @Test
    void without_a_window_none_opens() {
      assertThat(due(
              history(FORKLIFT.renewalWindow(Period.ZERO), primary("2025-03-10")), "2026-12-31"))
          .containsExactly("CERTIFICATION_EXPIRED 2026-03-10", "GRACE_ENDED 2026-04-09");
    }

    @Test
    void without_grace_it_ends_on_the_day_of_expiry_and_after_it() {
      assertThat(due(history(FORKLIFT.grace(Period.ZERO), primary("2025-03-10")), "2026-12-31"))
          .containsExactly(
              "RENEWAL_WINDOW_OPENED 2026-01-09",
              "CERTIFICATION_EXPIRED 2026-03-10",
              "GRACE_ENDED 2026-03-10");
    }

    @Test
    void what_is_due_on_a_day_comes_before_the_facts_of_that_day() {
      CertificationHistory onTheDay =
          history(FORKLIFT, primary("2025-03-10"), renewal("2026-03-10"));

      assertThat(due(onTheDay, "2026-03-10"))
          .containsExactly("RENEWAL_WINDOW_OPENED 2026-01-09", "CERTIFICATION_EXPIRED 2026-03-10");
    }
  }
}
