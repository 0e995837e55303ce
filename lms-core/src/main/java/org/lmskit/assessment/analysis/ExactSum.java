package org.lmskit.assessment.analysis;

import java.math.BigInteger;

/** An exact sum of products of whole numbers, fast as long as they are small. */
final class ExactSum {
  private static final long MOST = 1L << 62;
  private static final int BITS = 63;

  private BigInteger spilled = BigInteger.ZERO;
  private long sum;

  void add(long value) {
    long next = sum + value;
    if (next >= MOST || next <= -MOST) {
      spill();
      next = value;
    }
    sum = next;
  }

  void addProduct(long one, long other) {
    if (bits(one) + bits(other) < BITS) {
      add(one * other);
    } else {
      spilled = spilled.add(BigInteger.valueOf(one).multiply(BigInteger.valueOf(other)));
    }
  }

  BigInteger value() {
    return spilled.add(BigInteger.valueOf(sum));
  }

  private void spill() {
    spilled = spilled.add(BigInteger.valueOf(sum));
    sum = 0;
  }

  private static int bits(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(value));
  }
}
