package org.lmskit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;

/** A connection that speaks a dialect, keeps its prepared statements and wraps what it throws. */
final class Session implements AutoCloseable {
  /** Reads one row. */
  @FunctionalInterface
  interface Row<R> {
    R read(ResultSet row) throws SQLException;
  }

  /** Reads what a statement answered. */
  @FunctionalInterface
  private interface Answer<R> {
    R of(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  private interface Step<R> {
    R run() throws SQLException;
  }

  private static final int KEPT_STATEMENTS = 100;
  private static final String POSTGRES_DRIVER = "org.postgresql.";

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
  private final Pipeline pipeline = new Pipeline();
  private @Nullable Boolean postgres;

  Session(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return dialect;
  }

  /**
   * Whether PostgreSQL's own driver executes what is said here, at most behind a pool, so that more than
   * portable SQL is understood: an engine that shards by tenant looks for him in rows of values.
   */
  boolean isPostgres() {
    if (postgres == null) {
      postgres = dialect == Dialect.POSTGRESQL && call("unwrap", this::isPostgresDriver);
    }
    return postgres;
  }

  private boolean isPostgresDriver() throws SQLException {
    return connection.isWrapperFor(Connection.class)
        && connection.unwrap(Connection.class).getClass().getName().startsWith(POSTGRES_DRIVER);
  }

  void begin(boolean write) {
    run("begin", () -> dialect.begin(connection, write));
  }

  void commit() {
    if (pipeline.isCertain()) {
      update("COMMIT", List.of());
    }
    flush();
    run("commit", () -> dialect.commit(connection));
  }

  void rollback() {
    pipeline.clear();
    run("rollback", () -> dialect.rollback(connection));
  }

  <R> List<R> query(String sql, List<?> parameters, Row<R> row) {
    return execute(sql, parameters, statement -> {
      List<R> found = new ArrayList<>();
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          found.add(row.read(rows));
        }
      }
      return found;
    });
  }

  /** The single number that a statement answers, or null if it answers no row. */
  @Nullable
  Long number(String sql, List<?> parameters) {
    List<Long> found = query(sql, parameters, row -> row.getLong(1));
    return found.isEmpty() ? null : found.get(0);
  }

  int update(String sql, List<?> parameters) {
    return execute(sql, parameters, Statement::getUpdateCount);
  }

  /**
   * Updates before anything else happens here, where that saves a round trip together with what comes
   * next.
   */
  void later(Pipeline.Update update) {
    if (!isPostgres()) {
      update.tell(naming(update.what(), () -> update(update.sql(), update.parameters())));
      return;
    }
    pipeline.add(update);
    if (pipeline.isFull()) {
      flush();
    }
  }

  /** Sends what waits. */
  void flush() {
    if (!pipeline.isEmpty()) {
      Pipeline.Update last = pipeline.removeLast();
      last.tell(naming(last.what(), () -> update(last.sql(), last.parameters())));
    }
  }

  /** Executes what waits and then this, in one round trip. */
  private <R> R execute(String sql, List<?> parameters, Answer<R> answer) {
    Pipeline.Text text = pipeline.with(sql, parameters);
    int[] counts = new int[text.updates().size()];
    R result = naming(
        text::what,
        () -> call(sql, () -> {
          PreparedStatement statement = statement(text.sql());
          bind(statement, text.parameters());
          statement.execute();
          for (int i = 0; i < counts.length; i++) {
            counts[i] = statement.getUpdateCount();
            statement.getMoreResults();
          }
          return answer.of(statement);
        }));
    for (int i = 0; i < counts.length; i++) {
      text.updates().get(i).tell(counts[i]);
    }
    return result;
  }

  /** What the database says of a conflict does not always name the records. */
  private static <R> R naming(Supplier<String> what, Supplier<R> step) {
    try {
      return step.get();
    } catch (ConflictException e) {
      String records = what.get();
      throw records.isEmpty() ? e : new ConflictException(records + ": " + e.getMessage(), e);
    }
  }

  int[] batch(String sql, List<? extends List<?>> rows) {
    flush();
    return call(sql, () -> {
      PreparedStatement statement = statement(sql);
      for (List<?> row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    });
  }

  /** Gives up the prepared statements; the connection is its owner's. */
  @Override
  public void close() {
    run("close", () -> {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
    });
    statements.clear();
  }

  private PreparedStatement statement(String sql) throws SQLException {
    @Nullable PreparedStatement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    if (statements.size() >= KEPT_STATEMENTS) {
      String eldest = statements.keySet().iterator().next();
      statements.remove(eldest).close();
    }
    PreparedStatement fresh = connection.prepareStatement(sql);
    statements.put(sql, fresh);
    return fresh;
  }

  private void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      Object value = parameters.get(i);
      if (value instanceof ColumnArray column) {
        column.bind(connection, statement, i + 1);
      } else {
        bind(statement, i + 1, value);
      }
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof String text) {
      statement.setString(index, text);
    } else if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value instanceof Integer number) {
      statement.setInt(index, number);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof Absent absent) {
      statement.setNull(index, absent.type);
    } else {
      throw new IllegalArgumentException("no parameter of a store: " + value);
    }
  }

  /** An absent value of a column, with its type, which some drivers want to know. */
  enum Absent {
    TEXT(Types.VARCHAR),
    BYTES(Types.VARBINARY);

    private final int type;

    Absent(int type) {
      this.type = type;
    }
  }

  @FunctionalInterface
  private interface Command {
    void run() throws SQLException;
  }

  private void run(String what, Command command) {
    call(what, () -> {
      command.run();
      return true;
    });
  }

  private <R> R call(String what, Step<R> step) {
    try {
      return step.run();
    } catch (SQLException e) {
      throw SqlErrors.of(dialect, what.lines().findFirst().orElse(""), e);
    }
  }
}
