package org.lmskit.certification;

import java.time.LocalDate;
import java.time.Period;

/** What an award's end is counted from. */
public sealed interface ExpiryBasis {
  /** From the day of completion, always. */
  record Completion() implements ExpiryBasis {}

  /**
   * From the end of the award before, so that a renewal inside the window keeps the anniversary; a late one starts at
   * its completion.
   */
  record Expiry() implements ExpiryBasis {}

  /**
   * At the next date of a fixed calendar, {@code anchor + k * validity}, that leaves a minimum active period.
   *
   * @param anchor any one date of the calendar
   * @param minActive the shortest time that an award is valid; longer than the renewal window
   */
  record Fixed(LocalDate anchor, Period minActive) implements ExpiryBasis {}

  /** From the day of completion, always. */
  static ExpiryBasis completion() {
    return new Completion();
  }

  /** From the end of the award before, if it was renewed inside the window. */
  static ExpiryBasis expiry() {
    return new Expiry();
  }

  /** At the next date of a fixed calendar that leaves a minimum active period. */
  static ExpiryBasis fixed(LocalDate anchor, Period minActive) {
    return new Fixed(anchor, minActive);
  }
}
