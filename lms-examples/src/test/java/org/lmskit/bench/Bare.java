package org.lmskit.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The floor: a bare JDBC batch insert of (id, time, json) into a table with one primary key. */
final class Bare implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;

  Bare(String url) throws SQLException {
    boolean sqlite = url.startsWith("jdbc:sqlite");
    connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      if (sqlite) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
      }
      statement.execute("CREATE TABLE bare (id text PRIMARY KEY, time bigint NOT NULL, body "
          + (sqlite ? "text" : "jsonb")
          + " NOT NULL)");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement(
        "INSERT INTO bare (id, time, body) VALUES (?, ?, " + (sqlite ? "?)" : "?::jsonb)"));
  }

  void insert(List<Line> lines, long time) throws SQLException {
    for (Line line : lines) {
      insert.setString(1, line.id());
      insert.setLong(2, time);
      insert.setString(3, line.json());
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
