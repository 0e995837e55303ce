package org.lmskit.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PositionId;
import org.lmskit.model.Rational;

/** Figures of any evidence and needs, against a second formula and the bounds that they have. */
class GapPropertiesTest {
  private static final LearnerKey WHO = new LearnerKey("who");
  private static final CompetencyId WHAT = new CompetencyId("what");
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  @Property(tries = 300)
  void gaps_are_never_negative_and_readiness_agrees_with_them(@ForAll long seed) {
    Random random = new Random(seed);
    List<CompetencyGap> gaps = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(400), 2);
      Need need = new Need(new CompetencyId("k" + i), 1 + random.nextInt(5), weight);
      gaps.add(new CompetencyGap(need, random.nextInt(7), null));
    }
    SkillGap gap = new SkillGap(WHO, new PositionId("p"), DAY, gaps);

    BigDecimal missing = BigDecimal.ZERO;
    BigDecimal needed = BigDecimal.ZERO;
    for (CompetencyGap one : gaps) {
      assertThat(one.gap()).isBetween(0, one.need().level());
      BigDecimal weight = one.need().weight();
      missing = missing.add(weight.multiply(BigDecimal.valueOf(one.gap())));
      needed = needed.add(weight.multiply(BigDecimal.valueOf(one.need().level())));
    }
    assertThat(gap.weightedGap()).isEqualTo(Rational.of(missing));
    assertThat(gap.readiness())
        .contains(Rational.ONE.minus(Rational.of(missing).dividedBy(Rational.of(needed))));
    assertThat(gap.readiness().orElseThrow()).isBetween(Rational.ZERO, Rational.ONE);
  }

  @Property(tries = 300)
  void each_policy_counts_what_is_valid_and_nobody_counts_more_than_the_highest(@ForAll long seed) {
    Random random = new Random(seed);
    List<Evidence> all = new ArrayList<>();
    for (int i = 0; i < random.nextInt(8); i++) {
      all.add(evidence(random, i));
    }
    int highest = all.stream()
        .filter(one -> one.isValidOn(DAY))
        .mapToInt(Evidence::level)
        .max()
        .orElse(-1);

    for (AggregationPolicy policy : AggregationPolicy.values()) {
      var counting = policy.counting(all, DAY);
      assertThat(counting.isPresent()).isEqualTo(highest >= 0);
      counting.ifPresent(one -> {
        assertThat(one.isValidOn(DAY)).isTrue();
        assertThat(one.level()).isLessThanOrEqualTo(highest);
      });
    }
    AggregationPolicy.HIGHEST_VALID
        .counting(all, DAY)
        .ifPresent(one -> assertThat(one.level()).isEqualTo(highest));
    AggregationPolicy.LATEST
        .counting(all, DAY)
        .ifPresent(newest -> assertThat(all)
            .filteredOn(one -> one.isValidOn(DAY))
            .allSatisfy(
                one -> assertThat(one.observedOn()).isBeforeOrEqualTo(newest.observedOn())));
  }

  private static Evidence evidence(Random random, int number) {
    LocalDate on = DAY.minusDays(random.nextInt(20) - 3);
    LocalDate until = random.nextBoolean() ? on.plusDays(1 + random.nextInt(20)) : null;
    LocalDate withdrawn = random.nextInt(4) == 0 ? on.plusDays(random.nextInt(20)) : null;
    return new Evidence(
        new EvidenceId("e" + number),
        WHO,
        WHAT,
        random.nextInt(5),
        on,
        until,
        EvidenceSource.values()[random.nextInt(6)],
        null,
        null,
        withdrawn);
  }
}
