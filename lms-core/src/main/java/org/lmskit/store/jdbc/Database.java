package org.lmskit.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lmskit.model.TenantId;
import org.lmskit.store.Transaction;

/** Runs work in transactions: the store's own, or those of the host. */
interface Database {
  <R> R read(TenantId tenant, BiFunction<Session, JdbcReader, R> work);

  <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work);

  List<TenantId> tenants();

  /** Removes everything of a tenant. */
  void delete(TenantId tenant);

  /** Does what keeps queries fast, for about this long. */
  void maintain(Duration budget);

  Tables tables(Session session);

  void close();
}
