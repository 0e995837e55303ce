package org.lmskit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of many rows as one parameter.
 *
 * @param type of the elements, as PostgreSQL names it
 * @param values an array of one class, since the driver sends only such an array in binary form; an
 *     absent value is null
 */
record ColumnArray(String type, @Nullable Object[] values) {

  /** Values of one type, of which there is at least one. */
  static ColumnArray of(Collection<?> values) {
    return columns(values.stream().map(List::of).toList()).get(0);
  }

  /** The columns of rows of equal width, of which there is at least one. */
  static List<ColumnArray> columns(List<? extends List<?>> rows) {
    List<ColumnArray> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      columns.add(column(rows, i));
    }
    return columns;
  }

  private static ColumnArray column(List<? extends List<?>> rows, int at) {
    Object sample = rows.get(0).get(at);
    if (sample instanceof Integer) {
      return column("int4", Integer[]::new, rows, at);
    }
    if (sample instanceof Long) {
      return column("int8", Long[]::new, rows, at);
    }
    return sample instanceof byte[] || sample == Session.Absent.BYTES
        ? column("bytea", byte[][]::new, rows, at)
        : column("text", String[]::new, rows, at);
  }

  private static ColumnArray column(
      String type, IntFunction<@Nullable Object[]> array, List<? extends List<?>> rows, int at) {
    @Nullable Object[] values = array.apply(rows.size());
    for (int i = 0; i < values.length; i++) {
      Object value = rows.get(i).get(at);
      values[i] = value instanceof Session.Absent ? null : value;
    }
    return new ColumnArray(type, values);
  }

  void bind(Connection connection, PreparedStatement statement, int index) throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, values));
  }
}
