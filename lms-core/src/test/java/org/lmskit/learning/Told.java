package org.lmskit.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;

/** One attempt that was made elsewhere. */
record Told(UnitId unit, int day, List<Fact> facts) {
  Instant at() {
    return Life.FROM.plus(day, ChronoUnit.DAYS);
  }

  static Told completed(String unit, int day) {
    return new Told(new UnitId(unit), day, List.of(new Fact.Completion()));
  }

  static Told scored(String unit, int day, Random random, Fact... facts) {
    List<Fact> all = new ArrayList<>(List.of(facts));
    Score score =
        Score.ofRaw(BigDecimal.valueOf(random.nextInt(10)), BigDecimal.ZERO, BigDecimal.valueOf(9));
    all.add(new Fact.Score(score));
    return new Told(new UnitId(unit), day, all);
  }
}
