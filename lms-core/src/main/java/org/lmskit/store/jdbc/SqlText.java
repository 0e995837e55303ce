package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A statement under construction, with its parameters. */
final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();
  private final Session session;

  SqlText(Session session, String text, Object... values) {
    this.session = session;
    add(text, values);
  }

  SqlText add(String more, Object... values) {
    text.append(more);
    parameters.addAll(List.of(values));
    return this;
  }

  /** Adds that a column has one of these values, or what is never true for no value. */
  SqlText in(String column, Collection<?> values) {
    if (values.isEmpty()) {
      return add("1 = 0");
    }
    if (values.size() == 1) {
      return add(column + " = ?", values.iterator().next());
    }
    return session.isPostgres()
        ? add(column + " = ANY (?)", ColumnArray.of(values))
        : list(column, values);
  }

  /**
   * The list is filled up to a power of two with its last value, so that few different statements have to be
   * prepared.
   */
  private SqlText list(String column, Collection<?> values) {
    List<Object> padded = new ArrayList<>(values);
    Object last = padded.get(padded.size() - 1);
    int size = Integer.highestOneBit(padded.size() - 1) * 2;
    while (padded.size() < size) {
      padded.add(last);
    }
    text.append(column).append(" IN (?").append(", ?".repeat(size - 1)).append(")");
    parameters.addAll(padded);
    return this;
  }

  String text() {
    return text.toString();
  }

  List<Object> parameters() {
    return parameters;
  }

  <R> List<R> query(Session.Row<R> row) {
    return session.query(text(), parameters, row);
  }
}
