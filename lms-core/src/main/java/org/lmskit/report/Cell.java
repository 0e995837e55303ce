package org.lmskit.report;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/** What a value is outside Java: a number, a truth value or a text. */
final class Cell {
  private static final int MILLIS = 3;

  private Cell() {}

  /** Durations become seconds, exact numbers decimals, ids and days texts. */
  static @Nullable Object of(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Rational exact) {
      return exact.toDecimal();
    }
    if (value instanceof Duration duration) {
      BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), MILLIS).stripTrailingZeros();
      return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
    return value.toString();
  }
}
