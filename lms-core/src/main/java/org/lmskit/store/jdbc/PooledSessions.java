package org.lmskit.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.StoreFailureException;

/** Connections to a JDBC URL, a few of which stay open with what they prepared. */
final class PooledSessions implements Sessions {
  private static final int MOST = 12;
  private static final int WAIT_SECONDS = 60;

  private final String url;
  private final Dialect dialect;
  private final Semaphore free = new Semaphore(MOST, true);
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  PooledSessions(String url, Dialect dialect) {
    this.url = url;
    this.dialect = dialect;
  }

  @Override
  public Session take() {
    if (closed) {
      throw new IllegalStateException("this store is closed");
    }
    acquire();
    @Nullable Session known = idle.pollFirst();
    if (known != null) {
      return known;
    }
    boolean opened = false;
    try {
      Session fresh = open();
      opened = true;
      return fresh;
    } finally {
      if (!opened) {
        free.release();
      }
    }
  }

  @Override
  public void give(Session session, boolean sound) {
    try {
      if (sound && !closed) {
        idle.addFirst(session);
      } else {
        discard(session);
      }
      // Whatever broke this connection broke those that wait unused as well.
      if (!sound || closed) {
        discardIdle();
      }
    } finally {
      free.release();
    }
  }

  @Override
  public void close() {
    closed = true;
    discardIdle();
  }

  private Session open() {
    return Sessions.connect(() -> {
      Connection connection = DriverManager.getConnection(url, dialect.properties());
      boolean prepared = false;
      try {
        dialect.prepare(connection);
        prepared = true;
        return new Session(connection, dialect);
      } finally {
        if (!prepared) {
          connection.close();
        }
      }
    });
  }

  private void acquire() {
    try {
      if (!free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new StoreFailureException(
            "no connection became free within " + WAIT_SECONDS + " seconds", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailureException("interrupted while waiting for a connection", e);
    }
  }

  private void discardIdle() {
    for (@Nullable Session next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      discard(next);
    }
  }

  private static void discard(Session session) {
    Sessions.connect(() -> {
      session.connection().close();
      return true;
    });
  }
}
