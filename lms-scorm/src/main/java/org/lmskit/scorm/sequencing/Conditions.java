package org.lmskit.scorm.sequencing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;

/**
 * The conditions of sequencing and rollup rules.
 *
 * @see "SCORM 2004 4th Ed. SN 3.4.2 and 3.7.3"
 */
final class Conditions {
  private Conditions() {}

  /** The value of a condition before its operator. */
  static Truth evaluate(
      Step step,
      Activity activity,
      RuleConditionType type,
      @Nullable String objective,
      BigDecimal threshold) {
    return switch (type) {
      case ALWAYS -> Truth.TRUE;
      case SATISFIED, OBJECTIVE_STATUS_KNOWN -> status(step, activity, type, objective);
      case OBJECTIVE_MEASURE_KNOWN, OBJECTIVE_MEASURE_GREATER_THAN, OBJECTIVE_MEASURE_LESS_THAN ->
        measure(step, activity, type, objective, threshold);
      case COMPLETED -> Truth.of(ObjectiveAccess.completed(step, activity));
      case ACTIVITY_PROGRESS_KNOWN -> Truth.of(ObjectiveAccess.completed(step, activity) != null);
      case ATTEMPTED -> Truth.of(step.of(activity).attempts() > 0);
      case ATTEMPT_LIMIT_EXCEEDED -> attemptLimit(step, activity);
      case TIME_LIMIT_EXCEEDED -> Truth.of(isOverTime(step, activity));
      case OUTSIDE_AVAILABLE_TIME_RANGE -> Truth.of(isOutsideRange(step, activity));
    };
  }

  private static Truth status(
      Step step, Activity activity, RuleConditionType type, @Nullable String objective) {
    var satisfied = ObjectiveAccess.satisfied(step, activity, activity.objectiveIndex(objective));
    return type == RuleConditionType.SATISFIED ? Truth.of(satisfied) : Truth.of(satisfied != null);
  }

  private static Truth measure(
      Step step,
      Activity activity,
      RuleConditionType type,
      @Nullable String objective,
      BigDecimal threshold) {
    var measure = ObjectiveAccess.measure(step, activity, activity.objectiveIndex(objective));
    if (type == RuleConditionType.OBJECTIVE_MEASURE_KNOWN) {
      return Truth.of(measure != null);
    }
    if (measure == null) {
      return Truth.UNKNOWN;
    }
    int compared = measure.compareTo(threshold);
    return Truth.of(
        type == RuleConditionType.OBJECTIVE_MEASURE_GREATER_THAN ? compared > 0 : compared < 0);
  }

  private static Truth attemptLimit(Step step, Activity activity) {
    var limit = activity.sequencing().limits().attemptLimit();
    return limit == null ? Truth.UNKNOWN : Truth.of(step.of(activity).attempts() >= limit);
  }

  /** Whether a limit of the duration of the newest attempt or of all attempts is reached. */
  static boolean isOverTime(Step step, Activity activity) {
    var limits = activity.sequencing().limits();
    var times = step.of(activity).times();
    return isOver(limits.attemptAbsoluteDuration(), since(step, times.attempt()))
        || isOver(limits.attemptExperiencedDuration(), times.experienced())
        || isActivityOverTime(step, activity);
  }

  /** Whether a limit of the duration of all attempts is reached. */
  static boolean isActivityOverTime(Step step, Activity activity) {
    var limits = activity.sequencing().limits();
    var times = step.of(activity).times();
    return isOver(limits.activityAbsoluteDuration(), since(step, times.first()))
        || isOver(limits.activityExperiencedDuration(), times.total());
  }

  /** Whether now is before the begin or after the end time limit. */
  static boolean isOutsideRange(Step step, Activity activity) {
    var limits = activity.sequencing().limits();
    var begin = limits.beginTime();
    var end = limits.endTime();
    return begin != null && step.now().isBefore(begin)
        || end != null && step.now().isAfter(end);
  }

  private static boolean isOver(@Nullable Duration limit, Duration spent) {
    return limit != null && spent.compareTo(limit) >= 0;
  }

  private static Duration since(Step step, @Nullable Instant begin) {
    return begin == null ? Duration.ZERO : Duration.between(begin, step.now());
  }

  /** What a rule's conditions are combined with; a rule without conditions is unknown. */
  static Truth start(List<?> conditions, boolean all) {
    return conditions.isEmpty() ? Truth.UNKNOWN : Truth.of(all);
  }

  /** What conditions so far and the next one give together. */
  static Truth combine(Truth combined, Truth next, boolean all) {
    return all ? combined.and(next) : combined.or(next);
  }
}
