package org.lmskit.assessment.grading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.model.Sha256;

/**
 * What one person gave an answer.
 *
 * @param by the key of whoever graded
 * @param points by criterion
 * @param commentOrNull the digest of what he wrote; null if he wrote nothing
 * @param at when
 */
public record Mark(
    LearnerKey by, Map<String, BigDecimal> points, @Nullable Sha256 commentOrNull, Instant at) {
  /** Copies the map. */
  public Mark {
    points = Collections.unmodifiableMap(new TreeMap<>(points));
  }

  /** All points together. */
  public Rational total() {
    return points.values().stream().map(Rational::of).reduce(Rational.ZERO, Rational::plus);
  }
}
