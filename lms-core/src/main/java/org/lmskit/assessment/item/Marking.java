package org.lmskit.assessment.item;

import java.math.BigDecimal;

/**
 * How people grade an answer.
 *
 * @param graders 1, or 2 who grade without knowing of each other
 * @param tolerance how far two scores may differ; their mean counts. If they differ by more, a third grader decides
 */
public record Marking(int graders, BigDecimal tolerance) {
  /** One grader decides. */
  public static final Marking ONE_GRADER = new Marking(1, BigDecimal.ZERO);

  /** @throws IllegalArgumentException if it is neither one nor two, or the tolerance is negative */
  public Marking {
    if (graders < 1 || graders > 2 || tolerance.signum() < 0) {
      throw new IllegalArgumentException(graders + " graders with a tolerance of " + tolerance);
    }
  }

  /** Two graders whose scores may differ by so much. */
  public static Marking twoGraders(BigDecimal tolerance) {
    return new Marking(2, tolerance);
  }
}
