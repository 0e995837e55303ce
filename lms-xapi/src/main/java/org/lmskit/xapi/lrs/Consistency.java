package org.lmskit.xapi.lrs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lmskit.model.TenantId;
import org.lmskit.store.Reader;

/**
 * Up to when queries find everything. Nothing will ever be stored below a tenant's position, so its
 * time is the answer; where that lags 100 ms behind the clock, an empty write raises it. Where this LRS
 * wrote within that time, the position that it left is near enough, and is not read.
 *
 * @see "xAPI 1.0.3 Communication 2.1.3, X-Experience-API-Consistent-Through"
 */
final class Consistency {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Map<TenantId, Instant> raised = new ConcurrentHashMap<>();

  Instant through(Realm realm) {
    Instant now = realm.now();
    Instant written = StatementQueries.storedAt(realm.recent().position(realm.tenant()));
    Instant reached = isNear(written, now) ? written : reached(realm);
    if (isNear(reached, now) || realm.store().isJoined() || !mayRaise(realm, now)) {
      return reached;
    }
    raise(realm);
    return reached(realm);
  }

  private static boolean isNear(Instant reached, Instant now) {
    return now.isBefore(reached.plus(PAUSE));
  }

  /** Says nothing new, so what the LRS remembers still holds. */
  private static void raise(Realm realm) {
    realm.writeKnown((tx, now) -> {
      tx.lock();
      long from = tx.position();
      return new RecentKnowledge.Write(
          from, StatementQueries.positionAfter(from, now, 0), Map.of(), null);
    });
  }

  private static Instant reached(Realm realm) {
    return StatementQueries.storedAt(realm.read(Reader::position));
  }

  /** One caller of a tenant wins each 100 ms. */
  private boolean mayRaise(Realm realm, Instant now) {
    Instant chosen = raised.compute(
        realm.tenant(),
        (key, last) -> last == null || !now.isBefore(last.plus(PAUSE)) ? now : last);
    return chosen.equals(now);
  }
}
