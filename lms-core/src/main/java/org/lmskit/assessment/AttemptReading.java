package org.lmskit.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lmskit.assessment.PackedItems.Words;
import org.lmskit.assessment.analysis.ScoreTable;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.model.LearnerKey;

/**
 * Fills a table from score rows as they are packed: each different answer is unpacked once, and so is each list of items.
 * Counts each learner's attempts from 1 over all his enrollments, in the order in which rows come.
 */
final class AttemptReading {
  private final ScoreTable table;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Map<String, Integer>> cells = new ArrayList<>();
  private final List<Recent> recent = new ArrayList<>();
  private final Map<LearnerKey, Integer> counts = new HashMap<>();
  private final Map<ItemId, Integer> met = new LinkedHashMap<>();
  private String ids = "";
  private String versions = "";
  private int[] layout = {};

  /** The answers to an item that were met first: nearly all where something is chosen. */
  private static final class Recent {
    private static final int MOST = 8;

    private final String[] scores = new String[MOST];
    private final String[] chosen = new String[MOST];
    private final int[] numbers = new int[MOST];
    private int count;

    int find(Words score, Words choice) {
      for (int i = 0; i < count; i++) {
        if (score.is(scores[i]) && choice.is(chosen[i])) {
          return numbers[i];
        }
      }
      return -1;
    }

    void add(String score, String choice, int number) {
      if (count < MOST) {
        scores[count] = score;
        chosen[count] = choice;
        numbers[count++] = number;
      }
    }
  }

  /** @param items the ids of the table's items, in order */
  AttemptReading(ScoreTable table, List<String> items) {
    this.table = table;
    for (String item : items) {
      columns.put(item, columns.size());
      cells.add(new HashMap<>());
      recent.add(new Recent());
    }
  }

  /** By which versions attempts were scored, each item's newest, in the order in which they were first put. */
  Map<ItemId, Integer> met() {
    return met;
  }

  void add(ScoreRow row) {
    PackedItems items = PackedItems.of(row.items());
    if (!items.ids().equals(ids) || !items.versions().equals(versions)) {
      layOut(items);
    }
    if (!items.graded()) {
      return;
    }
    table.attempt(row.learner().value(), counts.merge(row.learner(), 1, Integer::sum));
    Words score = new Words(items.scores());
    Words chosen = new Words(items.chosen());
    for (int column : layout) {
      score.next();
      chosen.next();
      if (column >= 0) {
        table.answer(column, cell(column, score, chosen));
      }
    }
  }

  static void note(PackedItems items, Map<ItemId, Integer> newest) {
    Words id = new Words(items.ids());
    Words version = new Words(items.versions());
    while (id.next() && version.next()) {
      newest.merge(new ItemId(id.word()), Integer.parseInt(version.word()), Math::max);
    }
  }

  private void layOut(PackedItems items) {
    note(items, met);
    ids = items.ids();
    versions = items.versions();
    layout = Arrays.stream(ids.split(" "))
        .mapToInt(item -> columns.getOrDefault(item, -1))
        .toArray();
  }

  private int cell(int column, Words score, Words chosen) {
    int known = recent.get(column).find(score, chosen);
    return known >= 0 ? known : unpacked(column, score.word(), chosen.word());
  }

  private int unpacked(int column, String score, String chosen) {
    Integer known = cells.get(column).get(score + " " + chosen);
    if (known != null) {
      return known;
    }
    int number = table.cell(
        column,
        Objects.requireNonNull(PackedItems.score(score)),
        Set.copyOf(PackedItems.choices(chosen)));
    cells.get(column).put(score + " " + chosen, number);
    recent.get(column).add(score, chosen, number);
    return number;
  }
}
