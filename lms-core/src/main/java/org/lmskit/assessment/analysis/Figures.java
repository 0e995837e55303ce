package org.lmskit.assessment.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/** From exact sums to figures. */
final class Figures {
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  private Figures() {}

  static OptionalDouble optional(@Nullable Double figure) {
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }

  static @Nullable Double ratio(BigInteger above, BigInteger below) {
    return below.signum() == 0 ? null : new Rational(above, below).toDouble();
  }

  /** The quotient of a covariance and the roots of two variances, all by the same count; null if either does not vary. */
  static @Nullable Double correlation(BigInteger covariance, BigInteger one, BigInteger other) {
    if (one.signum() <= 0 || other.signum() <= 0) {
      return null;
    }
    BigDecimal root = new BigDecimal(one.multiply(other)).sqrt(DIGITS);
    return new BigDecimal(covariance).divide(root, DIGITS).doubleValue();
  }

  static double root(Rational value) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()), DIGITS)
        .sqrt(DIGITS)
        .doubleValue();
  }
}
