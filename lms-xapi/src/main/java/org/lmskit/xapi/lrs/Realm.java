package org.lmskit.xapi.lrs;

import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.lmskit.content.ContentStore;
import org.lmskit.internal.Retry;
import org.lmskit.model.ConflictException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;
import org.lmskit.store.Transaction;

/**
 * What every operation on one tenant works with.
 *
 * @param store where records live
 * @param content where files live
 * @param tenant whose data it is
 * @param clock the only source of time
 * @param ids gives the id of a statement that came without one
 * @param random spreads repeated tries
 * @param limits how much is taken and given at once
 * @param anchors whom a signature's certificates must lead to; empty if anyone will do
 * @param recent what was stored last about activities and names, of all tenants
 */
record Realm(
    Store store,
    ContentStore content,
    TenantId tenant,
    Clock clock,
    Supplier<UUID> ids,
    RandomGenerator random,
    LrsLimits limits,
    Set<TrustAnchor> anchors,
    RecentKnowledge recent) {
  Realm {
    anchors = Set.copyOf(anchors);
  }

  Realm of(TenantId other) {
    return new Realm(store, content, other, clock, ids, random, limits, anchors, recent);
  }

  /** The present, cut to milliseconds as stores keep it. */
  Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  <R> R read(Function<Reader, R> work) {
    return store.read(tenant, work);
  }

  /** Runs work as one transaction, again if another writer was faster; where the host commits, once. */
  <R> R write(Function<Transaction, R> work) {
    return writeAt((tx, now) -> work.apply(tx));
  }

  /** The same, for work that asks for the time of its write. */
  <R> R writeAt(BiFunction<Transaction, Instant, R> work) {
    return retried(() -> {
      Instant now = now();
      return store.write(tenant, now, tx -> work.apply(tx, now));
    });
  }

  /**
   * Runs work that takes the head and says what there is to know after it: whoever takes the head next knows
   * it at once, and nobody any more if it fails. In a host's transactions nothing is remembered.
   */
  void writeKnown(BiFunction<Transaction, Instant, RecentKnowledge.Write> work) {
    retried(() -> {
      List<RecentKnowledge.Write> known = new ArrayList<>();
      boolean committed = false;
      try {
        Instant now = now();
        store.write(tenant, now, tx -> remembered(work.apply(tx, now), known));
        committed = !known.isEmpty();
      } finally {
        end(known, committed);
      }
      return committed;
    });
  }

  private boolean remembered(RecentKnowledge.Write write, List<RecentKnowledge.Write> known) {
    if (!store.isJoined()) {
      recent.add(tenant, write);
      known.add(write);
    }
    return true;
  }

  /** Only the last of what a store ran several times can have been committed. */
  private void end(List<RecentKnowledge.Write> known, boolean committed) {
    if (committed) {
      recent.commit(tenant, known.remove(known.size() - 1));
    }
    known.forEach(write -> recent.remove(tenant, write));
  }

  /**
   * Runs work that changes knowledge without storing statements: the tenant's position moves all the
   * same, and tells everybody.
   */
  <R> R move(Function<Transaction, R> work) {
    return retried(() -> {
      Instant next = StatementQueries.storedAt(read(Reader::position)).plusMillis(1);
      Instant at = next.isAfter(now()) ? next : now();
      return store.write(tenant, at, tx -> {
        tx.lock();
        if (!StatementQueries.storedAt(tx.position()).isBefore(at)) {
          throw new ConflictException("another writer moved the position of " + tenant);
        }
        return work.apply(tx);
      });
    });
  }

  private <R> R retried(Supplier<R> transaction) {
    return store.isJoined() ? transaction.get() : Retry.onConflict(random, transaction);
  }
}
