package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows with few statements: to PostgreSQL itself all rows as one array for each
 * column, else several rows a statement, in numbers that are powers of two.
 */
final class Inserts {
  private static final int MAX_ROWS = 512;
  private static final int MAX_PARAMETERS = 2_048;
  private static final int MAX_ARRAY = 1_000;

  private final Session session;
  private final Supplier<String> what;

  /** @param what is inserted, for a message if it cannot be */
  Inserts(Session session, Supplier<String> what) {
    this.session = session;
    this.what = what;
  }

  Inserts(Session session) {
    this(session, () -> "");
  }

  /**
   * Inserts rows of equal width.
   *
   * @param sql up to the column list
   * @param finish adds to a whole statement what the dialect needs
   * @param missing hears how many rows were not inserted, if any, perhaps when more is sent; null if
   *     nobody needs to know
   */
  void send(
      String sql,
      List<List<Object>> rows,
      UnaryOperator<String> finish,
      @Nullable IntConsumer missing) {
    if (session.isPostgres()) {
      sendColumns(sql, rows, finish, missing);
    } else {
      sendRows(sql, rows, finish, missing);
    }
  }

  private void sendColumns(
      String sql,
      List<List<Object>> rows,
      UnaryOperator<String> finish,
      @Nullable IntConsumer missing) {
    for (int from = 0; from < rows.size(); from += MAX_ARRAY) {
      List<List<Object>> part = rows.subList(from, Math.min(from + MAX_ARRAY, rows.size()));
      List<ColumnArray> columns = ColumnArray.columns(part);
      String arrays = columns.stream()
          .map(column -> "?::" + column.type() + "[]")
          .collect(Collectors.joining(", ", " SELECT * FROM unnest(", ")"));
      send(finish.apply(sql + arrays), columns, part.size(), missing);
    }
  }

  private void sendRows(
      String sql,
      List<List<Object>> rows,
      UnaryOperator<String> finish,
      @Nullable IntConsumer missing) {
    int done = 0;
    while (done < rows.size()) {
      int width = rows.get(done).size();
      int most = Math.min(MAX_ROWS, MAX_PARAMETERS / width);
      int count = Integer.highestOneBit(Math.min(most, rows.size() - done));
      List<Object> parameters = new ArrayList<>(count * width);
      rows.subList(done, done + count).forEach(parameters::addAll);
      String row = "(?" + ", ?".repeat(width - 1) + ")";
      String values = " VALUES " + row + (", " + row).repeat(count - 1);
      String insert = session.dialect().insertOrGiveUp(sql + values);
      send(finish.apply(insert), parameters, count, missing);
      done += count;
    }
  }

  private void send(String sql, List<?> parameters, int expected, @Nullable IntConsumer missing) {
    @Nullable
    IntConsumer count = missing == null
        ? null
        : changed -> {
          if (changed < expected) {
            missing.accept(expected - changed);
          }
        };
    session.later(new Pipeline.Update(sql, parameters, what, count));
  }
}
