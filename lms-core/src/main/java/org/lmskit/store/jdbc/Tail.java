package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What writes added to the lists of an ordered kind and nobody has merged into them yet. A write leaves
 * one row in the part {@link #FRESH}; when there are many, they are spread over parts by key, and a part
 * of many rows is merged into the lists. So everything in a part is newer than what was merged before,
 * and what is fresh is newer than all parts.
 */
final class Tail {
  /** The part of what writes left; the others hold keys that begin with the same bits. */
  static final int FRESH = 0;

  private static final int PART_BITS = 6;

  /** A row, whose position is the greatest that its writes owned. */
  record Row(int part, long position, int number, byte[] block) {
    long low() {
      return TailBlock.low(position, block);
    }
  }

  private final Session session;
  private final String table;
  private final int tenant;

  Tail(Session session, Table<?> table, TenantNumber tenant) {
    this.session = session;
    this.table = table.tailName();
    this.tenant = tenant.number();
  }

  /** The part of a key. */
  static int part(long key) {
    return (int) (key >>> (Long.SIZE - PART_BITS)) + 1;
  }

  /**
   * The rising positions of some keys. Asked before the lists: what is merged in between is then seen
   * twice instead of never.
   */
  Map<Long, long[]> positions(Collection<Long> keys) {
    long[] wanted = keys.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    Map<Long, LongStream.Builder> found = new HashMap<>();
    for (Row row : rows(partsOf(keys))) {
      TailBlock.decode(
          row.position,
          row.block,
          key -> Arrays.binarySearch(wanted, key) >= 0,
          (key, position) ->
              found.computeIfAbsent(key, fresh -> LongStream.builder()).add(position));
    }
    Map<Long, long[]> positions = new HashMap<>();
    found.forEach((key, some) -> positions.put(key, Positions.rising(some.build())));
    return positions;
  }

  /** Where keys may stand: in their parts, or fresh. */
  static TreeSet<Integer> partsOf(Collection<Long> keys) {
    TreeSet<Integer> parts = new TreeSet<>();
    keys.forEach(key -> parts.add(part(key)));
    parts.add(FRESH);
    return parts;
  }

  List<Row> rows(Collection<Integer> parts) {
    return new SqlText(
            session, "SELECT part, pos, n, blk FROM " + table + " WHERE tenant = ? AND ", tenant)
        .in("part", parts)
        .query(row -> new Row(row.getInt(1), row.getLong(2), row.getInt(3), row.getBytes(4)));
  }

  /** The parts with the most rows, at least as many as given, except what is fresh. */
  List<Integer> fullest(int most, int rows) {
    return new SqlText(
            session, "SELECT part FROM " + table + " WHERE tenant = ? AND part > ?", tenant, FRESH)
        .add(" GROUP BY part HAVING COUNT(*) >= ?", rows)
        .add(" ORDER BY COUNT(*) DESC, part LIMIT ?", most)
        .query(row -> row.getInt(1));
  }

  /** How many rows are fresh, and how many bytes they have. */
  TailSize fresh() {
    return new SqlText(
            session,
            "SELECT COUNT(*), SUM(LENGTH(blk)) FROM " + table + " WHERE tenant = ? AND part = ?",
            tenant,
            FRESH)
        .query(row -> new TailSize(row.getInt(1), row.getInt(2)))
        .get(0);
  }

  void insert(int part, long position, List<byte[]> blocks) {
    List<List<Object>> rows = new ArrayList<>();
    for (byte[] block : blocks) {
      rows.add(List.of(tenant, part, position, rows.size(), block));
    }
    insert(rows);
  }

  private void insert(List<List<Object>> rows) {
    new Inserts(session)
        .send("INSERT INTO " + table + " (tenant, part, pos, n, blk)", rows, sql -> sql, null);
  }

  void delete(int part) {
    session.update(
        "DELETE FROM " + table + " WHERE tenant = ? AND part = ?", List.of(tenant, part));
  }

  /** Distributes what is fresh over the other parts. */
  void spread() {
    List<Row> rows = rows(List.of(FRESH));
    if (rows.isEmpty()) {
      return;
    }
    long position = rows.stream().mapToLong(Row::position).max().orElseThrow();
    long low = rows.stream().mapToLong(Row::low).min().orElseThrow();
    List<List<Object>> spread = new ArrayList<>();
    TailEntry.byPart(entries(rows), entries -> {
      int part = part(entries.get(0).key());
      for (byte[] block : TailBlock.encode(position, low, entries)) {
        spread.add(List.of(tenant, part, position, spread.size(), block));
      }
    });
    insert(spread);
    delete(FRESH);
  }

  /** What stands in rows, sorted. */
  static List<TailEntry> entries(List<Row> rows) {
    List<TailEntry> entries = new ArrayList<>();
    rows.forEach(row -> entries.addAll(TailBlock.decode(row.position, row.block)));
    return TailEntry.sorted(entries);
  }

  /** Takes positions out of keys. */
  void remove(Map<Long, ? extends Collection<Long>> lost) {
    for (Row row : rows(partsOf(lost.keySet()))) {
      List<TailEntry> entries = entries(List.of(row));
      if (entries.removeIf(entry -> isLost(entry, lost))) {
        replace(row, entries);
      }
    }
  }

  private static boolean isLost(TailEntry entry, Map<Long, ? extends Collection<Long>> lost) {
    @Nullable Collection<Long> positions = lost.get(entry.key());
    return positions != null && positions.contains(entry.position());
  }

  private void replace(Row row, List<TailEntry> left) {
    List<Object> place = List.of(tenant, row.part, row.position, row.number);
    String where = " WHERE tenant = ? AND part = ? AND pos = ? AND n = ?";
    if (left.isEmpty()) {
      session.update("DELETE FROM " + table + where, place);
      return;
    }
    List<Object> values = new ArrayList<>();
    values.add(TailBlock.encode(row.position, row.low(), left).get(0));
    values.addAll(place);
    session.update("UPDATE " + table + " SET blk = ?" + where, values);
  }
}
