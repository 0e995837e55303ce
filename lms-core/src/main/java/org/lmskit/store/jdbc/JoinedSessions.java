package org.lmskit.store.jdbc;

import java.sql.Connection;

/** The connections of a host's own transactions: he begins and ends them. */
final class JoinedSessions {
  private final ConnectionSource source;

  JoinedSessions(ConnectionSource source) {
    this.source = source;
  }

  /** @throws IllegalStateException if the connection is not in a transaction of READ COMMITTED */
  Session take() {
    return Sessions.connect(() -> {
      Connection connection = source.get();
      Dialect dialect = Dialect.of(connection);
      if (dialect != Dialect.SQLITE) {
        requireTransaction(connection.getAutoCommit(), connection.getTransactionIsolation());
      }
      return new Session(connection, dialect);
    });
  }

  private static void requireTransaction(boolean autoCommit, int isolation) {
    if (autoCommit) {
      throw new IllegalStateException(
          "the joined connection is in no transaction: it commits by itself");
    }
    if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
      throw new IllegalStateException(
          "the joined transaction is not READ COMMITTED, but level " + isolation);
    }
  }
}
