package org.lmskit.competency;

import java.math.BigDecimal;

/**
 * What a position needs of one competency.
 *
 * @param competency which
 * @param level the least level, 1 or more
 * @param weight how much it matters, above 0
 */
public record Need(CompetencyId competency, int level, BigDecimal weight) {
  /** @throws IllegalArgumentException if the level or the weight is not above 0 */
  public Need {
    if (level < 1 || weight.signum() <= 0) {
      throw new IllegalArgumentException(
          "competency " + competency + " on level " + level + " with weight " + weight);
    }
  }

  /** What a position needs, with a whole weight. */
  public static Need of(String competency, int level, int weight) {
    return new Need(new CompetencyId(competency), level, BigDecimal.valueOf(weight));
  }
}
