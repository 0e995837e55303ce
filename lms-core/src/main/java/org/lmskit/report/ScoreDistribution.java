package org.lmskit.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/**
 * How shares of what could be reached are spread. A figure that is not defined is null.
 *
 * @param count how many there are
 * @param meanOrNull their mean
 * @param medianOrNull of an even number the mean of the middle two
 * @param deviationOrNull the standard deviation of a sample, divided by n - 1
 * @param minOrNull the smallest
 * @param maxOrNull the largest
 * @param tenths how many are in each tenth: from 0 to below 0.1, and so on, the last with 1
 */
public record ScoreDistribution(
    int count,
    @Nullable Double meanOrNull,
    @Nullable Double medianOrNull,
    @Nullable Double deviationOrNull,
    @Nullable Double minOrNull,
    @Nullable Double maxOrNull,
    List<Integer> tenths) {
  private static final int TENTHS = 10;

  /** Copies the list. */
  public ScoreDistribution {
    tenths = List.copyOf(tenths);
  }

  /** Of these shares, each 0 to 1. */
  static ScoreDistribution of(List<Rational> shares) {
    double[] sorted = shares.stream().mapToDouble(Rational::toDouble).sorted().toArray();
    int n = sorted.length;
    int[] tenths = new int[TENTHS];
    for (Rational share : shares) {
      int tenth = share
          .numerator()
          .multiply(java.math.BigInteger.TEN)
          .divide(share.denominator())
          .intValueExact();
      tenths[Math.min(tenth, TENTHS - 1)]++;
    }
    double mean = Arrays.stream(sorted).average().orElse(0);
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    return new ScoreDistribution(
        n,
        n == 0 ? null : mean,
        n == 0 ? null : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
        n < 2 ? null : Math.sqrt(squares / (n - 1)),
        n == 0 ? null : sorted[0],
        n == 0 ? null : sorted[n - 1],
        IntStream.of(tenths).boxed().collect(Collectors.toList()));
  }

  /** Their mean. */
  public OptionalDouble mean() {
    return optional(meanOrNull);
  }

  /** Their median. */
  public OptionalDouble median() {
    return optional(medianOrNull);
  }

  /** Their standard deviation. */
  public OptionalDouble deviation() {
    return optional(deviationOrNull);
  }

  /** The smallest. */
  public OptionalDouble min() {
    return optional(minOrNull);
  }

  /** The largest. */
  public OptionalDouble max() {
    return optional(maxOrNull);
  }

  private static OptionalDouble optional(@Nullable Double figure) {
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
