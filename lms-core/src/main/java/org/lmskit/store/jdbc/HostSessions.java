package org.lmskit.store.jdbc;

import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Connections of a host's DataSource, each given back after its transaction as it was. */
final class HostSessions implements Sessions {
  private final DataSource source;
  private final Dialect dialect;
  private final Map<Session, Before> before = new ConcurrentHashMap<>();

  /** How a connection came. */
  private record Before(boolean autoCommit, int isolation) {}

  HostSessions(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  @Override
  public Session take() {
    return Sessions.connect(() -> {
      Connection connection = source.getConnection();
      boolean prepared = false;
      try {
        Before came = new Before(connection.getAutoCommit(), connection.getTransactionIsolation());
        dialect.prepare(connection);
        Session session = new Session(connection, dialect);
        before.put(session, came);
        prepared = true;
        return session;
      } finally {
        if (!prepared) {
          connection.close();
        }
      }
    });
  }

  @Override
  public void give(Session session, boolean sound) {
    Before came = before.remove(session);
    Sessions.connect(() -> {
      try (Connection connection = session.connection()) {
        if (sound && came != null) {
          session.close();
          connection.setAutoCommit(came.autoCommit());
          connection.setTransactionIsolation(came.isolation());
        }
      }
      return true;
    });
  }

  @Override
  public void close() {
    // the DataSource is the host's
  }
}
