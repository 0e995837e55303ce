package org.lmskit.assessment.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lmskit.model.Rational;

/** One item's answers, a number each: equal ones share what they are. */
final class Column {
  private static final int NONE = 0;
  private static final int FIRST_SIZE = 64;

  private final AnalysedItem item;
  private final Map<Cell, Integer> numbers = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private int[] rows = new int[FIRST_SIZE];

  /** What an answer was: points, and options. */
  record Cell(Rational score, Set<String> chosen) {}

  Column(AnalysedItem item) {
    this.item = item;
  }

  AnalysedItem item() {
    return item;
  }

  void put(int row, AnalysedAttempt.Answer answer) {
    put(row, number(answer.score(), answer.chosen()));
  }

  /** The number of an answer among the different ones, from 1. */
  int number(Rational score, Set<String> chosen) {
    Cell cell = new Cell(score, item.options().isEmpty() ? Set.of() : chosen);
    Integer known = numbers.get(cell);
    if (known != null) {
      return known;
    }
    cells.add(cell);
    numbers.put(cell, cells.size());
    return cells.size();
  }

  void put(int row, int number) {
    if (row >= rows.length) {
      rows = Arrays.copyOf(rows, Math.max(row + 1, rows.length * 2));
    }
    rows[row] = number;
  }

  /** The different answers. */
  List<Cell> cells() {
    return cells;
  }

  boolean has(int row) {
    return row < rows.length && rows[row] != NONE;
  }

  /** The place of a row's answer among {@link #cells()}. */
  int cell(int row) {
    return rows[row] - 1;
  }
}
