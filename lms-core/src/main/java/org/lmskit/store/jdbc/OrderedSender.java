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
  private final KeyHashes hashes;

  /** @param positions that the transaction owns */
  OrderedSender(
      Session session, TenantNumber tenant, Table<T> table, Head.Taken positions, TailWatch watch) {
    this.session = session;
    this.tenant = tenant;
    this.table = table;
    this.positions = positions;
    this.watch = watch;
    this.rows = new RowSender<>(session, tenant, table);
    this.hashes = new KeyHashes(tenant);
  }

  /** @param writes in the order of their positions, which inserts already have */
  void send(List<Write<T>> writes) {
    rows.update(RowSender.sorted(writes.stream().filter(Write::isUpdate).toList()));
    rows.delete(RowSender.sorted(writes.stream().filter(Write::isDelete).toList()));
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
    List<TailEntry> gained = new ArrayList<>();
    List<TailEntry> lost = new ArrayList<>();
    for (Stored<T> stored : inserts) {
      for (long key : keys(stored)) {
        gained.add(new TailEntry(key, stored.position()));
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
      remove(tail, TailEntry.sorted(lost));
    }
    if (!gained.isEmpty()) {
      append(tail, TailEntry.sorted(gained));
    }
  }

  private void remove(Tail tail, List<TailEntry> lost) {
    ListEditor editor = new ListEditor(session, table.listName(), tenant);
    Map<Long, Set<Long>> byKey = new TreeMap<>();
    for (TailEntry entry : lost) {
      byKey.computeIfAbsent(entry.key(), fresh -> new TreeSet<>()).add(entry.position());
    }
    byKey.forEach(editor::remove);
    tail.remove(byKey);
  }

  private void append(Tail tail, List<TailEntry> gained) {
    List<byte[]> blocks = TailBlock.encode(positions.last(), positions.first(), gained);
    tail.insert(Tail.FRESH, positions.last(), blocks);
    TailSize more = new TailSize(
        blocks.size(), blocks.stream().mapToInt(block -> block.length).sum());
    if (watch.isDue(table.name(), tenant.number(), more)) {
      new TailMerge(session, table, tenant).shorten(watch.largest());
    }
  }

  private static void difference(
      Set<Long> some, Set<Long> others, long position, List<TailEntry> into) {
    for (long key : some) {
      if (!others.contains(key)) {
        into.add(new TailEntry(key, position));
      }
    }
  }

  private Set<Long> keys(Stored<T> stored) {
    return hashes.of(table.listed(), stored.value());
  }
}
