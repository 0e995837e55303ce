package org.lmskit.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.lmskit.model.StoreFailureException;

/** Where a store gets its connections from, and what becomes of them. */
interface Sessions {
  /** A session for one transaction. */
  Session take();

  /**
   * Ends the use of a session.
   *
   * @param sound whether the transaction ended as it should, so that the connection can serve again
   */
  void give(Session session, boolean sound);

  /** Closes what was opened here. */
  void close();

  /** A connection, or why there is none. */
  static <C> C connect(Attempt<C> attempt) {
    try {
      return attempt.get();
    } catch (SQLException e) {
      throw new StoreFailureException("no connection to the database: " + e.getMessage(), e);
    }
  }

  /** Something that may fail as JDBC does. */
  interface Attempt<C> {
    C get() throws SQLException;
  }

  /** The dialect of a connection, which is closed. */
  static Dialect dialectOf(Attempt<Connection> source) {
    return connect(() -> {
      try (Connection connection = source.get()) {
        return Dialect.of(connection);
      }
    });
  }
}
