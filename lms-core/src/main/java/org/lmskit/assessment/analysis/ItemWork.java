package org.lmskit.assessment.analysis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/** The figures of one item, from the sums of its different answers. */
final class ItemWork {
  private static final Rational EASY = Rational.of(9, 10);
  private static final Rational HARD = Rational.of(1, 5);
  private static final Rational STRONG = Rational.of(1, 5);
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private final AnalysedItem item;
  private final Grid grid;
  private final List<Column.Cell> cells;
  private final long[] values;
  private final Tally all;
  private final Tally upper;
  private final Tally lower;
  private final int group;
  private final Moments moments;
  private final BigInteger largestCovariance;

  /** How many gave each answer, and the sum of their totals. */
  private record Tally(int[] counts, ExactSum[] totals) {
    static Tally of(int cells) {
      ExactSum[] sums = new ExactSum[cells];
      Arrays.setAll(sums, cell -> new ExactSum());
      return new Tally(new int[cells], sums);
    }

    void add(int cell, long total) {
      counts[cell]++;
      totals[cell].add(total);
    }
  }

  /**
   * @param rows the table's rows that count, by place
   * @param totals by place
   * @param ranked the places, the best first
   */
  ItemWork(Column column, Grid grid, int[] rows, long[] totals, int[] ranked) {
    this.item = column.item();
    this.grid = grid;
    this.cells = column.cells();
    this.values = values(column, grid);
    int[] own = Arrays.stream(ranked).filter(place -> column.has(rows[place])).toArray();
    this.group = Ranking.groupOf(own.length);
    this.all = Tally.of(cells.size());
    this.upper = Tally.of(cells.size());
    this.lower = Tally.of(cells.size());
    ExactSum squares = new ExactSum();
    long[] rest = new long[own.length];
    for (int i = 0; i < own.length; i++) {
      long total = totals[own[i]];
      int cell = column.cell(rows[own[i]]);
      all.add(cell, total);
      squares.addProduct(total, total);
      rest[i] = total - values[cell];
      if (i < group) {
        upper.add(cell, total);
      } else if (i >= own.length - group) {
        lower.add(cell, total);
      }
    }
    this.moments = moments(own.length, squares.value());
    this.largestCovariance = largestCovariance(rest);
  }

  /** The points of each different answer, in the unit of the grid. */
  static long[] values(Column column, Grid grid) {
    return column.cells().stream().mapToLong(cell -> grid.units(cell.score())).toArray();
  }

  Moments moments() {
    return moments;
  }

  ItemFigures figures(@Nullable Double alphaIfDeleted) {
    BigInteger covariance = moments.restCovariance();
    List<OptionFigures> options = item.options().stream().map(this::option).toList();
    Optional<String> likely = likelyKey(options);
    return new ItemFigures(
        item.id(),
        moments.n(),
        Figures.ratio(points(all).multiply(max().denominator()), most(moments.n())),
        Figures.correlation(moments.totalCovariance(), moments.variance(), moments.totalVariance()),
        Figures.correlation(covariance, moments.variance(), moments.restVariance()),
        Figures.ratio(
            points(upper).subtract(points(lower)).multiply(max().denominator()), most(group)),
        Figures.ratio(covariance.multiply(HUNDRED), largestCovariance),
        alphaIfDeleted,
        options,
        flags(likely.isPresent()),
        likely.orElse(null));
  }

  private Rational max() {
    return item.max();
  }

  /** The most units of so many attempts, times the denominator of the item's most points. */
  private BigInteger most(int attempts) {
    return max().numerator().multiply(grid.unit()).multiply(BigInteger.valueOf(attempts));
  }

  private BigInteger points(Tally tally) {
    BigInteger sum = BigInteger.ZERO;
    for (int cell = 0; cell < values.length; cell++) {
      sum = sum.add(times(values[cell], tally.counts()[cell]));
    }
    return sum;
  }

  private static BigInteger times(long value, long count) {
    return BigInteger.valueOf(value).multiply(BigInteger.valueOf(count));
  }

  private Moments moments(int n, BigInteger squares) {
    BigInteger xx = BigInteger.ZERO;
    BigInteger t = BigInteger.ZERO;
    BigInteger xt = BigInteger.ZERO;
    for (int cell = 0; cell < values.length; cell++) {
      BigInteger value = BigInteger.valueOf(values[cell]);
      BigInteger sum = all.totals()[cell].value();
      xx = xx.add(value.pow(2).multiply(BigInteger.valueOf(all.counts()[cell])));
      t = t.add(sum);
      xt = xt.add(value.multiply(sum));
    }
    return new Moments(n, points(all), xx, t, squares, xt);
  }

  /** Of the item's points and the rest, each in order. */
  private BigInteger largestCovariance(long[] rest) {
    Arrays.sort(rest);
    int[] byValue = IntStream.range(0, values.length)
        .boxed()
        .sorted((one, other) -> Long.compare(values[one], values[other]))
        .mapToInt(cell -> cell)
        .toArray();
    BigInteger products = BigInteger.ZERO;
    int at = 0;
    for (int cell : byValue) {
      ExactSum block = new ExactSum();
      for (int i = 0; i < all.counts()[cell]; i++) {
        block.add(rest[at++]);
      }
      products = products.add(block.value().multiply(BigInteger.valueOf(values[cell])));
    }
    return moments.of(products, moments.x(), moments.t().subtract(moments.x()));
  }

  private OptionFigures option(String option) {
    Predicate<Column.Cell> chose = cell -> cell.chosen().contains(option);
    BigInteger count = BigInteger.valueOf(count(all, chose));
    BigInteger withRest = BigInteger.ZERO;
    for (int cell : cells(chose)) {
      BigInteger rest =
          all.totals()[cell].value().subtract(times(values[cell], all.counts()[cell]));
      withRest = withRest.add(rest);
    }
    BigInteger covariance = moments.of(withRest, count, moments.t().subtract(moments.x()));
    BigInteger variance = moments.of(count, count, count);
    return new OptionFigures(
        option,
        item.key().contains(option),
        count.intValueExact(),
        count(upper, chose),
        count(lower, chose),
        Figures.correlation(covariance, variance, moments.restVariance()));
  }

  private static int count(Tally tally, List<Integer> of) {
    return of.stream().mapToInt(cell -> tally.counts()[cell]).sum();
  }

  private int count(Tally tally, Predicate<Column.Cell> which) {
    return count(tally, cells(which));
  }

  private List<Integer> cells(Predicate<Column.Cell> which) {
    List<Integer> found = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (which.test(cells.get(cell))) {
        found.add(cell);
      }
    }
    return found;
  }

  /** The wrong option that goes best with the rest, if the item itself goes against it; of several the first. */
  private Optional<String> likelyKey(List<OptionFigures> options) {
    boolean against = moments.variance().signum() > 0
        && moments.restVariance().signum() > 0
        && moments.restCovariance().signum() < 0;
    return !against
        ? Optional.empty()
        : options.stream()
            .filter(option -> !option.isKey() && option.restCorrelation().orElse(0) > 0)
            .max((one, other) -> Double.compare(
                one.restCorrelation().orElse(0), other.restCorrelation().orElse(0)))
            .map(OptionFigures::option);
  }

  private Set<ItemFlag> flags(boolean suspect) {
    Set<ItemFlag> flags = EnumSet.noneOf(ItemFlag.class);
    if (moments.n() > 0 && max().signum() > 0) {
      Rational facility =
          new Rational(points(all).multiply(max().denominator()), most(moments.n()));
      if (facility.compareTo(EASY) > 0) {
        flags.add(ItemFlag.TOO_EASY);
      } else if (facility.compareTo(HARD) < 0) {
        flags.add(ItemFlag.TOO_HARD);
      }
    }
    BigInteger covariance = moments.restCovariance();
    boolean defined = moments.variance().signum() > 0 && moments.restVariance().signum() > 0;
    if (defined
        && covariance.signum() >= 0
        && Moments.isBelow(covariance, moments.variance(), moments.restVariance(), STRONG)) {
      flags.add(ItemFlag.WEAK);
    }
    if (suspect) {
      flags.add(ItemFlag.SUSPECT_KEY);
    }
    return flags;
  }
}
