package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reason for which a duty lives.
 *
 * @param cause which
 * @param since its first day
 * @param knownOn the day on which the engine heard of it; not before its first day
 * @param dueOnOrNull the last day on which the duty is done in time for this reason; null without one
 */
public record LiveReason(
    Cause cause,
    LocalDate since,
    LocalDate knownOn,
    @Nullable LocalDate dueOnOrNull) {
  /** The last day on which the duty is done in time for this reason. */
  public Optional<LocalDate> dueOn() {
    return Optional.ofNullable(dueOnOrNull);
  }
}
