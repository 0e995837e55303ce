package org.lmskit.assessment.analysis;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How one option of an item was chosen.
 *
 * @param option which
 * @param isKey whether it is right
 * @param count how many chose it
 * @param upper how many of the best 27 percent did
 * @param lower how many of the last 27 percent did
 * @param restCorrelationOrNull how choosing it goes with the points of the other items; null if everybody or nobody chose
 *     it, or the other points do not differ
 */
public record OptionFigures(
    String option,
    boolean isKey,
    int count,
    int upper,
    int lower,
    @Nullable Double restCorrelationOrNull) {
  /** How choosing it goes with the points of the other items, -1 to 1. */
  public OptionalDouble restCorrelation() {
    return Figures.optional(restCorrelationOrNull);
  }

  /** Whether nobody chose it. */
  public boolean nonFunctioning() {
    return count == 0;
  }
}
