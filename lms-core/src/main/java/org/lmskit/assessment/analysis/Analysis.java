package org.lmskit.assessment.analysis;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/** From a table of scores to its figures. */
final class Analysis {
  private static final Rational HUNDRED = Rational.of(100);

  private final ScoreTable table;
  private final AttemptChoice choice;
  private final List<Column> columns;
  private final int[] rows;
  private final Grid grid;
  private final long[] totals;

  Analysis(ScoreTable table, AttemptChoice choice) {
    this.table = table;
    this.choice = choice;
    this.columns = table.columns();
    this.rows = table.chosen(choice);
    this.grid = Grid.of(columns);
    this.totals = totals();
  }

  ItemAnalysis result(Function<Collection<String>, Map<String, String>> names) {
    boolean complete = columns.stream().allMatch(this::isComplete);
    int[] ranked = new Ranking(table, totals, rows).places(complete, names);
    List<ItemWork> works = columns.stream()
        .map(column -> new ItemWork(column, grid, rows, totals, ranked))
        .toList();
    BigInteger total = totalVariance();
    Rational alpha = complete ? alpha(works, total, null) : null;
    Rational variance = variance(total);
    return new ItemAnalysis(
        choice,
        rows.length,
        rows.length == 0 ? null : points(sum(), BigInteger.valueOf(rows.length)).toDouble(),
        median(),
        variance == null ? null : variance.toDouble(),
        variance == null ? null : Figures.root(variance),
        alpha == null ? null : alpha.toDouble(),
        alpha == null || variance == null
            ? null
            : Figures.root(variance.times(Rational.ONE.minus(alpha))),
        alpha == null
            ? null
            : Figures.root(Rational.ONE.minus(alpha).times(HUNDRED).times(HUNDRED)),
        works.stream().map(work -> work.figures(deleted(complete, works, work))).toList());
  }

  private static @Nullable Double deleted(
      boolean complete, List<ItemWork> works, ItemWork without) {
    Rational alpha = complete ? alpha(works, without.moments().restVariance(), without) : null;
    return alpha == null ? null : alpha.toDouble();
  }

  /** Of all items, or of all but one. */
  private static @Nullable Rational alpha(
      List<ItemWork> works, BigInteger total, @Nullable ItemWork without) {
    List<ItemWork> counted = works.stream().filter(work -> work != without).toList();
    if (counted.size() < 2 || total.signum() <= 0) {
      return null;
    }
    BigInteger items = counted.stream()
        .map(work -> work.moments().variance())
        .reduce(BigInteger.ZERO, BigInteger::add);
    return Rational.of(counted.size(), counted.size() - 1)
        .times(Rational.ONE.minus(new Rational(items, total)));
  }

  private boolean isComplete(Column column) {
    return Arrays.stream(rows).allMatch(column::has);
  }

  private long[] totals() {
    long[] sums = new long[rows.length];
    for (Column column : columns) {
      long[] values = ItemWork.values(column, grid);
      for (int place = 0; place < rows.length; place++) {
        if (column.has(rows[place])) {
          sums[place] += values[column.cell(rows[place])];
        }
      }
    }
    return sums;
  }

  private BigInteger sum() {
    ExactSum sum = new ExactSum();
    Arrays.stream(totals).forEach(sum::add);
    return sum.value();
  }

  /** Multiplied by n (n - 1). */
  private BigInteger totalVariance() {
    ExactSum squares = new ExactSum();
    Arrays.stream(totals).forEach(total -> squares.addProduct(total, total));
    return squares
        .value()
        .multiply(BigInteger.valueOf(rows.length))
        .subtract(sum().pow(2));
  }

  private @Nullable Rational variance(BigInteger total) {
    if (rows.length < 2) {
      return null;
    }
    BigInteger pairs =
        BigInteger.valueOf(rows.length).multiply(BigInteger.valueOf(rows.length - 1L));
    return points(total, pairs.multiply(grid.unit()));
  }

  private @Nullable Double median() {
    if (totals.length == 0) {
      return null;
    }
    long[] sorted = totals.clone();
    Arrays.sort(sorted);
    BigInteger lower = BigInteger.valueOf(sorted[(sorted.length - 1) / 2]);
    BigInteger upper = BigInteger.valueOf(sorted[sorted.length / 2]);
    return points(lower.add(upper), BigInteger.TWO).toDouble();
  }

  private Rational points(BigInteger units, BigInteger by) {
    return new Rational(units, grid.unit().multiply(by));
  }
}
