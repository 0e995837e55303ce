package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A statement under construction, with its parameters. */
final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  SqlText(String text, Object... values) {
    add(text, values);
  }

  SqlText add(String more, Object... values) {
    text.append(more);
    parameters.addAll(List.of(values));
    return this;
  }

  /**
   * Adds {@code column IN (?, ...)}, or what is never true for no value. The list is filled up to a
   * power of two with its last value, so that few different statements have to be prepared.
   */
  SqlText in(String column, Collection<?> values) {
    if (values.isEmpty()) {
      return add("1 = 0");
    }
    List<Object> padded = new ArrayList<>(values);
    Object last = padded.get(padded.size() - 1);
    int size = padded.size() == 1 ? 1 : Integer.highestOneBit(padded.size() - 1) * 2;
    while (padded.size() < size) {
      padded.add(last);
    }
    text.append(column).append(size == 1 ? " = ?" : " IN (?" + ", ?".repeat(size - 1) + ")");
    parameters.addAll(padded);
    return this;
  }

  String text() {
    return text.toString();
  }

  List<Object> parameters() {
    return parameters;
  }

  <R> List<R> query(Session session, Session.Row<R> row) {
    return session.query(text(), parameters, row);
  }
}
