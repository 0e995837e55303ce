package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Updates that wait to be sent with what comes next: PostgreSQL's driver sends several statements of one
 * text together and waits once.
 */
final class Pipeline {
  private static final int MOST = 8;

  /**
   * An update that waits.
   *
   * @param what it changes, for a message
   * @param count hears how many rows it changed; null if nobody needs to know
   */
  record Update(
      String sql,
      List<?> parameters,
      Supplier<String> what,
      @Nullable IntConsumer count) {
    void tell(int changed) {
      if (count != null) {
        count.accept(changed);
      }
    }
  }

  /** What is sent at once: some updates, then a last statement. */
  record Text(String sql, List<?> parameters, List<Update> updates) {
    /** What the updates change. */
    String what() {
      return updates.stream()
          .map(update -> update.what.get())
          .filter(what -> !what.isEmpty())
          .collect(Collectors.joining("; "));
    }
  }

  private List<Update> waiting = new ArrayList<>();

  void add(Update update) {
    waiting.add(update);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether something waits, and it can only succeed as a whole or fail as a whole. */
  boolean isCertain() {
    return !waiting.isEmpty() && waiting.stream().allMatch(update -> update.count == null);
  }

  /** Every number of statements in a row is one more text to prepare. */
  boolean isFull() {
    return waiting.size() >= MOST;
  }

  Update removeLast() {
    return waiting.remove(waiting.size() - 1);
  }

  void clear() {
    waiting.clear();
  }

  /** Takes everything that waits, with a last statement. */
  Text with(String sql, List<?> parameters) {
    if (waiting.isEmpty()) {
      return new Text(sql, parameters, List.of());
    }
    List<Update> updates = waiting;
    waiting = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    List<Object> all = new ArrayList<>();
    for (Update update : updates) {
      text.append(update.sql).append(";\n");
      all.addAll(update.parameters);
    }
    all.addAll(parameters);
    return new Text(text.append(sql).toString(), all, updates);
  }
}
