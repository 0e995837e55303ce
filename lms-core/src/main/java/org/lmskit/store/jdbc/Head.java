package org.lmskit.store.jdbc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.StoreFailureException;

/**
 * A tenant's newest position in one transaction. Its row is the lock under which positions are given out.
 */
final class Head {
  private static final int POSITION_BITS = 20;
  private static final String READ = "SELECT pos FROM lms_head WHERE tenant = ?";
  private static final String ADD = "INSERT INTO lms_head (tenant, pos) VALUES (?, 0)";
  private static final String LOCK = "UPDATE lms_head SET pos = pos WHERE tenant = ?";
  private static final String SET = "UPDATE lms_head SET pos = ? WHERE tenant = ?";
  private static final String TAKE =
      "UPDATE lms_head SET pos = (CASE WHEN pos < ? THEN ? ELSE pos END) + ? WHERE tenant = ?";

  /** Positions that a transaction owns, without gap. */
  record Taken(long first, long last) {}

  private final Session session;
  private final int tenant;
  private @Nullable Long held;

  Head(Session session, int tenant) {
    this.session = session;
    this.tenant = tenant;
  }

  /** The position, as far as this transaction sees it. */
  long position() {
    if (held != null) {
      return held;
    }
    @Nullable Long position = session.number(READ, List.of(tenant));
    return position == null ? 0 : position;
  }

  /** Holds the head until the transaction ends. */
  void lock() {
    if (held != null) {
      return;
    }
    held = locked();
    if (held == null) {
      session.update(session.dialect().insertIfAbsent(ADD), List.of(tenant));
      held = locked();
    }
    if (held == null) {
      throw missing();
    }
  }

  /** The position, now locked, or null if the tenant has no head yet. */
  private @Nullable Long locked() {
    if (session.isPostgres()) {
      return session.number(READ + " FOR UPDATE", List.of(tenant));
    }
    if (session.dialect() == Dialect.SQLITE) {
      return session.number(READ, List.of(tenant)); // whoever writes is alone
    }
    return session.update(LOCK, List.of(tenant)) == 0
        ? null
        : session.number(READ, List.of(tenant));
  }

  /** Takes positions, and the lock. */
  Taken take(Instant now, int count) {
    long floor = now.toEpochMilli() << POSITION_BITS;
    long last = held == null ? takeUnlocked(floor, count) : Math.max(held, floor) + count;
    if (held != null && last > held) {
      raise(last);
    }
    held = last;
    return new Taken(last - count + 1, last);
  }

  /** Raises the position to one that is not below it; the lock is held. */
  void raise(long to) {
    session.later(new Pipeline.Update(SET, List.of(to, tenant), () -> "", null));
    held = to;
  }

  private long takeUnlocked(long floor, int count) {
    List<Object> parameters = List.of(floor, floor, count, tenant);
    @Nullable Long last = taken(parameters);
    if (last == null) {
      session.update(session.dialect().insertIfAbsent(ADD), List.of(tenant));
      last = taken(parameters);
    }
    if (last == null) {
      throw missing();
    }
    return last;
  }

  /** The last position, or null if the tenant has no head yet. */
  private @Nullable Long taken(List<Object> parameters) {
    if (session.isPostgres()) {
      return session.number(TAKE + " RETURNING pos", parameters);
    }
    return session.update(TAKE, parameters) == 0 ? null : position();
  }

  private StoreFailureException missing() {
    return new StoreFailureException("tenant number " + tenant + " has no head", null);
  }
}
