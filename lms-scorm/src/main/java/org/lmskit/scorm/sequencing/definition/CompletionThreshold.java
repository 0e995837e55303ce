package org.lmskit.scorm.sequencing.definition;

import java.math.BigDecimal;

/**
 * How progress decides completion ({@code adlcp:completionThreshold}).
 *
 * @param completedByMeasure whether the progress measure decides completion; default false
 * @param minProgressMeasure from which measure the activity is completed, 0 to 1; default 1
 * @param progressWeight weight of its progress measure for the parent, 0 to 1; default 1
 * @see "SCORM 2004 4th Ed. SN 3.14"
 */
public record CompletionThreshold(
    boolean completedByMeasure, BigDecimal minProgressMeasure, BigDecimal progressWeight) {
  /** The standard's defaults. */
  public static final CompletionThreshold DEFAULT =
      new CompletionThreshold(false, BigDecimal.ONE, BigDecimal.ONE);
}
