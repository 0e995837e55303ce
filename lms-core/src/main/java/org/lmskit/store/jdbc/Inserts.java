package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Inserts many rows with few statements: to PostgreSQL itself all rows as one array for each
 * column, else several rows a statement, in numbers that are powers of two.
 */
final class Inserts {
  private static final int MAX_ROWS = 512;
  private static final int MAX_PARAMETERS = 2_048;
  private static final int MAX_ARRAY = 1_000;

  private final Session session;

  Inserts(Session session) {
    this.session = session;
  }

  /**
   * Inserts rows of equal width.
   *
   * @param sql up to the column list
   * @param finish adds to a whole statement what the dialect needs
   * @return how many rows were inserted
   */
  int send(String sql, List<List<Object>> rows, UnaryOperator<String> finish) {
    return session.isPostgres() ? sendColumns(sql, rows, finish) : sendRows(sql, rows, finish);
  }

  private int sendColumns(String sql, List<List<Object>> rows, UnaryOperator<String> finish) {
    int inserted = 0;
    for (int from = 0; from < rows.size(); from += MAX_ARRAY) {
      List<List<Object>> part = rows.subList(from, Math.min(from + MAX_ARRAY, rows.size()));
      List<ColumnArray> columns = ColumnArray.of(part);
      String arrays = columns.stream()
          .map(column -> "?::" + column.type() + "[]")
          .collect(Collectors.joining(", ", " SELECT * FROM unnest(", ")"));
      inserted += session.update(finish.apply(sql + arrays), columns);
    }
    return inserted;
  }

  private int sendRows(String sql, List<List<Object>> rows, UnaryOperator<String> finish) {
    int done = 0;
    int inserted = 0;
    while (done < rows.size()) {
      int width = rows.get(done).size();
      int most = Math.min(MAX_ROWS, MAX_PARAMETERS / width);
      int count = Integer.highestOneBit(Math.min(most, rows.size() - done));
      List<Object> parameters = new ArrayList<>(count * width);
      rows.subList(done, done + count).forEach(parameters::addAll);
      String row = "(?" + ", ?".repeat(width - 1) + ")";
      String values = " VALUES " + row + (", " + row).repeat(count - 1);
      inserted += session.update(finish.apply(sql + values), parameters);
      done += count;
    }
    return inserted;
  }
}
