package org.lmskit.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * How far a tenant's events are sealed, and who seals at the moment.
 *
 * @param size how many entries the log has
 * @param position the position of the last one
 * @param published the size of the last head that the publisher took
 * @param lease a token of who seals; empty if nobody does
 * @param leasedUntil when another may take over
 */
record LedgerState(long size, long position, long published, String lease, Instant leasedUntil) {
  static final String ID = "ledger";
  static final Kind<LedgerState> KIND =
      Kind.<LedgerState>mutable("ledger", state -> ID).body(JsonBody.of(LedgerState.class));

  private static final LedgerState START = new LedgerState(0, 0, 0, "", Instant.EPOCH);
  private static final Duration LEASE = Duration.ofSeconds(30);

  static LedgerState of(Reader reader) {
    return reader.find(KIND, ID).map(Stored::value).orElse(START);
  }

  static Optional<Stored<LedgerState>> find(Reader reader) {
    return reader.find(KIND, ID);
  }

  boolean isHeldBy(String token) {
    return lease.equals(token);
  }

  boolean isFree(Instant now) {
    return lease.isEmpty() || !leasedUntil.isAfter(now);
  }

  LedgerState leased(String token, Instant now) {
    return new LedgerState(size, position, published, token, now.plus(LEASE));
  }

  LedgerState sealed(long newSize, long newPosition, Instant now) {
    return new LedgerState(newSize, newPosition, published, lease, now.plus(LEASE));
  }

  LedgerState released() {
    return new LedgerState(size, position, published, "", Instant.EPOCH);
  }

  LedgerState published(long upTo) {
    return new LedgerState(size, position, Math.max(published, upTo), lease, leasedUntil);
  }
}
