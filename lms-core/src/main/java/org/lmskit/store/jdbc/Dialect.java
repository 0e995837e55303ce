package org.lmskit.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** What differs between databases. Everything else is one portable SQL. */
public enum Dialect {
  /** One file, one writer at a time; WAL and synchronous=FULL, so what is acknowledged is on disk. */
  SQLITE("text", "text", "blob", " WITHOUT ROWID") {
    /** Otherwise the driver asks for the last row's number after each insert. */
    @Override
    Properties properties() {
      Properties properties = super.properties();
      properties.setProperty("jdbc.get_generated_keys", "false");
      return properties;
    }

    @Override
    void prepare(Connection connection) throws SQLException {
      connection.setAutoCommit(true);
      execute(
          connection,
          "PRAGMA busy_timeout = 30000",
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA cache_size = -16000",
          "PRAGMA wal_autocheckpoint = 8000");
    }

    @Override
    void begin(Connection connection, boolean write) throws SQLException {
      execute(connection, write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
    }

    @Override
    void commit(Connection connection) throws SQLException {
      execute(connection, "COMMIT");
    }

    @Override
    void rollback(Connection connection) throws SQLException {
      execute(connection, "ROLLBACK");
    }

    /** Otherwise SQLite copies every page that several rows change, to undo this statement alone. */
    @Override
    String insertOrGiveUp(String insert) {
      return "INSERT OR FAIL" + insert.substring("INSERT".length());
    }

    @Override
    boolean isConflict(SQLException e) {
      int code = e.getErrorCode() & 0xff;
      return code == SQLITE_BUSY || code == SQLITE_LOCKED || isDuplicate(e);
    }

    private boolean isDuplicate(SQLException e) {
      return (e.getErrorCode() & 0xff) == SQLITE_CONSTRAINT
          && String.valueOf(e.getMessage()).contains("UNIQUE");
    }

    @Override
    void lockSchema(Connection connection) throws SQLException {
      begin(connection, true);
    }
  },

  /** Reads are REPEATABLE READ READ ONLY, writes READ COMMITTED. */
  POSTGRESQL("text COLLATE \"C\"", "text", "bytea", "") {
    @Override
    void prepare(Connection connection) throws SQLException {
      connection.setAutoCommit(true);
      execute(
          connection, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }

    @Override
    void begin(Connection connection, boolean write) throws SQLException {
      connection.setAutoCommit(false);
      if (!write) {
        execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      }
    }

    @Override
    void lockSchema(Connection connection) throws SQLException {
      connection.setAutoCommit(false);
      execute(connection, "SELECT pg_advisory_xact_lock(5504870116390207339)");
    }
  },

  /**
   * Reads are SNAPSHOT, writes READ COMMITTED. {@code WRITE_DELAY=0} is set, yet H2 does not force
   * its file to disk: a process may die without loss, a machine may not.
   */
  H2("varbinary(2048)", "clob", "varbinary(1000000)", "") {
    @Override
    void prepare(Connection connection) throws SQLException {
      execute(connection, "SET WRITE_DELAY 0", "SET LOCK_TIMEOUT 30000");
    }

    @Override
    void begin(Connection connection, boolean write) throws SQLException {
      connection.setAutoCommit(true);
      execute(
          connection,
          "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL "
              + (write ? "READ COMMITTED" : "SNAPSHOT"));
      connection.setAutoCommit(false);
    }

    /** H2 compares text by UTF-16 units, bytes by value; so what has an order is kept as UTF-8. */
    @Override
    Object sortable(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    /** H2 has no such indexes. */
    @Override
    String present(String column) {
      return "";
    }

    @Override
    String ignoringDuplicates(String insert, String key) {
      return "MERGE" + insert.substring("INSERT".length()).replace(" VALUES", key + " VALUES");
    }

    @Override
    String insertIfAbsent(String insert) {
      return insert;
    }

    /** DDL ends a transaction here, so its statements are safe to repeat instead. */
    @Override
    void lockSchema(Connection connection) throws SQLException {
      connection.setAutoCommit(true);
    }
  };

  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;
  private static final int SQLITE_CONSTRAINT = 19;
  private static final Set<String> CONFLICTS =
      Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131");

  private final String sortableType;
  private final String bodyType;
  private final String bytesType;
  private final String narrowTable;

  Dialect(String sortableType, String bodyType, String bytesType, String narrowTable) {
    this.sortableType = sortableType;
    this.bodyType = bodyType;
    this.bytesType = bytesType;
    this.narrowTable = narrowTable;
  }

  /**
   * The dialect of a database, by the name that its driver gives.
   *
   * @throws IllegalArgumentException if the database is none of these
   */
  public static Dialect of(Connection connection) throws SQLException {
    String name = connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT);
    for (Dialect dialect : values()) {
      if (name.startsWith(dialect.name())) {
        return dialect;
      }
    }
    throw new IllegalArgumentException("no dialect for the database " + name);
  }

  /** The directory of its schema scripts. */
  public String directory() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text that is compared by its UTF-8 bytes. */
  String sortableType() {
    return sortableType;
  }

  String bodyType() {
    return bodyType;
  }

  String bytesType() {
    return bytesType;
  }

  /** What stands behind the definition of a table that is all key. */
  String narrowTable() {
    return narrowTable;
  }

  /** What limits an index to the rows that have a value: no query asks for those without. */
  String present(String column) {
    return " WHERE " + column + " IS NOT NULL";
  }

  /** What its driver is told when a connection is opened. */
  Properties properties() {
    return new Properties();
  }

  /** Sets what is not a transaction's but the connection's; done when a connection is fresh. */
  void prepare(Connection connection) throws SQLException {
    // the defaults are right
  }

  abstract void begin(Connection connection, boolean write) throws SQLException;

  void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  void rollback(Connection connection) throws SQLException {
    connection.rollback();
  }

  /** Begins a transaction in which nobody else changes the schema. */
  abstract void lockSchema(Connection connection) throws SQLException;

  /** A value for a column of {@link #sortableType()}. */
  Object sortable(String text) {
    return text;
  }

  /** An insert after whose failure the transaction is given up, so that what it did may stay. */
  String insertOrGiveUp(String insert) {
    return insert;
  }

  /** An insert whose count shows what was taken. */
  String insertIfAbsent(String insert) {
    return insert + " ON CONFLICT DO NOTHING";
  }

  /**
   * An insert into a table that is all key, where a repetition is harmless.
   *
   * @param key the key's columns in parentheses, with KEY before
   */
  String ignoringDuplicates(String insert, String key) {
    return insertIfAbsent(insert);
  }

  boolean isConflict(SQLException e) {
    return CONFLICTS.contains(String.valueOf(e.getSQLState()));
  }

  private static void execute(Connection connection, String... commands) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
