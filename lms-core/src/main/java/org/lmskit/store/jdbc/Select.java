package org.lmskit.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Id;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** Reads the records of one kind and tenant by what the database itself can find. */
final class Select<T> {
  /** The most values in one IN list: parsers in front of a database recurse once for each. */
  private static final int CHUNK = 1_000;

  private final Session session;
  private final TenantNumber tenant;
  private final Table<T> table;

  Select(Session session, TenantNumber tenant, Table<T> table) {
    this.session = session;
    this.tenant = tenant;
    this.table = table;
  }

  List<Stored<T>> byIds(Collection<String> ids) {
    List<String> possible = ids.stream().filter(Select::isPossible).distinct().toList();
    Map<String, Stored<T>> found = new HashMap<>();
    for (List<String> chunk : chunks(possible)) {
      List<Object> values = chunk.stream().map(table.dialect()::sortable).toList();
      rows(from().add(" AND ").in("id", values)).forEach(row -> found.put(row.id(), row));
    }
    List<Stored<T>> inOrder = new ArrayList<>();
    possible.stream().map(found::get).filter(Objects::nonNull).forEach(inOrder::add);
    return inOrder;
  }

  /** The records at these positions; those without one are skipped. */
  List<Stored<T>> byPositions(List<Long> positions) {
    List<Stored<T>> found = new ArrayList<>();
    for (List<Long> chunk : chunks(positions)) {
      found.addAll(rows(from().add(" AND ").in("pos", chunk)));
    }
    return found;
  }

  /**
   * The records that meet all conditions on columns and, of a mutable kind, probably all others.
   *
   * @param limit the most rows
   */
  List<Stored<T>> page(Query<T> query, int limit) {
    SqlText sql = from();
    addConditions(sql, query);
    query.after().ifPresent(after -> addAfter(sql, query, after));
    if (limit == Integer.MAX_VALUE && !query.conditions().isEmpty()) {
      // Asked for an order, SQLite rather walks through all in that order than looks up many
      // values.
      return rows(sql).stream().sorted(query.comparator()).toList();
    }
    sql.add(" ORDER BY ").add(orderBy(query));
    if (limit < Integer.MAX_VALUE) {
      sql.add(" LIMIT ?", limit);
    }
    return rows(sql);
  }

  /** How many records {@link #page} would find without limit and after. */
  long count(Query<T> query) {
    SqlText sql = new SqlText(
        session, "SELECT COUNT(*) FROM " + table.name() + " WHERE tenant = ?", tenant.number());
    addConditions(sql, query);
    @Nullable Long count = session.number(sql.text(), sql.parameters());
    return count == null ? 0 : count;
  }

  private SqlText from() {
    return new SqlText(
        session,
        "SELECT " + table.selection() + " FROM " + table.name() + " WHERE tenant = ?",
        tenant.number());
  }

  private List<Stored<T>> rows(SqlText sql) {
    return sql.query(table::read);
  }

  private void addConditions(SqlText sql, Query<T> query) {
    for (Query.Condition<T> condition : query.conditions()) {
      if (!table.isListed(condition.index())) {
        sql.add(" AND ").in(Table.column(condition.index()), columnValues(condition));
      } else if (!table.kind().isOrdered()) {
        addListed(sql, condition);
      }
    }
    query.range().ifPresent(range -> addRange(sql, range));
    query.from().ifPresent(from -> sql.add(" AND time_ms >= ?", from.toEpochMilli()));
    query.before().ifPresent(before -> sql.add(" AND time_ms < ?", before.toEpochMilli()));
    if (table.kind().isOrdered() && query.upTo() < Stored.UNCOMMITTED) {
      sql.add(" AND pos <= ?", query.upTo());
    }
  }

  private List<Object> columnValues(Query.Condition<T> condition) {
    boolean sorted = condition.index().type() == org.lmskit.store.Index.Type.SORTED;
    return condition.anyOf().stream()
        .filter(value -> !sorted || Table.isText(value))
        .map(value -> table.columnValue(condition.index(), value))
        .toList();
  }

  private void addListed(SqlText sql, Query.Condition<T> condition) {
    sql.add(
            " AND id IN (SELECT x.id FROM " + table.listName() + " x WHERE x.tenant = ? AND ",
            tenant.number())
        .in("x.k", tenant.keys(condition.index(), condition.anyOf()))
        .add(")");
  }

  private void addRange(SqlText sql, Query.Range<T> range) {
    String column = Table.column(range.index());
    @Nullable String from = range.from();
    @Nullable String before = range.before();
    if (from == null && before == null) {
      sql.add(" AND " + column + " IS NOT NULL");
    }
    if (from != null) {
      sql.add(" AND " + column + " >= ?", table.dialect().sortable(from));
    }
    if (before != null) {
      sql.add(" AND " + column + " < ?", table.dialect().sortable(before));
    }
  }

  private void addAfter(SqlText sql, Query<T> query, Query.After after) {
    String beyond = query.isDescending() ? " < ?" : " > ?";
    if (query.order() == Query.Order.POSITION) {
      sql.add(" AND pos" + beyond, after.position());
      return;
    }
    Object id = table.dialect().sortable(after.id());
    if (!table.kind().isTimed() && after.time().equals(Instant.EPOCH)) {
      sql.add(" AND id" + beyond, id);
      return;
    }
    long time = after.time().toEpochMilli();
    sql.add(" AND time_ms" + (query.isDescending() ? " <= ?" : " >= ?"), time)
        .add(" AND (time_ms" + beyond, time)
        .add(" OR id" + beyond + ")", id);
  }

  private String orderBy(Query<T> query) {
    String direction = query.isDescending() ? " DESC" : "";
    if (query.order() == Query.Order.POSITION) {
      return "pos" + direction;
    }
    return table.kind().isTimed() ? "time_ms" + direction + ", id" + direction : "id" + direction;
  }

  private static boolean isPossible(String id) {
    return !id.isEmpty() && id.length() <= Id.MAX_LENGTH && Table.isText(id);
  }

  private static <V> List<List<V>> chunks(List<V> values) {
    List<List<V>> chunks = new ArrayList<>();
    for (int from = 0; from < values.size(); from += CHUNK) {
      chunks.add(values.subList(from, Math.min(from + CHUNK, values.size())));
    }
    return chunks;
  }
}
