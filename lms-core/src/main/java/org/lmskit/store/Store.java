package org.lmskit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.lmskit.model.TenantId;

/**
 * Where the records of all modules live. One interface serves every kind of record, so a new feature
 * never adds a method here. Implementations are thread-safe.
 *
 * <p>Work passed to a store may run again after a conflict, so it has no side effects of its own.
 */
public interface Store extends AutoCloseable {
  /**
   * Runs work on one snapshot of a tenant: whatever other writers commit meanwhile is not seen.
   *
   * @throws org.lmskit.model.StoreFailureException if the storage fails
   */
  <R> R read(TenantId tenant, Function<Reader, R> work);

  /**
   * Runs work that may write, and commits all of it or nothing. The work sees its own writes; it is
   * promised versions and unique indexes, not a snapshot. Writes are sent when the work returns, so
   * a conflict is thrown from here and an exception of the work leaves the storage untouched.
   *
   * @param now the time of this write, cut to milliseconds; positions of ordered kinds start at
   *     {@code now << 20}
   * @throws org.lmskit.model.ConflictException if an id or unique index is taken or a version moved;
   *     nothing was written
   * @throws org.lmskit.model.StoreFailureException if the storage fails; nothing was written
   */
  <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work);

  /** The tenants that have ever written, in order of their first write. */
  List<TenantId> tenants();

  /**
   * Removes everything of a tenant: all records of all kinds, whatever keeps them findable, and the
   * name. Afterwards he is as one who never wrote. Whoever works on him meanwhile, in any JVM, stops
   * first.
   */
  void delete(TenantId tenant);

  /**
   * Whether writes become part of a transaction that the host began and ends. Then the work runs
   * once: a conflict is the host's to retry, and listeners hear when the host asks for it.
   */
  default boolean isJoined() {
    return false;
  }

  /**
   * Does the upkeep that makes later reads faster, for about as long as given; safe at any time and
   * from many JVMs. A store that needs none does nothing.
   */
  default void maintain(Duration budget) {}

  /** Releases what this store itself opened; a DataSource belongs to the host. */
  @Override
  void close();
}
