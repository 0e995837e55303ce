package org.lmskit.assessment.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lmskit.model.Rational;

/** All attempts in little memory: a few numbers for each answer. */
public final class ScoreTable {
  private final Map<String, Column> byItem = new LinkedHashMap<>();
  private final List<Column> columns;
  private final List<String> learners = new ArrayList<>();
  private int[] numbers = new int[64];

  /** @param items what is analysed; none twice */
  public ScoreTable(List<AnalysedItem> items) {
    items.forEach(item -> byItem.put(item.id(), new Column(item)));
    columns = List.copyOf(byItem.values());
  }

  /** Takes an attempt; answers to other items are left out. */
  void add(AnalysedAttempt attempt) {
    attempt(attempt.learner(), attempt.number());
    for (AnalysedAttempt.Answer answer : attempt.answers()) {
      Column column = byItem.get(answer.item());
      if (column != null) {
        column.put(learners.size() - 1, answer);
      }
    }
  }

  /**
   * Takes an attempt, whose answers follow.
   *
   * @param learner whose, as ties are broken: by this text
   * @param number of the attempt among the learner's
   */
  public void attempt(String learner, int number) {
    int row = learners.size();
    learners.add(learner);
    if (row == numbers.length) {
      numbers = Arrays.copyOf(numbers, row * 2);
    }
    numbers[row] = number;
  }

  /**
   * The number that stands for an answer.
   *
   * @param item its place among the items
   * @param score the points, 0 for a blank answer
   * @param chosen the options; empty if nothing was chosen, or nothing can be
   */
  public int cell(int item, Rational score, Set<String> chosen) {
    return columns.get(item).number(score, chosen);
  }

  /**
   * Takes an answer of the last attempt.
   *
   * @param item its place among the items
   * @param cell the number that stands for it
   */
  public void answer(int item, int cell) {
    columns.get(item).put(learners.size() - 1, cell);
  }

  List<Column> columns() {
    return columns;
  }

  String learner(int row) {
    return learners.get(row);
  }

  int number(int row) {
    return numbers[row];
  }

  /** The rows that count. */
  int[] chosen(AttemptChoice choice) {
    if (choice == AttemptChoice.ALL) {
      int[] all = new int[learners.size()];
      Arrays.setAll(all, row -> row);
      return all;
    }
    Map<String, Integer> best = new HashMap<>();
    for (int row = 0; row < learners.size(); row++) {
      best.merge(learners.get(row), row, (one, other) -> kept(one, other, choice));
    }
    return best.values().stream().mapToInt(row -> row).sorted().toArray();
  }

  private int kept(int one, int other, AttemptChoice choice) {
    boolean smaller = numbers[one] <= numbers[other];
    return smaller == (choice == AttemptChoice.FIRST) ? one : other;
  }
}
