package org.lmskit.assessment;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a section may take, and has to take at least, from when a learner enters it.
 *
 * @param minOrNull before so long it cannot be left; null if it can at once
 * @param maxOrNull after so long time is up; null if it never is
 * @param allowLateSubmission whether answers count that come later: then the time is shown, and nothing else
 * @see "QTI 3.0 ASI, TimeLimits"
 */
public record TimeLimits(
    @Nullable Duration minOrNull, @Nullable Duration maxOrNull, boolean allowLateSubmission) {
  /** Time is up after so long. */
  public static TimeLimits max(Duration max) {
    return new TimeLimits(null, max, false);
  }

  /** It cannot be left before so long. */
  public static TimeLimits min(Duration min) {
    return new TimeLimits(min, null, false);
  }

  /** The same, to be left after so long at the earliest. */
  public TimeLimits withMin(Duration min) {
    return new TimeLimits(min, maxOrNull, allowLateSubmission);
  }

  /** The same, where answers count that come later. */
  public TimeLimits lateAllowed() {
    return new TimeLimits(minOrNull, maxOrNull, true);
  }

  /** Before so long it cannot be left; absent if it can at once. */
  public Optional<Duration> min() {
    return Optional.ofNullable(minOrNull);
  }

  /** After so long time is up; absent if it never is. */
  public Optional<Duration> max() {
    return Optional.ofNullable(maxOrNull);
  }
}
