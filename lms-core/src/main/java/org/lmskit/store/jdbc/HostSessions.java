package org.lmskit.store.jdbc;

import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Connections of a host's DataSource, each given back after its transaction as it was. */
final class HostSessions implements Sessions {
  private final DataSource source;
  private final Dialect dialect;
  private final Map<Session, Boolean> wasAutoCommit = new ConcurrentHashMap<>();

  HostSessions(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  @Override
  public Session take() {
    return Sessions.connect(() -> {
      Connection connection = source.getConnection();
      Session session = new Session(connection, dialect);
      wasAutoCommit.put(session, connection.getAutoCommit());
      dialect.prepare(connection);
      return session;
    });
  }

  @Override
  public void give(Session session, boolean sound) {
    boolean autoCommit = Boolean.TRUE.equals(wasAutoCommit.remove(session));
    Sessions.connect(() -> {
      try (Connection connection = session.connection()) {
        if (sound) {
          session.close();
          connection.setAutoCommit(autoCommit);
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
