package org.lmskit.scorm.sequencing.definition;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an activity may no longer, or not yet, be delivered; null stands for no limit.
 *
 * @param attemptLimit how many attempts are allowed, 0 or more
 * @param attemptAbsoluteDuration how long an attempt may take from its start
 * @param attemptExperiencedDuration how long the learner may work in an attempt
 * @param activityAbsoluteDuration how long all attempts together may take
 * @param activityExperiencedDuration how long the learner may work in all attempts together
 * @param beginTime the first instant at which it is available
 * @param endTime the last instant at which it is available
 * @see "SCORM 2004 4th Ed. SN 3.5"
 */
public record LimitConditions(
    @Nullable Integer attemptLimit,
    @Nullable Duration attemptAbsoluteDuration,
    @Nullable Duration attemptExperiencedDuration,
    @Nullable Duration activityAbsoluteDuration,
    @Nullable Duration activityExperiencedDuration,
    @Nullable Instant beginTime,
    @Nullable Instant endTime) {
  /** No limits: the standard's default. */
  public static final LimitConditions NONE =
      new LimitConditions(null, null, null, null, null, null, null);

  /**
   * Checks the attempt limit.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public LimitConditions {
    if (attemptLimit != null && attemptLimit < 0) {
      throw new IllegalArgumentException("negative attempt limit: " + attemptLimit);
    }
  }

  /** Only a limit of attempts. */
  public static LimitConditions attempts(int limit) {
    return new LimitConditions(limit, null, null, null, null, null, null);
  }

  /** Whether nothing is limited. */
  public boolean isNone() {
    return equals(NONE);
  }
}
