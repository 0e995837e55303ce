package org.lmskit.store.jdbc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.StoreFailureException;

/** A tenant's newest position. Its row is the lock under which positions are given out. */
final class Head {
  private static final int POSITION_BITS = 20;
  private static final String READ = "SELECT pos FROM lms_head WHERE tenant = ?";
  private static final String ADD = "INSERT INTO lms_head (tenant, pos) VALUES (?, 0)";
  private static final String LOCK = "UPDATE lms_head SET pos = pos WHERE tenant = ?";
  private static final String TAKE =
      "UPDATE lms_head SET pos = (CASE WHEN pos < ? THEN ? ELSE pos END) + ? WHERE tenant = ?";

  /** Positions that a transaction owns, without gap. */
  record Taken(long first, long last) {}

  private Head() {}

  static long position(Session session, int tenant) {
    @Nullable Long position = session.number(READ, List.of(tenant));
    return position == null ? 0 : position;
  }

  /** Holds the head until the transaction ends. */
  static void lock(Session session, int tenant) {
    if (session.update(LOCK, List.of(tenant)) == 0) {
      session.update(session.dialect().insertIfAbsent(ADD), List.of(tenant));
      requireOne(session.update(LOCK, List.of(tenant)), tenant);
    }
  }

  /** Raises the position to one that is above it; the lock is held. */
  static void raise(Session session, int tenant, long to) {
    requireOne(session.update(TAKE, List.of(to, to, 0, tenant)), tenant);
  }

  /** Takes positions, and the lock. */
  static Taken take(Session session, int tenant, Instant now, int count) {
    long floor = now.toEpochMilli() << POSITION_BITS;
    List<Object> parameters = List.of(floor, floor, count, tenant);
    @Nullable Long last = taken(session, tenant, parameters);
    if (last == null) {
      session.update(session.dialect().insertIfAbsent(ADD), List.of(tenant));
      last = taken(session, tenant, parameters);
    }
    if (last == null) {
      throw new StoreFailureException(missing(tenant), null);
    }
    return new Taken(last - count + 1, last);
  }

  /** The last position, or null if the tenant has no head yet. */
  private static @Nullable Long taken(Session session, int tenant, List<Object> parameters) {
    if (session.isPostgres()) {
      return session.number(TAKE + " RETURNING pos", parameters);
    }
    return session.update(TAKE, parameters) == 0 ? null : position(session, tenant);
  }

  private static void requireOne(int count, int tenant) {
    if (count != 1) {
      throw new StoreFailureException(missing(tenant), null);
    }
  }

  private static String missing(int tenant) {
    return "tenant number " + tenant + " has no head";
  }
}
