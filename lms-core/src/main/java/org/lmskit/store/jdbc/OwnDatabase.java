package org.lmskit.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lmskit.model.ConflictException;
import org.lmskit.model.LmsException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kinds;
import org.lmskit.store.Transaction;

/** Begins and ends its transactions itself. */
final class OwnDatabase implements Database {
  private final Sessions sessions;
  private final Dialect dialect;
  private final Tables tables;
  private final Tenants tenants = new Tenants(true);
  private final Compaction compaction = new Compaction(this);

  private final OneWriter oneWriter;

  OwnDatabase(Sessions sessions, Dialect dialect, TailSize largest, Kinds... kinds) {
    this.sessions = sessions;
    this.dialect = dialect;
    this.oneWriter = new OneWriter(sessions);
    this.tables = new Tables(List.of(kinds), dialect, largest);
  }

  @Override
  public <R> R read(TenantId tenant, BiFunction<Session, JdbcReader, R> work) {
    return transact(false, session -> {
      JdbcReader reader = new JdbcReader(session, tables, tenants.find(session, tenant));
      try {
        return work.apply(session, reader);
      } finally {
        reader.end();
      }
    });
  }

  @Override
  public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
    // a new tenant's number is committed in between
    if (dialect == Dialect.SQLITE && tenants.isKnown(tenant)) {
      return oneWriter.shared(
          session -> write(session, tenant, now, work, reader -> requireKnown(reader, tenant)));
    }
    return inTransaction(
        true,
        session ->
            write(session, tenant, now, work, reader -> requireNumber(session, reader, tenant)));
  }

  /** Runs work in a transaction of its own. */
  <R> R inTransaction(boolean write, Function<Session, R> work) {
    if (!write || dialect != Dialect.SQLITE) {
      return transact(write, work);
    }
    return oneWriter.alone(work, own -> transact(true, own));
  }

  TenantNumber number(Session session, TenantId tenant) {
    return tenants.find(session, tenant);
  }

  @Override
  public void maintain(Duration budget) {
    long begin = System.nanoTime();
    BooleanSupplier isTimeLeft = () -> System.nanoTime() - begin < budget.toNanos();
    for (TenantId tenant : tenants()) {
      for (Table<?> table : tables.all()) {
        if (table.kind().isOrdered() && !table.listed().isEmpty() && isTimeLeft.getAsBoolean()) {
          compaction.run(tenant, table, isTimeLeft);
        }
      }
    }
  }

  @Override
  public List<TenantId> tenants() {
    return transact(false, tenants::all);
  }

  @Override
  public void delete(TenantId tenant) {
    inTransaction(true, session -> tenants.delete(session, tables, tenant));
    tenants.forget(tenant);
  }

  @Override
  public Tables tables(Session session) {
    return tables;
  }

  @Override
  public void close() {
    sessions.close();
  }

  private <R> R write(
      Session session,
      TenantId tenant,
      Instant now,
      Function<Transaction, R> work,
      Consumer<JdbcReader> requireNumber) {
    JdbcReader reader = new JdbcReader(session, tables, tenants.find(session, tenant));
    return new WriteWork(session, tables, reader, () -> requireNumber.accept(reader))
        .run(now, work);
  }

  /** Whoever shares a transaction cannot begin another for a number. */
  private static void requireKnown(JdbcReader reader, TenantId tenant) {
    if (reader.tenant().isNone()) {
      throw new ConflictException("tenant " + tenant + " was deleted a moment ago");
    }
  }

  /** A new tenant's number is committed before anything stands under it, on whatever server. */
  private void requireNumber(Session session, JdbcReader reader, TenantId tenant) {
    if (reader.tenant().isNone()) {
      session.rollback();
      session.begin(true);
      TenantNumber added = tenants.add(session, tenant);
      session.commit();
      session.begin(true);
      reader.tenant(added);
    }
  }

  private <R> R transact(boolean write, Function<Session, R> work) {
    Session session = sessions.take();
    boolean sound = false;
    try {
      session.begin(write);
      R result = work.apply(session);
      session.commit();
      sound = true;
      return result;
    } finally {
      end(session, sound);
    }
  }

  private void end(Session session, boolean committed) {
    sessions.give(session, committed || isRolledBack(session));
  }

  /** What made the transaction fail is on its way to the caller; a failing rollback adds nothing. */
  private static boolean isRolledBack(Session session) {
    try {
      session.rollback();
      return true;
    } catch (LmsException e) {
      return false;
    }
  }
}
