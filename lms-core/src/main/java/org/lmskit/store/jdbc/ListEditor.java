package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes old places of lists. The head is held, and the blocks of one key never overlap. */
final class ListEditor {
  private record Row(long first, long[] positions) {
    boolean covers(long position) {
      return positions[positions.length - 1] >= position;
    }
  }

  private final Session session;
  private final String table;
  private final TenantNumber tenant;

  ListEditor(Session session, String table, TenantNumber tenant) {
    this.session = session;
    this.table = table;
    this.tenant = tenant;
  }

  /** Puts positions into a key's list; those that are there already stay. */
  void add(long key, Collection<Long> positions) {
    for (long position : positions) {
      @Nullable Row row = rowBefore(key, position);
      if (row == null || !(row.covers(position) || row.positions.length < Block.MAX)) {
        insert(key, new long[] {position});
      } else if (Arrays.binarySearch(row.positions, position) < 0) {
        replace(key, row.first, with(row.positions, position));
      }
    }
  }

  /** Takes positions out of a key's list. */
  void remove(long key, Set<Long> positions) {
    List<Long> left = new ArrayList<>(positions);
    while (!left.isEmpty()) {
      @Nullable Row row = rowBefore(key, left.get(0));
      if (row == null || !row.covers(left.get(0))) {
        left.remove(0);
        continue;
      }
      TreeSet<Long> here = new TreeSet<>(left.stream().filter(row::covers).toList());
      long[] kept = Arrays.stream(row.positions)
          .filter(position -> !here.contains(position))
          .toArray();
      if (kept.length == 0) {
        session.update(
            "DELETE FROM " + table + " WHERE tenant = ? AND k = ? AND pos = ?",
            List.of(tenant.number(), key, row.first));
      } else {
        replace(key, row.first, kept);
      }
      left.removeAll(here);
    }
  }

  private void replace(long key, long oldFirst, long[] positions) {
    int half = positions.length > 2 * Block.MAX ? positions.length / 2 : positions.length;
    long[] lower = Arrays.copyOf(positions, half);
    session.update(
        "UPDATE " + table + " SET pos = ?, blk = ? WHERE tenant = ? AND k = ? AND pos = ?",
        List.of(lower[0], blockValue(lower), tenant.number(), key, oldFirst));
    if (half < positions.length) {
      insert(key, Arrays.copyOfRange(positions, half, positions.length));
    }
  }

  private void insert(long key, long[] positions) {
    session.update(
        "INSERT INTO " + table + " (tenant, k, pos, blk) VALUES (?, ?, ?, ?)",
        row(tenant.number(), key, positions));
  }

  private @Nullable Row rowBefore(long key, long position) {
    List<Row> found = new SqlText(
            session,
            "SELECT pos, blk FROM " + table + " WHERE tenant = ? AND k = ?",
            tenant.number(),
            key)
        .add(" AND pos <= ? ORDER BY pos DESC LIMIT 1", position)
        .query(row -> new Row(row.getLong(1), Block.decode(row.getLong(1), row.getBytes(2))));
    return found.isEmpty() ? null : found.get(0);
  }

  private static long[] with(long[] positions, long position) {
    long[] more = Arrays.copyOf(positions, positions.length + 1);
    more[positions.length] = position;
    Arrays.sort(more);
    return more;
  }

  /** What is inserted for some rising positions of a key. */
  static List<Object> row(int tenant, long key, long[] positions) {
    return List.of(tenant, key, positions[0], blockValue(positions));
  }

  private static Object blockValue(long[] positions) {
    byte @Nullable [] block = Block.encode(positions);
    return block == null ? Session.Absent.BYTES : block;
  }
}
