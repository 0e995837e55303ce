package org.lmskit.assessment.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All attempts in little memory: a few numbers for each answer. */
final class ScoreTable {
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<String> learners = new ArrayList<>();
  private int[] numbers = new int[64];

  ScoreTable(List<AnalysedItem> items) {
    items.forEach(item -> columns.put(item.id(), new Column(item)));
  }

  /** Takes an attempt; answers to other items are left out. */
  void add(AnalysedAttempt attempt) {
    int row = learners.size();
    learners.add(attempt.learner());
    if (row == numbers.length) {
      numbers = Arrays.copyOf(numbers, row * 2);
    }
    numbers[row] = attempt.number();
    for (AnalysedAttempt.Answer answer : attempt.answers()) {
      Column column = columns.get(answer.item());
      if (column != null) {
        column.put(row, answer);
      }
    }
  }

  List<Column> columns() {
    return List.copyOf(columns.values());
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
