package org.lmskit.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lmskit.model.Sha256;
import org.lmskit.store.Index;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;

/** The definitions of tables, one statement a line group, each ended by a semicolon and a new line. */
final class Ddl {
  private static final int MAX_NAME = 63;
  private static final int HASH_DIGITS = 8;

  private Ddl() {}

  /** What every database has, whatever is stored in it. */
  static String base(Dialect dialect) {
    String text = dialect == Dialect.H2 ? "varchar(128)" : dialect.sortableType();
    return """
        CREATE TABLE IF NOT EXISTS lms_tenant_no (
          name %1$s NOT NULL,
          no integer NOT NULL,
          salt %1$s NOT NULL,
          PRIMARY KEY (name),
          UNIQUE (no)
        );
        CREATE TABLE IF NOT EXISTS lms_head (
          tenant integer NOT NULL,
          pos bigint NOT NULL,
          PRIMARY KEY (tenant)
        );
        """.formatted(text);
  }

  static String of(Dialect dialect, Kinds kinds) {
    return kinds.kinds().stream()
        .map(kind -> of(new Table<>(kind, dialect)))
        .collect(Collectors.joining());
  }

  static String of(Kind<?> kind, Dialect dialect) {
    return of(new Table<>(kind, dialect));
  }

  private static String of(Table<?> table) {
    return table(table) + indexes(table) + list(table) + tail(table);
  }

  private static String table(Table<?> table) {
    Dialect dialect = table.dialect();
    boolean ordered = table.kind().isOrdered();
    List<String> lines = new ArrayList<>();
    lines.add("tenant integer NOT NULL");
    if (ordered) {
      lines.add("pos bigint NOT NULL");
    }
    lines.add("id " + dialect.sortableType() + " NOT NULL");
    lines.add("version integer NOT NULL");
    lines.add("time_ms bigint NOT NULL");
    table.columns().forEach(index -> lines.add(Table.column(index) + " " + dialect.sortableType()));
    lines.add("body " + dialect.bodyType() + " NOT NULL");
    lines.add("PRIMARY KEY (tenant, id)");
    if (ordered) {
      lines.add("UNIQUE (tenant, pos)");
    }
    return "CREATE TABLE IF NOT EXISTS " + table.name() + " (\n  " + String.join(",\n  ", lines)
        + "\n);\n";
  }

  private static String indexes(Table<?> table) {
    boolean timed = table.kind().isTimed();
    StringBuilder all = new StringBuilder();
    if (timed) {
      all.append(index(table, "time", "", "time_ms, id", ""));
    }
    String behind = table.kind().isOrdered() ? ", pos" : timed ? ", time_ms, id" : ", id";
    for (Index<?> index : table.columns()) {
      boolean unique = index.type() == Index.Type.UNIQUE;
      String column = Table.column(index);
      String columns = column + (unique ? "" : behind);
      String present = table.dialect().present(column);
      all.append(index(table, "by_" + index.name(), unique ? "UNIQUE " : "", columns, present));
    }
    return all.toString();
  }

  private static String index(
      Table<?> table, String name, String unique, String columns, String which) {
    return "CREATE " + unique + "INDEX IF NOT EXISTS " + shortened(table.name() + "_" + name)
        + " ON " + table.name() + " (tenant, " + columns + ")" + which + ";\n";
  }

  private static String list(Table<?> table) {
    if (table.listed().isEmpty()) {
      return "";
    }
    Dialect dialect = table.dialect();
    boolean ordered = table.kind().isOrdered();
    String last = ordered ? "pos" : "id";
    String columns = ordered
        ? "  pos bigint NOT NULL,\n  blk " + dialect.bytesType() + ",\n"
        : "  id " + dialect.sortableType() + " NOT NULL,\n";
    return "CREATE TABLE IF NOT EXISTS " + table.listName()
        + " (\n  tenant integer NOT NULL,\n  k bigint NOT NULL,\n" + columns
        + "  PRIMARY KEY (tenant, k, " + last + ")\n)" + dialect.narrowTable() + ";\n";
  }

  private static String tail(Table<?> table) {
    if (table.listed().isEmpty() || !table.kind().isOrdered()) {
      return "";
    }
    return "CREATE TABLE IF NOT EXISTS " + table.tailName() + " (\n  tenant integer NOT NULL,\n"
        + "  part integer NOT NULL,\n  pos bigint NOT NULL,\n  n integer NOT NULL,\n  blk "
        + table.dialect().bytesType()
        + " NOT NULL,\n  PRIMARY KEY (tenant, part, pos, n)\n);\n";
  }

  /** PostgreSQL cuts longer names silently. */
  private static String shortened(String name) {
    if (name.length() <= MAX_NAME) {
      return name;
    }
    String hash =
        Sha256.of(name.getBytes(StandardCharsets.US_ASCII)).hex().substring(0, HASH_DIGITS);
    return name.substring(0, MAX_NAME - HASH_DIGITS - 1) + "_" + hash;
  }
}
