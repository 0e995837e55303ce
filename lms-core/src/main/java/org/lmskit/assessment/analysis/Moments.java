package org.lmskit.assessment.analysis;

import java.math.BigInteger;
import org.lmskit.model.Rational;

/**
 * Exact sums over attempts: of a variable, of the totals and of their products. Variances and covariances here are
 * multiplied by {@code n (n - 1)}, so they are whole numbers.
 *
 * @param n how many attempts
 * @param x the sum of the variable
 * @param xx the sum of its squares
 * @param t the sum of the totals
 * @param tt the sum of their squares
 * @param xt the sum of the products of both
 */
record Moments(int n, BigInteger x, BigInteger xx, BigInteger t, BigInteger tt, BigInteger xt) {
  BigInteger variance() {
    return of(xx, x, x);
  }

  BigInteger totalVariance() {
    return of(tt, t, t);
  }

  BigInteger totalCovariance() {
    return of(xt, x, t);
  }

  /** With the total without the variable. */
  BigInteger restCovariance() {
    return totalCovariance().subtract(variance());
  }

  /** Of the total without the variable. */
  BigInteger restVariance() {
    return totalVariance().subtract(totalCovariance().shiftLeft(1)).add(variance());
  }

  /** The covariance of any two variables. */
  BigInteger of(BigInteger products, BigInteger one, BigInteger other) {
    return products.multiply(BigInteger.valueOf(n)).subtract(one.multiply(other));
  }

  /** Whether a correlation is below a share, exactly. */
  static boolean isBelow(BigInteger covariance, BigInteger one, BigInteger other, Rational share) {
    if (covariance.signum() < 0) {
      return true;
    }
    BigInteger left = covariance.multiply(share.denominator()).pow(2);
    return left.compareTo(share.numerator().pow(2).multiply(one.multiply(other))) < 0;
  }
}
