package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** Reads the records of one ordered kind and tenant by merging the lists of its companion table. */
final class ListSelect<T> {
  private static final int FIRST_CHUNK = 64;
  private static final int CHUNK = 512;

  /** Up to so many positions a result in order of time is sorted in memory. */
  private static final int SORTABLE = 4_096;

  /** So many lists are merged one by one; more are read whole. */
  private static final int MERGED = 32;

  private final Session session;
  private final TenantNumber tenant;
  private final Table<T> table;
  private final Select<T> select;

  ListSelect(Session session, TenantNumber tenant, Table<T> table) {
    this.session = session;
    this.tenant = tenant;
    this.table = table;
    this.select = new Select<>(session, tenant, table);
  }

  /** The records that match, in order of position, up to the query's limit. */
  List<Stored<T>> byPosition(Query<T> query) {
    Walk walk = new Walk(query, false);
    List<Stored<T>> found = new ArrayList<>();
    int chunk = Math.min(query.limit(), FIRST_CHUNK);
    List<Long> positions = walk.next(chunk);
    while (!positions.isEmpty()) {
      select.byPositions(positions).stream()
          .filter(query::matches)
          .sorted(query.comparator())
          .forEach(found::add);
      if (found.size() >= query.limit()) {
        return List.copyOf(found.subList(0, query.limit()));
      }
      chunk = Math.min(query.limit() - found.size(), CHUNK);
      positions = walk.next(chunk);
    }
    return found;
  }

  /** The records that match, in order of time; the whole table is searched if the lists are long. */
  List<Stored<T>> byTime(Query<T> query) {
    List<Long> positions = new Walk(query, true).next(SORTABLE + 1);
    if (positions.size() > SORTABLE) {
      return scan(query);
    }
    return select.byPositions(positions).stream()
        .filter(stored -> query.matches(stored) && query.isBehindAfter(stored))
        .sorted(query.comparator())
        .limit(query.limit())
        .toList();
  }

  /** Lists are exact but for a chance of 1 in 2^64: a position without a row is not left in them. */
  long count(Query<T> query) {
    Walk walk = new Walk(query, true);
    long count = 0;
    while (walk.next() != Positions.NONE) {
      count++;
    }
    return count;
  }

  private List<Stored<T>> scan(Query<T> query) {
    List<Stored<T>> found = new ArrayList<>();
    List<Stored<T>> page = select.page(query, CHUNK);
    while (!page.isEmpty()) {
      page.stream().filter(query::matches).forEach(found::add);
      if (found.size() >= query.limit()) {
        return List.copyOf(found.subList(0, query.limit()));
      }
      page = select.page(query.after(page.get(page.size() - 1)), CHUNK);
    }
    return found;
  }

  /** Walks through the positions that stand in a list of every condition. */
  private final class Walk {
    private final boolean descending;
    private final long last;
    private final Positions positions;
    private long bound;

    Walk(Query<T> query, boolean whole) {
      this.descending = query.isDescending();
      long after =
          whole ? Positions.NONE : query.after().map(Query.After::position).orElse(Positions.NONE);
      long upTo = Math.min(query.upTo(), Stored.UNCOMMITTED - 1);
      this.bound =
          descending ? (after < 0 ? upTo : Math.min(after - 1, upTo)) : Math.max(after, -1) + 1;
      this.last = descending ? 0 : upTo;
      this.positions = Positions.allOf(lists(query, upTo));
    }

    long next() {
      if (descending ? bound < last : bound > last) {
        return Positions.NONE;
      }
      long found = positions.seek(bound);
      if (found == Positions.NONE || (descending ? found < last : found > last)) {
        bound = descending ? last - 1 : last + 1;
        return Positions.NONE;
      }
      bound = descending ? found - 1 : found + 1;
      return found;
    }

    List<Long> next(int count) {
      List<Long> found = new ArrayList<>();
      long position = found.size() < count ? next() : Positions.NONE;
      while (position != Positions.NONE) {
        found.add(position);
        position = found.size() < count ? next() : Positions.NONE;
      }
      return found;
    }

    private List<Positions> lists(Query<T> query, long upTo) {
      List<List<Long>> keys = new ArrayList<>();
      for (Query.Condition<T> condition : query.conditions()) {
        if (table.isListed(condition.index())) {
          keys.add(tenant.keys(condition.index(), condition.anyOf()));
        }
      }
      Map<Long, long[]> tail = new Tail(session, table, tenant)
          .positions(keys.stream().flatMap(List::stream).toList());
      return keys.stream().map(some -> list(some, tail, upTo)).toList();
    }

    private Positions list(List<Long> keys, Map<Long, long[]> tail, long upTo) {
      if (keys.isEmpty()) {
        return none -> Positions.NONE;
      }
      List<Positions> lists = new ArrayList<>();
      if (keys.size() > MERGED) {
        lists.add(Positions.of(whole(keys, upTo), descending));
      } else {
        keys.forEach(key ->
            lists.add(new KeyList(session, table.listName(), tenant.number(), key, descending)));
      }
      long[] unmerged = Positions.rising(
          keys.stream().map(tail::get).filter(Objects::nonNull).flatMapToLong(Arrays::stream));
      if (unmerged.length > 0) {
        lists.add(Positions.of(unmerged, descending));
      }
      return Positions.anyOf(lists, descending);
    }

    private long[] whole(List<Long> keys, long upTo) {
      List<long[]> rows = new SqlText(
              session,
              "SELECT pos, blk FROM " + table.listName() + " WHERE tenant = ?",
              tenant.number())
          .add(" AND pos <= ? AND ", upTo)
          .in("k", keys)
          .query(row -> Block.decode(row.getLong(1), row.getBytes(2)));
      return Positions.rising(rows.stream().flatMapToLong(Arrays::stream));
    }
  }
}
