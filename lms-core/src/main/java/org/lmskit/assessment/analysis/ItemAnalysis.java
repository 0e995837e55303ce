package org.lmskit.assessment.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the items of an assessment worked, and how reliable its totals are. Variances are those of a sample, divided by
 * n - 1. A figure that is not defined, for want of attempts, of items or of difference, is null, never NaN or 0.
 *
 * @param choice which attempts were analysed
 * @param attempts how many these are
 * @param meanOrNull of the totals
 * @param medianOrNull of the totals
 * @param varianceOrNull of the totals
 * @param deviationOrNull their standard deviation
 * @param alphaOrNull Cronbach's alpha; null too if not every attempt had every item
 * @param errorOrNull the standard error of measurement
 * @param errorRatioOrNull that error in percent of the standard deviation
 * @param items in the order in which they were given
 */
public record ItemAnalysis(
    AttemptChoice choice,
    int attempts,
    @Nullable Double meanOrNull,
    @Nullable Double medianOrNull,
    @Nullable Double varianceOrNull,
    @Nullable Double deviationOrNull,
    @Nullable Double alphaOrNull,
    @Nullable Double errorOrNull,
    @Nullable Double errorRatioOrNull,
    List<ItemFigures> items) {
  /** Copies the list. */
  public ItemAnalysis {
    items = List.copyOf(items);
  }

  /**
   * Analyses attempts in one pass, in memory of a few bytes an answer.
   *
   * @param items what is analysed; a total is the points of these
   * @param attempts hands every attempt, in any order, to the visitor that it is given
   */
  public static ItemAnalysis of(
      List<AnalysedItem> items,
      AttemptChoice choice,
      Consumer<Consumer<AnalysedAttempt>> attempts) {
    return of(items, choice, attempts, learners -> Map.of());
  }

  /**
   * The same, where the learners of attempts are not what ties are broken by.
   *
   * @param names gives for learners, as attempts name them, the text that orders them; is asked once, for those only
   *     whose order can matter
   */
  public static ItemAnalysis of(
      List<AnalysedItem> items,
      AttemptChoice choice,
      Consumer<Consumer<AnalysedAttempt>> attempts,
      Function<Collection<String>, Map<String, String>> names) {
    ScoreTable table = new ScoreTable(items);
    attempts.accept(table::add);
    return of(table, choice, names);
  }

  /** The same of a table that is filled. */
  public static ItemAnalysis of(
      ScoreTable table,
      AttemptChoice choice,
      Function<Collection<String>, Map<String, String>> names) {
    return new Analysis(table, choice).result(names);
  }

  /** The mean of the totals. */
  public OptionalDouble mean() {
    return Figures.optional(meanOrNull);
  }

  /** The median of the totals: of an even number the mean of the middle two. */
  public OptionalDouble median() {
    return Figures.optional(medianOrNull);
  }

  /** The variance of the totals. */
  public OptionalDouble variance() {
    return Figures.optional(varianceOrNull);
  }

  /** The standard deviation of the totals. */
  public OptionalDouble deviation() {
    return Figures.optional(deviationOrNull);
  }

  /** Cronbach's alpha. */
  public OptionalDouble alpha() {
    return Figures.optional(alphaOrNull);
  }

  /** The standard error of measurement, in points. */
  public OptionalDouble error() {
    return Figures.optional(errorOrNull);
  }

  /** The standard error of measurement in percent of the standard deviation. */
  public OptionalDouble errorRatio() {
    return Figures.optional(errorRatioOrNull);
  }

  /** The items that a person should look at. */
  public List<ItemFigures> flagged() {
    return items.stream().filter(item -> !item.flags().isEmpty()).toList();
  }
}
