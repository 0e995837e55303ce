package org.lmskit.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What points come to, against a count in whole numbers, and that more points never make it worse. */
class VerdictPropertiesTest {
  @Property(tries = 300)
  void enough_is_the_sum_and_every_critical_criterion(@ForAll long seed) {
    Random random = new Random(seed);
    int criteria = 1 + random.nextInt(6);
    Checklist checklist = Checklist.of("c", "C");
    Map<String, BigDecimal> points = new TreeMap<>();
    int sum = 0;
    int failed = 0;
    for (int i = 0; i < criteria; i++) {
      int most = 1 + random.nextInt(5);
      int given = random.nextInt(most + 1);
      Criterion one = Criterion.of("c" + i, "C", Scale.points(most));
      if (random.nextBoolean()) {
        int least = random.nextInt(most + 1);
        one = one.critical(least);
        failed += given < least ? 1 : 0;
      }
      checklist = checklist.criterion(one);
      points.put(one.id(), BigDecimal.valueOf(given));
      sum += given;
    }
    int enough = random.nextInt(checklist.most().intValueExact() + 1);

    Verdict verdict = Verdict.of(checklist.passingWith(enough), points);

    assertThat(verdict.sum()).isEqualByComparingTo(BigDecimal.valueOf(sum));
    assertThat(verdict.failedCriteria()).hasSize(failed);
    assertThat(verdict.passed()).isEqualTo(failed == 0 && sum >= enough);
    points.put("c0", checklist.criteria().get(0).scale().most());
    if (verdict.passed()) {
      assertThat(Verdict.of(checklist.passingWith(enough), points).passed()).isTrue();
    }
  }
}
