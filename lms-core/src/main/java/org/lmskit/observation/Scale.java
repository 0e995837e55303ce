package org.lmskit.observation;

import java.math.BigDecimal;

/**
 * Which points a criterion can be given.
 *
 * @param least the fewest
 * @param most the most
 * @param step how far apart two grades are, counted from the fewest
 */
public record Scale(BigDecimal least, BigDecimal most, BigDecimal step) {
  /** Done or not: 1 or 0. */
  public static final Scale YES_NO = points(1);

  /** @throws IllegalArgumentException if it has no two grades, or the most is none of them */
  public Scale {
    if (step.signum() <= 0 || most.compareTo(least) <= 0) {
      throw new IllegalArgumentException("a scale from " + least + " to " + most + " by " + step);
    }
    if (most.subtract(least).remainder(step).signum() != 0) {
      throw new IllegalArgumentException(most + " is not reached from " + least + " by " + step);
    }
  }

  /** Whole points from 0 to this many. */
  public static Scale points(int most) {
    return new Scale(BigDecimal.ZERO, BigDecimal.valueOf(most), BigDecimal.ONE);
  }

  /** Whether these points are one of its grades. */
  public boolean has(BigDecimal points) {
    return points.compareTo(least) >= 0
        && points.compareTo(most) <= 0
        && points.subtract(least).remainder(step).signum() == 0;
  }

  @Override
  public String toString() {
    return least.toPlainString() + ".." + most.toPlainString() + " by " + step.toPlainString();
  }
}
