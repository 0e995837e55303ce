package org.lmskit.assessment.item;

import java.math.BigDecimal;

/**
 * What an answer earns that is not all right.
 *
 * @param partial whether it earns a part; otherwise nothing
 * @param penalty what choosing every wrong option would cost, as a share of the score: each costs that, divided by how many
 *     wrong options there are. Where there are none, nothing is lost
 */
public record Scoring(boolean partial, BigDecimal penalty) {
  /** Nothing but the whole. */
  public static final Scoring ALL_OR_NOTHING = new Scoring(false, BigDecimal.ZERO);

  /** A share for each hit; whoever chooses everything loses all of it again. */
  public static final Scoring PARTIAL = new Scoring(true, BigDecimal.ONE);

  /** @throws IllegalArgumentException if the penalty is negative */
  public Scoring {
    if (penalty.signum() < 0) {
      throw new IllegalArgumentException("a penalty of " + penalty);
    }
  }

  /** A share for each hit, with this penalty for all wrong options together. */
  public static Scoring partial(String penalty) {
    return new Scoring(true, new BigDecimal(penalty));
  }
}
