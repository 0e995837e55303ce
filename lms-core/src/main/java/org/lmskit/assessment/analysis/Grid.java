package org.lmskit.assessment.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.lmskit.model.Rational;

/**
 * The unit in which points are whole numbers: the least common denominator, or where totals would outgrow a long, the
 * finest power of ten that they allow.
 *
 * @param unit how many make a point
 */
record Grid(BigInteger unit) {
  /** Totals below this leave room for sums. */
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(60);

  static Grid of(List<Column> columns) {
    BigInteger common = BigInteger.ONE;
    Rational most = Rational.ZERO;
    for (Column column : columns) {
      Rational largest = Rational.ZERO;
      for (Column.Cell cell : column.cells()) {
        Rational score = cell.score();
        largest = largest.max(score.abs());
        BigInteger denominator = score.denominator();
        common = common.divide(common.gcd(denominator)).multiply(denominator);
      }
      most = most.plus(largest);
    }
    if (fits(common, most)) {
      return new Grid(common);
    }
    BigInteger unit = BigInteger.ONE;
    while (fits(unit.multiply(BigInteger.TEN), most)) {
      unit = unit.multiply(BigInteger.TEN);
    }
    return new Grid(unit);
  }

  private static boolean fits(BigInteger unit, Rational most) {
    return most.times(new Rational(unit, BigInteger.ONE))
            .compareTo(new Rational(MOST, BigInteger.ONE))
        < 0;
  }

  long units(Rational score) {
    BigInteger exact = score.numerator().multiply(unit);
    BigInteger[] parts = exact.divideAndRemainder(score.denominator());
    if (parts[1].signum() == 0) {
      return parts[0].longValueExact();
    }
    return new BigDecimal(exact)
        .divide(new BigDecimal(score.denominator()), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
