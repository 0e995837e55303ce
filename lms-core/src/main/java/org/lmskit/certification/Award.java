package org.lmskit.certification;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fact that a learner fulfilled a certification on a day, with the interval that the governing policy gives it.
 *
 * @param completedOn the day of completion, the first day on which it is valid
 * @param kind how it was earned
 * @param policy the number of the version that governs it
 * @param validUntil the first day on which it is not valid, after extensions and pauses
 * @param baselineUntil the same without extensions: the next anniversary counts from it
 * @param renewal how many renewals inside the window led from the start of its chain to it, from 0
 * @param previousOrNull the completion day of the award that it renewed or followed
 */
public record Award(
    LocalDate completedOn,
    Kind kind,
    int policy,
    LocalDate validUntil,
    LocalDate baselineUntil,
    int renewal,
    @Nullable LocalDate previousOrNull) {
  /** How an award was earned. */
  public enum Kind {
    /** By the primary path, without an award that it renewed. */
    PRIMARY,
    /** By completing a path inside the window or in grace. */
    RENEWAL,
    /** Elsewhere. */
    EXTERNAL
  }

  /** The completion day of the award that it renewed or followed. */
  public Optional<LocalDate> previous() {
    return Optional.ofNullable(previousOrNull);
  }

  /** The first day on which it is valid. */
  public LocalDate validFrom() {
    return completedOn;
  }
}
