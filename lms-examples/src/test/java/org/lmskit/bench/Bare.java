package org.lmskit.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The floor: a bare JDBC batch insert of (id, time, json) into a table with one primary key. On SQLite its
 * connection has the settings of the store's, so that neither wins by them.
 */
final class Bare implements AutoCloseable {
  /** What is inserted. */
  interface Row {
    String id();

    String json();
  }

  private final Connection connection;
  private final PreparedStatement insert;

  Bare(String url) throws SQLException {
    boolean sqlite = url.startsWith("jdbc:sqlite");
    connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      if (sqlite) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("PRAGMA cache_size = -16000");
        statement.execute("PRAGMA wal_autocheckpoint = 8000");
      }
      statement.execute(
          "CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, time bigint NOT NULL, body "
              + (sqlite ? "text" : "jsonb")
              + " NOT NULL)");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement(
        "INSERT INTO bare (id, time, body) VALUES (?, ?, " + (sqlite ? "?)" : "?::jsonb)"));
  }

  void insert(List<? extends Row> rows, long time) throws SQLException {
    for (Row row : rows) {
      insert.setString(1, row.id());
      insert.setLong(2, time);
      insert.setString(3, row.json());
      insert.addBatch();
    }
    insert.executeBatch();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
