package org.lmskit.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact number: a fraction in lowest terms. Stored and shown as {@code 2/3}, whole numbers without a denominator.
 *
 * @param numerator has the sign
 * @param denominator above 0
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  private static final int MAX_SCALE = 1_000;

  /** 0. */
  public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

  /** 1. */
  public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

  /** More digits than anybody writes as a limit, cut off: so a decimal limit is reached exactly when the fraction reaches it. */
  private static final MathContext CUT = new MathContext(16, RoundingMode.DOWN);

  /** @throws IllegalArgumentException if the denominator is 0 */
  public Rational {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException(numerator + "/0");
    }
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      common = common.negate();
    }
    if (!common.equals(BigInteger.ONE)) {
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  /** A whole number. */
  public static Rational of(long number) {
    if (number == 0 || number == 1) {
      return number == 0 ? ZERO : ONE;
    }
    return new Rational(BigInteger.valueOf(number), BigInteger.ONE);
  }

  /**
   * A fraction.
   *
   * @throws IllegalArgumentException if the denominator is 0
   */
  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The same number as this decimal. */
  public static Rational of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /**
   * Reads a whole number, a decimal or a fraction.
   *
   * @throws NumberFormatException if it is none, or a decimal whose exponent is beyond 1,000
   */
  public static Rational parse(String text) {
    if (text.length() == 1 && (text.charAt(0) == '0' || text.charAt(0) == '1')) {
      return text.charAt(0) == '0' ? ZERO : ONE;
    }
    int slash = text.indexOf('/');
    return slash < 0
        ? of(decimal(text))
        : new Rational(
            new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
  }

  /** Few characters may stand for a number that fills the memory. */
  private static BigDecimal decimal(String text) {
    BigDecimal decimal = new BigDecimal(text);
    if (Math.abs((long) decimal.scale()) > MAX_SCALE) {
      throw new NumberFormatException("the exponent of " + text + " is beyond " + MAX_SCALE);
    }
    return decimal;
  }

  /** The sum. */
  public Rational plus(Rational other) {
    if (denominator.equals(other.denominator)) {
      return new Rational(numerator.add(other.numerator), denominator);
    }
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The difference. */
  public Rational minus(Rational other) {
    return plus(new Rational(other.numerator.negate(), other.denominator));
  }

  /** The product. */
  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The quotient.
   *
   * @throws IllegalArgumentException if the other is 0
   */
  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** The larger of the two. */
  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The number without its sign. */
  public Rational abs() {
    return new Rational(numerator.abs(), denominator);
  }

  /** -1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /**
   * The decimal of at most 16 digits that is nearest towards 0; the same number where such a decimal exists. Whether it
   * reaches a limit of at most 16 digits is what the exact number says.
   */
  public BigDecimal toDecimal() {
    BigDecimal cut = new BigDecimal(numerator).divide(new BigDecimal(denominator), CUT);
    BigDecimal shortest = cut.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /** The nearest double, for statistics. */
  public double toDouble() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
        .doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return denominator.equals(other.denominator)
        ? numerator.compareTo(other.numerator)
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
