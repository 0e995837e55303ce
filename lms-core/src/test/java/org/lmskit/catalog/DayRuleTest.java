package org.lmskit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lmskit.catalog.DayRule.Anchor;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Body;

class DayRuleTest {
  private static final LocalDate HIRED = LocalDate.of(2026, 5, 18);

  private final DayRule.Days mira = new DayRule.Days() {
    @Override
    public Optional<LocalDate> of(Anchor anchor) {
      return Optional.ofNullable(Map.of(Anchor.HIRE, HIRED).get(anchor));
    }

    @Override
    public Optional<LocalDate> completed(Subject subject) {
      return Optional.of(HIRED.plusDays(4)).filter(day -> subject.equals(Subject.step("s1")));
    }
  };

  @Test
  void a_day_counts_from_what_is_known_of_a_learner() {
    assertThat(DayRule.hire(3).on(mira)).contains(LocalDate.of(2026, 5, 21));
    assertThat(DayRule.hire(0).on(mira)).contains(HIRED);
    assertThat(DayRule.followingStep("s1", 2).on(mira)).contains(LocalDate.of(2026, 5, 24));
    assertThat(DayRule.fixed(HIRED).on(mira)).contains(HIRED);
  }

  @Test
  void without_the_day_it_counts_from_there_is_none() {
    assertThat(DayRule.assignment(3).on(mira)).isEmpty();
    assertThat(DayRule.followingStep("s2", 2).on(mira)).isEmpty();
  }

  @Test
  void months_are_clipped_at_their_end() {
    DayRule month = new DayRule.Since(Anchor.HIRE, Period.ofMonths(1));

    assertThat(month.on(new DayRule.Days() {
          @Override
          public Optional<LocalDate> of(Anchor anchor) {
            return Optional.of(LocalDate.of(2026, 1, 31));
          }

          @Override
          public Optional<LocalDate> completed(Subject subject) {
            return Optional.empty();
          }
        }))
        .contains(LocalDate.of(2026, 2, 28));
  }

  @Test
  void nothing_counts_backwards() {
    assertThatIllegalArgumentException().isThrownBy(() -> DayRule.hire(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> DayRule.followingStep("s1", -1));
  }

  @Test
  void it_is_read_as_it_was_written() {
    Body<DayRule> body = JsonBody.of(DayRule.class);

    for (DayRule rule :
        new DayRule[] {DayRule.fixed(HIRED), DayRule.hire(3), DayRule.followingStep("s1", 2)}) {
      assertThat(body.read().apply(body.write().apply(rule))).isEqualTo(rule);
    }
  }
}
