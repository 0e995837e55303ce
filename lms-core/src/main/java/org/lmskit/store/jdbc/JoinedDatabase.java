package org.lmskit.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kinds;
import org.lmskit.store.Transaction;

/** Works inside the host's transactions, which it neither begins nor ends. */
final class JoinedDatabase implements Database {
  private final JoinedSessions sessions;
  private final List<Kinds> kinds;
  private final Map<Dialect, Tables> tables = new ConcurrentHashMap<>();
  private final Tenants tenants = new Tenants(false);

  JoinedDatabase(ConnectionSource source, Kinds... kinds) {
    this.sessions = new JoinedSessions(source);
    this.kinds = List.of(kinds);
  }

  @Override
  public <R> R read(TenantId tenant, BiFunction<Session, JdbcReader, R> work) {
    try (Session session = sessions.take()) {
      JdbcReader reader = new JdbcReader(session, tables(session), tenants.find(session, tenant));
      try {
        return work.apply(session, reader);
      } finally {
        reader.end();
      }
    }
  }

  @Override
  public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
    try (Session session = sessions.take()) {
      Tables tables = tables(session);
      JdbcReader reader = new JdbcReader(session, tables, tenants.find(session, tenant));
      Runnable requireNumber = () -> requireNumber(session, reader, tenant);
      R result = new WriteWork(session, tables, reader, requireNumber).run(now, work);
      session.flush();
      return result;
    }
  }

  @Override
  public List<TenantId> tenants() {
    try (Session session = sessions.take()) {
      return tenants.all(session);
    }
  }

  @Override
  public void maintain(Duration budget) {
    // takes transactions of its own, so it is done by a store that was opened
  }

  @Override
  public void delete(TenantId tenant) {
    try (Session session = sessions.take()) {
      tenants.delete(session, tables(session), tenant);
    }
  }

  @Override
  public Tables tables(Session session) {
    return tables.computeIfAbsent(
        session.dialect(), dialect -> new Tables(kinds, dialect, TailSize.LARGEST));
  }

  @Override
  public void close() {
    // the connections are the host's
  }

  private void requireNumber(Session session, JdbcReader reader, TenantId tenant) {
    if (reader.tenant().isNone()) {
      reader.tenant(tenants.add(session, tenant));
    }
  }
}
