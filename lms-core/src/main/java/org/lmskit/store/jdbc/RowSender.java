package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lmskit.model.ConflictException;
import org.lmskit.store.Stored;
import org.lmskit.store.Write;

/** Sends the rows of one kind's own table, and sees from their counts whether somebody was faster. */
final class RowSender<T> {
  /** So many ids stand in a message if it is not known which one it was. */
  private static final int NAMED = 10;

  private final Session session;
  private final TenantNumber tenant;
  private final Table<T> table;

  RowSender(Session session, TenantNumber tenant, Table<T> table) {
    this.session = session;
    this.tenant = tenant;
    this.table = table;
  }

  /** Sorted by id, so that writers meet the rows that they share in one order. */
  static <T> List<Write<T>> sorted(List<Write<T>> writes) {
    return writes.stream().sorted(Comparator.comparing(Write::id)).toList();
  }

  /**
   * Without a clause for duplicates an insert is cheaper, and ordered ids hardly ever meet; PostgreSQL
   * can commit with it, since no count has to be looked at before.
   */
  void insert(List<Stored<T>> records) {
    String sql = "INSERT INTO " + table.name() + " (" + table.insertColumns() + ")";
    List<List<Object>> rows = records.stream()
        .map(stored -> table.insertValues(tenant.number(), stored))
        .toList();
    Inserts inserts = new Inserts(session, () -> taken(anyOf(records)));
    if (table.kind().isOrdered() || session.isPostgres()) {
      inserts.send(sql, rows, UnaryOperator.identity(), null);
    } else {
      inserts.send(sql, rows, session.dialect()::insertIfAbsent, missing -> {
        throw new ConflictException(taken(taken(records)));
      });
    }
  }

  void update(List<Write<T>> updates) {
    List<List<Object>> rows = new ArrayList<>();
    for (Write<T> write : updates) {
      List<Object> row =
          new ArrayList<>(table.changingValues(Objects.requireNonNull(write.next())));
      row.addAll(key(write));
      rows.add(row);
    }
    change("UPDATE " + table.name() + " SET " + table.assignments(), rows, updates);
  }

  void delete(List<Write<T>> deletes) {
    change("DELETE FROM " + table.name(), deletes.stream().map(this::key).toList(), deletes);
  }

  /** Does something to rows that still have the version that was read. */
  void change(String sql, List<? extends List<?>> rows, List<Write<T>> writes) {
    if (rows.isEmpty()) {
      return;
    }
    int[] counts = session.batch(sql + " WHERE tenant = ? AND id = ? AND version = ?", rows);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 1) {
        throw new ConflictException(
            table.kind() + " " + writes.get(i).id() + " was changed by another writer");
      }
    }
  }

  /** What a condition on the version takes. */
  List<Object> key(Write<T> write) {
    Stored<T> old = Objects.requireNonNull(write.old());
    return List.of(tenant.number(), session.dialect().sortable(write.id()), old.version());
  }

  private String taken(List<Stored<T>> records) {
    List<String> ids = records.stream().map(Stored::id).toList();
    Select<T> select = new Select<>(session, tenant, table);
    String present = select.byIds(ids).stream()
        .filter(row -> !isOwn(row, records))
        .map(Stored::id)
        .collect(Collectors.joining(", "));
    return present.isEmpty() ? anyOf(records) : present;
  }

  private String taken(String ids) {
    return table.kind() + ": an id or a unique value is taken, " + ids;
  }

  private static String anyOf(List<? extends Stored<?>> records) {
    List<String> ids = records.stream().<String>map(Stored::id).limit(NAMED).toList();
    return "one of " + String.join(", ", ids);
  }

  private boolean isOwn(Stored<T> row, List<Stored<T>> records) {
    return records.stream()
        .anyMatch(own -> own.id().equals(row.id()) && own.body().equals(row.body()));
  }
}
