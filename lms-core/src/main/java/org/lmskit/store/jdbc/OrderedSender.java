package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Stored;
import org.lmskit.store.Write;

/** Sends the writes to one ordered kind; the head is held. */
final class OrderedSender<T> {
  private final Session session;
  private final TenantNumber tenant;
  private final Table<T> table;
  private final RowSender<T> rows;

  OrderedSender(Session session, TenantNumber tenant, Table<T> table) {
    this.session = session;
    this.tenant = tenant;
    this.table = table;
    this.rows = new RowSender<>(session, tenant, table);
  }

  /** @param writes in the order of their positions, which inserts already have */
  void send(List<Write<T>> writes) {
    List<Write<T>> sorted = RowSender.sorted(writes);
    rows.update(sorted.stream().filter(Write::isUpdate).toList());
    rows.delete(sorted.stream().filter(Write::isDelete).toList());
    List<Stored<T>> inserts = new ArrayList<>();
    for (Write<T> write : writes) {
      @Nullable Stored<T> next = write.next();
      if (write.isInsert() && next != null) {
        inserts.add(next);
      }
    }
    rows.insert(inserts);
    if (!table.listed().isEmpty()) {
      changeLists(writes);
      appendLists(inserts);
    }
  }

  /** One row for each key of these records: the first position, and the distances of the others. */
  private void appendLists(List<Stored<T>> inserts) {
    Map<Long, List<Long>> lists = new TreeMap<>();
    for (Stored<T> stored : inserts) {
      for (Long key : keys(stored)) {
        lists.computeIfAbsent(key, fresh -> new ArrayList<>()).add(stored.position());
      }
    }
    List<List<Object>> added = new ArrayList<>();
    lists.forEach((key, positions) -> added.addAll(ListEditor.rows(tenant, key, positions)));
    String sql = "INSERT INTO " + table.listName() + " (tenant, k, pos, blk)";
    new Inserts(session).send(sql, added, UnaryOperator.identity());
  }

  private void changeLists(List<Write<T>> writes) {
    Map<Long, Set<Long>> gained = new TreeMap<>();
    Map<Long, Set<Long>> lost = new TreeMap<>();
    for (Write<T> write : writes) {
      @Nullable Stored<T> old = write.old();
      if (old != null) {
        Set<Long> before = keys(old);
        @Nullable Stored<T> next = write.next();
        Set<Long> after = next == null ? Set.of() : keys(next);
        difference(after, before, old.position(), gained);
        difference(before, after, old.position(), lost);
      }
    }
    ListEditor editor = new ListEditor(session, table.listName(), tenant);
    gained.forEach(editor::add);
    lost.forEach(editor::remove);
  }

  private static void difference(
      Set<Long> some, Set<Long> others, long position, Map<Long, Set<Long>> into) {
    for (Long key : some) {
      if (!others.contains(key)) {
        into.computeIfAbsent(key, fresh -> new TreeSet<>()).add(position);
      }
    }
  }

  private Set<Long> keys(Stored<T> stored) {
    return tenant.keys(table.listed(), stored.value());
  }
}
