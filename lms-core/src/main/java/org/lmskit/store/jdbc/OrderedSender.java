package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Stored;
import org.lmskit.store.Write;

/** Sends the writes to one ordered kind; the head is held. */
final class OrderedSender<T> {
  private final Session session;
  private final TenantNumber tenant;
  private final Table<T> table;
  private final Head.Taken positions;
  private final TailWatch watch;
  private final RowSender<T> rows;

  /** @param positions that the transaction owns */
  OrderedSender(
      Session session, TenantNumber tenant, Table<T> table, Head.Taken positions, TailWatch watch) {
    this.session = session;
    this.tenant = tenant;
    this.table = table;
    this.positions = positions;
    this.watch = watch;
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
      changeLists(writes, inserts);
    }
  }

  /** What the lists gain is left as one row; what they lose leaves them at once. */
  private void changeLists(List<Write<T>> writes, List<Stored<T>> inserts) {
    TreeMap<Long, TreeSet<Long>> gained = new TreeMap<>();
    TreeMap<Long, TreeSet<Long>> lost = new TreeMap<>();
    for (Stored<T> stored : inserts) {
      for (Long key : keys(stored)) {
        gained.computeIfAbsent(key, fresh -> new TreeSet<>()).add(stored.position());
      }
    }
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
    Tail tail = new Tail(session, table, tenant);
    if (!lost.isEmpty()) {
      ListEditor editor = new ListEditor(session, table.listName(), tenant);
      lost.forEach(editor::remove);
      tail.remove(lost);
    }
    if (!gained.isEmpty()) {
      append(tail, gained);
    }
  }

  private void append(Tail tail, TreeMap<Long, TreeSet<Long>> gained) {
    List<byte[]> rows = TailBlock.encode(positions.last(), positions.first(), gained);
    tail.insert(Tail.FRESH, positions.last(), rows);
    TailSize more =
        new TailSize(rows.size(), rows.stream().mapToInt(row -> row.length).sum());
    if (watch.isDue(table.name(), tenant.number(), more)) {
      new TailMerge(session, table, tenant).shorten(watch.largest());
    }
  }

  private static void difference(
      Set<Long> some, Set<Long> others, long position, Map<Long, TreeSet<Long>> into) {
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
