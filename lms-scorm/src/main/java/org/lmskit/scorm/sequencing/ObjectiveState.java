package org.lmskit.scorm.sequencing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;

/**
 * What is known about an objective, local or global; null stands for unknown. Of the primary
 * objective, completion and progress are those of the activity.
 *
 * @param satisfied whether it is satisfied
 * @param measure -1 to 1
 * @param raw the raw score
 * @param min the lowest possible raw score
 * @param max the highest possible raw score
 * @param completed whether it is completed
 * @param progress 0 to 1
 * @see "SCORM 2004 4th Ed. SN 4.2 (Tracking Model)"
 */
public record ObjectiveState(
    @Nullable Boolean satisfied,
    @Nullable BigDecimal measure,
    @Nullable BigDecimal raw,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Boolean completed,
    @Nullable BigDecimal progress) {
  /** Nothing is known. */
  public static final ObjectiveState UNKNOWN =
      new ObjectiveState(null, null, null, null, null, null, null);

  /** One of the values: a Boolean for the statuses, else a BigDecimal; null if unknown. */
  public @Nullable Object value(ObjectiveValue which) {
    return switch (which) {
      case SATISFIED_STATUS -> satisfied;
      case NORMALIZED_MEASURE -> measure;
      case RAW_SCORE -> raw;
      case MIN_SCORE -> min;
      case MAX_SCORE -> max;
      case COMPLETION_STATUS -> completed;
      case PROGRESS_MEASURE -> progress;
    };
  }

  /**
   * This state with another value.
   *
   * @param value a Boolean for the statuses, else a BigDecimal; null for unknown
   */
  public ObjectiveState with(ObjectiveValue which, @Nullable Object value) {
    return new ObjectiveState(
        which == ObjectiveValue.SATISFIED_STATUS ? (Boolean) value : satisfied,
        which == ObjectiveValue.NORMALIZED_MEASURE ? (BigDecimal) value : measure,
        which == ObjectiveValue.RAW_SCORE ? (BigDecimal) value : raw,
        which == ObjectiveValue.MIN_SCORE ? (BigDecimal) value : min,
        which == ObjectiveValue.MAX_SCORE ? (BigDecimal) value : max,
        which == ObjectiveValue.COMPLETION_STATUS ? (Boolean) value : completed,
        which == ObjectiveValue.PROGRESS_MEASURE ? (BigDecimal) value : progress);
  }

  /** Whether nothing is known. */
  public boolean isUnknown() {
    return equals(UNKNOWN);
  }
}
