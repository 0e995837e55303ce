package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Brings a tail into the lists, part by part. The head is held. */
final class TailMerge {
  /** How many parts a write merges that found too much fresh; then all are merged by turns. */
  private static final int PARTS = 2;

  private static final int MIN_ROWS = 4;

  private final Session session;
  private final Table<?> table;
  private final TenantNumber tenant;
  private final Tail tail;

  TailMerge(Session session, Table<?> table, TenantNumber tenant) {
    this.session = session;
    this.table = table;
    this.tenant = tenant;
    this.tail = new Tail(session, table, tenant);
  }

  /** Keeps the tail short: spreads what is fresh if it is too much, and merges the fullest parts. */
  void shorten(TailSize largest) {
    if (tail.fresh().reaches(largest)) {
      tail.spread();
      tail.fullest(PARTS, MIN_ROWS).forEach(this::merge);
    }
  }

  /** Distributes what is fresh, whatever it is. */
  void spread() {
    tail.spread();
  }

  /** All parts that hold something, except what is fresh. */
  List<Integer> parts() {
    return tail.fullest(Integer.MAX_VALUE, 1);
  }

  /** Merges one part. What is fresh is newer and stays. */
  void merge(int part) {
    List<Tail.Row> rows = tail.rows(List.of(part));
    long low = rows.stream().mapToLong(Tail.Row::low).min().orElse(0);
    ListEditor editor = new ListEditor(session, table.listName(), tenant);
    Map<Long, List<Long>> older = new TreeMap<>();
    List<List<Object>> added = new ArrayList<>();
    TailEntry.byKey(Tail.entries(rows), entries -> {
      long key = entries.get(0).key();
      long[] positions = TailEntry.positions(entries);
      int first = Arrays.binarySearch(positions, low);
      int newer = first < 0 ? -first - 1 : first;
      if (newer > 0) {
        older.put(key, Arrays.stream(positions, 0, newer).boxed().toList());
      }
      added.addAll(rows(key, Arrays.copyOfRange(positions, newer, positions.length)));
    });
    new Inserts(session)
        .send(
            "INSERT INTO " + table.listName() + " (tenant, k, pos, blk)",
            added,
            UnaryOperator.identity(),
            null);
    older.forEach(editor::add);
    tail.delete(part);
  }

  /** Rows behind all that the key's list has already. */
  private List<List<Object>> rows(long key, long[] positions) {
    if (positions.length == 0) {
      return List.of();
    }
    return Block.pieces(positions).stream()
        .map(piece -> ListEditor.row(tenant.number(), key, piece))
        .toList();
  }
}
