package org.lmskit.assessment.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Attempts from the best to the last: by total, then by learner, then by number.
 *
 * @param totals by place
 * @param rows of the table, by place
 */
record Ranking(ScoreTable table, long[] totals, int[] rows) {
  private static final int SHARE = 27;
  private static final int WHOLE = 100;

  /** The size of the best and of the last group of so many attempts: 27 percent, half up. */
  static int groupOf(int attempts) {
    return (SHARE * attempts + WHOLE / 2) / WHOLE;
  }

  /**
   * The places of the totals, the best first.
   *
   * @param onlyGroups whether the order matters at the limits of the groups of all attempts alone
   * @param names gives the texts by which ties of learners are broken; those without one stand for themselves
   */
  int[] places(boolean onlyGroups, Function<Collection<String>, Map<String, String>> names) {
    Comparator<Integer> byTotal = Comparator.comparingLong(place -> -totals[place]);
    Integer[] places = IntStream.range(0, rows.length).boxed().toArray(Integer[]::new);
    Arrays.sort(places, byTotal);
    Map<String, String> known = names.apply(tied(places, onlyGroups));
    Comparator<Integer> byName =
        Comparator.comparing(place -> known.getOrDefault(learner(place), learner(place)));
    Arrays.sort(
        places, byTotal.thenComparing(byName).thenComparing(place -> table.number(rows[place])));
    return Arrays.stream(places).mapToInt(place -> place).toArray();
  }

  private Set<String> tied(Integer[] places, boolean onlyGroups) {
    int group = groupOf(places.length);
    Set<Long> limits = group == 0
        ? Set.of()
        : Stream.of(places[group - 1], places[places.length - group])
            .map(place -> totals[place])
            .collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    for (int place : places) {
      if (!onlyGroups || limits.contains(totals[place])) {
        found.add(learner(place));
      }
    }
    return found;
  }

  private String learner(int place) {
    return table.learner(rows[place]);
  }
}
