package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.certification.Given.FORKLIFT;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Problem;

class CertificationPolicyTest {
  @Test
  void a_sound_policy_has_no_problems() {
    assertThat(FORKLIFT.problems()).isEmpty();
    assertThat(FORKLIFT.renewalWindow(Period.ZERO).grace(Period.ZERO).problems())
        .isEmpty();
    assertThat(FORKLIFT
            .basis(ExpiryBasis.completion())
            .renewalWindow(Period.ofDays(335))
            .problems())
        .isEmpty();
  }

  @Test
  void a_window_as_long_as_the_validity_is_refused_by_the_shortest_lengths() {
    assertThat(FORKLIFT.renewalWindow(Period.ofMonths(12)).problems())
        .extracting(Problem::code)
        .containsExactly("CERTIFICATION-003");
    assertThat(FORKLIFT.renewalWindow(Period.ofDays(336)).problems()).hasSize(1);
    assertThat(FORKLIFT
            .validity(Period.ofMonths(1))
            .renewalWindow(Period.ofDays(28))
            .problems()
            .get(0)
            .message())
        .isEqualTo("the window of P28D is not shorter than the validity of P1M; make it shorter");
    assertThat(FORKLIFT
            .validity(Period.ofMonths(1))
            .renewalWindow(Period.ofDays(27))
            .problems())
        .isEmpty();
  }

  @Test
  void a_validity_that_is_not_positive_is_refused() {
    assertThat(FORKLIFT.validity(Period.ZERO).problems())
        .extracting(Problem::code)
        .contains("CERTIFICATION-001");
    assertThat(FORKLIFT.validity(Period.of(0, 13, -31)).problems())
        .extracting(Problem::code)
        .contains("CERTIFICATION-001");
  }

  @Test
  void a_negative_window_or_grace_is_refused() {
    assertThat(FORKLIFT.grace(Period.ofDays(-1)).problems())
        .extracting(Problem::code)
        .containsExactly("CERTIFICATION-002");
    assertThat(FORKLIFT.renewalWindow(Period.ofMonths(-1)).problems())
        .extracting(Problem::code)
        .containsExactly("CERTIFICATION-002");
  }
}
