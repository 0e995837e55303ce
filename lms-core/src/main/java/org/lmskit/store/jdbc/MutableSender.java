package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Index;
import org.lmskit.store.Stored;
import org.lmskit.store.Write;

/** Sends the writes to one mutable kind. */
final class MutableSender<T> {
  private final Session session;
  private final TenantNumber tenant;
  private final Table<T> table;
  private final RowSender<T> rows;
  private final KeyHashes hashes;

  MutableSender(Session session, TenantNumber tenant, Table<T> table) {
    this.session = session;
    this.tenant = tenant;
    this.table = table;
    this.rows = new RowSender<>(session, tenant, table);
    this.hashes = new KeyHashes(tenant);
  }

  void send(List<Write<T>> gathered) {
    List<Write<T>> writes = RowSender.sorted(gathered);
    List<Write<T>> updates = writes.stream().filter(Write::isUpdate).toList();
    List<Write<T>> deletes = writes.stream().filter(Write::isDelete).toList();
    table.columns().stream()
        .filter(index -> index.type() == Index.Type.UNIQUE)
        .forEach(index -> release(index, writes, updates));
    rows.update(updates);
    rows.delete(deletes);
    List<Stored<T>> inserts = new ArrayList<>();
    for (Write<T> write : writes) {
      @Nullable Stored<T> next = write.next();
      if (write.isInsert() && next != null) {
        inserts.add(next);
      }
    }
    rows.insert(inserts);
    if (!table.listed().isEmpty()) {
      sendLists(writes);
    }
  }

  /** Where a value goes from one changed record to another, it is first taken from the old one. */
  private void release(Index<T> index, List<Write<T>> writes, List<Write<T>> updates) {
    Map<String, Write<T>> freed = new HashMap<>();
    for (Write<T> write : writes) {
      @Nullable Stored<T> old = write.old();
      values(index, old).forEach(value -> freed.put(value, write));
    }
    List<Write<T>> givers = new ArrayList<>();
    for (Write<T> write : updates) {
      for (String value : values(index, write.next())) {
        @Nullable Write<T> giver = freed.get(value);
        if (giver != null && !giver.id().equals(write.id())) {
          givers.add(giver);
        }
      }
    }
    String sql = "UPDATE " + table.name() + " SET " + Table.column(index) + " = NULL";
    rows.change(sql, givers.stream().map(rows::key).toList(), givers);
  }

  private Collection<String> values(Index<T> index, @Nullable Stored<T> stored) {
    return stored == null ? Set.of() : index.values().apply(stored.value());
  }

  private void sendLists(List<Write<T>> writes) {
    List<List<Object>> gone = new ArrayList<>();
    List<List<Object>> added = new ArrayList<>();
    for (Write<T> write : writes) {
      Set<Long> before = keys(write.old());
      Set<Long> after = keys(write.next());
      Object id = table.dialect().sortable(write.id());
      without(before, after).forEach(key -> gone.add(List.of(tenant.number(), key, id)));
      without(after, before).forEach(key -> added.add(List.of(tenant.number(), key, id)));
    }
    if (!gone.isEmpty()) {
      session.batch(
          "DELETE FROM " + table.listName() + " WHERE tenant = ? AND k = ? AND id = ?", gone);
    }
    String insert = "INSERT INTO " + table.listName() + " (tenant, k, id)";
    new Inserts(session)
        .send(
            insert,
            added,
            sql -> table.dialect().ignoringDuplicates(sql, " KEY (tenant, k, id)"),
            null);
  }

  private Set<Long> keys(@Nullable Stored<T> stored) {
    return stored == null ? Set.of() : hashes.of(table.listed(), stored.value());
  }

  private static Set<Long> without(Set<Long> keys, Set<Long> others) {
    Set<Long> left = new TreeSet<>(keys);
    left.removeAll(new HashSet<>(others));
    return left;
  }
}
