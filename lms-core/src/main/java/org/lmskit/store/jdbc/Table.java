package org.lmskit.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lmskit.model.Sha256;
import org.lmskit.store.Index;
import org.lmskit.store.Kind;
import org.lmskit.store.Stored;

/** How the records of one kind lie in the database: names, columns and values of its table. */
final class Table<T> {
  private static final String PREFIX = "lms_";
  private static final char HASHED = '\u0001';

  private final Kind<T> kind;
  private final Dialect dialect;
  private final List<Index<T>> columns;
  private final List<Index<T>> listed;

  Table(Kind<T> kind, Dialect dialect) {
    this.kind = kind;
    this.dialect = dialect;
    this.columns = kind.indexes().stream().filter(this::hasColumn).toList();
    this.listed = kind.indexes().stream().filter(index -> !hasColumn(index)).toList();
  }

  /** The same table, its rows read as this view of its kind. */
  <V> Table<V> texts(Kind<V> view) {
    return new Table<>(view, dialect);
  }

  Kind<T> kind() {
    return kind;
  }

  Dialect dialect() {
    return dialect;
  }

  String name() {
    return PREFIX + kind.name();
  }

  /** The companion table. */
  String listName() {
    return name() + "_ix";
  }

  /** The table of what is not yet merged into the companion table of an ordered kind. */
  String tailName() {
    return name() + "_tail";
  }

  /** Indexes with a column of their own. */
  List<Index<T>> columns() {
    return columns;
  }

  /** Indexes in the companion table. */
  List<Index<T>> listed() {
    return listed;
  }

  boolean isListed(Index<T> index) {
    return listed.contains(index);
  }

  /** Ordered kinds keep in columns only what needs a constraint or an order: it makes inserts wide. */
  private boolean hasColumn(Index<T> index) {
    return switch (index.type()) {
      case UNIQUE, SORTED -> true;
      case SINGLE -> !kind.isOrdered();
      case MANY -> false;
    };
  }

  static String column(Index<?> index) {
    return "ix_" + index.name();
  }

  /** All columns as an insert gives them. */
  String insertColumns() {
    StringBuilder names = new StringBuilder("tenant, id, version, time_ms");
    columns.forEach(index -> names.append(", ").append(column(index)));
    names.append(", body");
    return kind.isOrdered() ? names.append(", pos").toString() : names.toString();
  }

  /** The values of {@link #insertColumns()}. */
  List<Object> insertValues(int tenant, Stored<T> stored) {
    List<Object> values = new ArrayList<>();
    values.add(tenant);
    values.add(dialect.sortable(stored.id()));
    values.addAll(changingValues(stored));
    if (kind.isOrdered()) {
      values.add(stored.position());
    }
    return values;
  }

  /** The assignments of an update, in the order of {@link #changingValues}. */
  String assignments() {
    StringBuilder names = new StringBuilder("version = ?, time_ms = ?");
    columns.forEach(index -> names.append(", ").append(column(index)).append(" = ?"));
    return names.append(", body = ?").toString();
  }

  List<Object> changingValues(Stored<T> stored) {
    List<Object> values = new ArrayList<>();
    values.add(stored.version());
    values.add(kind.timeOf(stored.value()).toEpochMilli());
    columns.forEach(index -> values.add(columnValue(index, stored.value())));
    values.add(stored.body());
    return values;
  }

  /** What a query selects for {@link #read}. */
  String selection() {
    return kind.isOrdered() ? "id, version, body, pos" : "id, version, body";
  }

  Stored<T> read(ResultSet row) throws SQLException {
    String body = row.getString(3);
    long position = kind.isOrdered() ? row.getLong(4) : 0;
    return new Stored<>(kind, readId(row, 1), kind.read(body), body, row.getInt(2), position);
  }

  String readId(ResultSet row, int column) throws SQLException {
    return dialect == Dialect.H2
        ? new String(row.getBytes(column), StandardCharsets.UTF_8)
        : row.getString(column);
  }

  private Object columnValue(Index<T> index, T value) {
    Collection<String> values = index.values().apply(value);
    if (values.isEmpty()) {
      return dialect == Dialect.H2 ? Session.Absent.BYTES : Session.Absent.TEXT;
    }
    return columnValue(index, values.iterator().next());
  }

  /** A value as its column holds it: what is long or no text for a database is held as its hash. */
  Object columnValue(Index<T> index, String value) {
    boolean plain = index.type() == Index.Type.SORTED || isPlain(value);
    return dialect.sortable(plain ? value : HASHED + hash(value));
  }

  private static boolean isPlain(String value) {
    return value.length() <= Index.MAX_SORTED
        && (value.isEmpty() || value.charAt(0) != HASHED)
        && isText(value);
  }

  /** Whether a database can hold it. */
  static boolean isText(String value) {
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (unit == 0 || unit >= Character.MIN_SURROGATE) {
        return unit > 0
            && value.indexOf('\0') < 0
            && StandardCharsets.UTF_8.newEncoder().canEncode(value);
      }
    }
    return true;
  }

  private static String hash(String value) {
    return Sha256.of(value.getBytes(StandardCharsets.UTF_16BE)).hex();
  }
}
