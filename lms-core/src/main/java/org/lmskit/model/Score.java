package org.lmskit.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A score, exact. Any part may be absent; SCORM 1.2 has no scaled score, a document has no raw one.
 *
 * @param scaledOrNull -1 to 1
 * @param rawOrNull between min and max where those are known
 * @param minOrNull the lowest possible raw score
 * @param maxOrNull the highest possible raw score
 */
public record Score(
    @Nullable BigDecimal scaledOrNull,
    @Nullable BigDecimal rawOrNull,
    @Nullable BigDecimal minOrNull,
    @Nullable BigDecimal maxOrNull) {
  /** @throws IllegalArgumentException if the scaled score is outside -1 to 1 */
  public Score {
    if (scaledOrNull != null && scaledOrNull.abs().compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("scaled score outside -1..1: " + scaledOrNull);
    }
  }

  /** A score that has only the scaled part. */
  public static Score ofScaled(BigDecimal scaled) {
    return new Score(scaled, null, null, null);
  }

  /** A raw score in a range. */
  public static Score ofRaw(BigDecimal raw, BigDecimal min, BigDecimal max) {
    return new Score(null, raw, min, max);
  }

  /** The scaled score, -1 to 1. */
  public Optional<BigDecimal> scaled() {
    return Optional.ofNullable(scaledOrNull);
  }

  /** The raw score. */
  public Optional<BigDecimal> raw() {
    return Optional.ofNullable(rawOrNull);
  }

  /** The lowest possible raw score. */
  public Optional<BigDecimal> min() {
    return Optional.ofNullable(minOrNull);
  }

  /** The highest possible raw score. */
  public Optional<BigDecimal> max() {
    return Optional.ofNullable(maxOrNull);
  }
}
