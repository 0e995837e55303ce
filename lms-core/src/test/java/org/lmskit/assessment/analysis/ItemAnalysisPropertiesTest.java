package org.lmskit.assessment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lmskit.assessment.analysis.AnalysedAttempt.Answer;
import org.lmskit.model.Rational;

/** The figures against a second formula: sums over pairs of attempts, and ranks by counting. */
class ItemAnalysisPropertiesTest {
  private static final double NEAR = 1e-9;

  /** Points of each attempt and item, in sixths. */
  private record Sheet(int[][] sixths) {
    static Sheet random(Random random, int attempts, int items) {
      int[][] points = new int[attempts][items];
      for (int[] row : points) {
        Arrays.setAll(row, i -> random.nextInt(7));
      }
      return new Sheet(points);
    }

    double[] item(int item) {
      return Arrays.stream(sixths).mapToDouble(row -> row[item] / 6.0).toArray();
    }

    double[] rest(int item) {
      return Arrays.stream(sixths)
          .mapToDouble(row -> (Arrays.stream(row).sum() - row[item]) / 6.0)
          .toArray();
    }

    double[] totals() {
      return Arrays.stream(sixths)
          .mapToDouble(row -> Arrays.stream(row).sum() / 6.0)
          .toArray();
    }

    ItemAnalysis analysis() {
      List<AnalysedItem> items = IntStream.range(0, sixths[0].length)
          .mapToObj(i -> AnalysedItem.of("i" + i, Rational.ONE))
          .toList();
      List<AnalysedAttempt> attempts = new ArrayList<>();
      for (int[] row : sixths) {
        attempts.add(new AnalysedAttempt(
            String.format(java.util.Locale.ROOT, "l%03d", attempts.size()),
            1,
            IntStream.range(0, row.length)
                .mapToObj(i -> new Answer("i" + i, Rational.of(row[i], 6), Set.of()))
                .toList()));
      }
      return ItemAnalysis.of(items, AttemptChoice.FIRST, attempts::forEach);
    }
  }

  /** As the mean over all pairs of attempts of half the product of differences. */
  private static double covariance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += (one[i] - one[j]) * (other[i] - other[j]);
      }
    }
    return sum / one.length / (one.length - 1);
  }

  private static OptionalDouble correlation(double[] one, double[] other) {
    double spread = covariance(one, one) * covariance(other, other);
    return spread < 1e-15
        ? OptionalDouble.empty()
        : OptionalDouble.of(covariance(one, other) / Math.sqrt(spread));
  }

  /** From the mean covariance of two different items, and the mean variance. */
  private static OptionalDouble alpha(List<double[]> items) {
    int k = items.size();
    double variances = 0;
    double covariances = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double value = covariance(items.get(i), items.get(j));
        variances += i == j ? value : 0;
        covariances += i == j ? 0 : value;
      }
    }
    double mean = covariances / (k * (k - 1));
    double whole = variances / k + (k - 1) * mean;
    return k < 2 || whole < 1e-12 ? OptionalDouble.empty() : OptionalDouble.of(k * mean / whole);
  }

  private static void same(OptionalDouble actual, OptionalDouble expected) {
    assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
    expected.ifPresent(value -> assertThat(actual.orElseThrow()).isCloseTo(value, within(NEAR)));
  }

  @Property(tries = 200)
  void figures_agree_with_a_second_formula(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 25) int attempts,
      @ForAll @IntRange(min = 1, max = 5) int items) {
    Sheet sheet = Sheet.random(new Random(seed), attempts, items);

    ItemAnalysis analysis = sheet.analysis();

    List<double[]> all = IntStream.range(0, items).mapToObj(sheet::item).toList();
    same(analysis.variance(), OptionalDouble.of(covariance(sheet.totals(), sheet.totals())));
    same(analysis.alpha(), alpha(all));
    for (int i = 0; i < items; i++) {
      ItemFigures figures = analysis.items().get(i);
      double[] own = sheet.item(i);
      same(figures.facility(), Arrays.stream(own).average());
      same(figures.totalCorrelation(), correlation(own, sheet.totals()));
      same(figures.restCorrelation(), correlation(own, sheet.rest(i)));
      same(figures.upperLower(), upperLower(sheet, i));
      List<double[]> others = new ArrayList<>(all);
      others.remove(i);
      same(figures.alphaIfDeleted(), alpha(others));
      efficiency(figures, own, sheet.rest(i));
    }
  }

  private static void efficiency(ItemFigures figures, double[] own, double[] rest) {
    double[] ownInOrder = own.clone();
    double[] restInOrder = rest.clone();
    Arrays.sort(ownInOrder);
    Arrays.sort(restInOrder);
    double most = covariance(ownInOrder, restInOrder);
    same(
        figures.efficiency(),
        most < 1e-12
            ? OptionalDouble.empty()
            : OptionalDouble.of(100 * covariance(own, rest) / most));
    figures.efficiency().ifPresent(value -> assertThat(value).isBetween(-1e6, 100 + NEAR));
  }

  /** Groups by counting how many are before each. */
  private static OptionalDouble upperLower(Sheet sheet, int item) {
    int n = sheet.sixths().length;
    int group = (int) Math.floor(0.27 * n + 0.5);
    double upper = 0;
    double lower = 0;
    for (int i = 0; i < n; i++) {
      int rank = 0;
      for (int j = 0; j < n; j++) {
        int difference = Arrays.stream(sheet.sixths()[j]).sum()
            - Arrays.stream(sheet.sixths()[i]).sum();
        rank += difference > 0 || difference == 0 && j < i ? 1 : 0;
      }
      upper += rank < group ? sheet.item(item)[i] : 0;
      lower += rank >= n - group ? sheet.item(item)[i] : 0;
    }
    return group == 0 ? OptionalDouble.empty() : OptionalDouble.of((upper - lower) / group);
  }

  @Property(tries = 100)
  void coarse_units_where_denominators_outgrow_a_long_keep_nine_digits(@ForAll long seed) {
    Random random = new Random(seed);
    int[] primes = {1_000_003, 1_000_033, 1_000_037, 1_000_039};
    List<AnalysedAttempt> attempts = new ArrayList<>();
    double[] own = new double[12];
    double[] rest = new double[12];
    for (int i = 0; i < 12; i++) {
      List<Answer> answers = new ArrayList<>();
      for (int item = 0; item < 4; item++) {
        int points = random.nextInt(primes[item]);
        answers.add(new Answer("i" + item, Rational.of(points, primes[item]), Set.of()));
        if (item == 0) {
          own[i] = points / (double) primes[item];
        } else {
          rest[i] += points / (double) primes[item];
        }
      }
      attempts.add(new AnalysedAttempt("l" + i, 1, answers));
    }
    List<AnalysedItem> items = IntStream.range(0, 4)
        .mapToObj(i -> AnalysedItem.of("i" + i, Rational.ONE))
        .toList();

    ItemAnalysis analysis = ItemAnalysis.of(items, AttemptChoice.ALL, attempts::forEach);

    same(analysis.items().get(0).restCorrelation(), correlation(own, rest));
  }
}
