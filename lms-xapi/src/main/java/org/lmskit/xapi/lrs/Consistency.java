package org.lmskit.xapi.lrs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lmskit.model.TenantId;
import org.lmskit.store.Reader;

/**
 * Up to when queries find everything. Nothing will ever be stored below a tenant's position, so its
 * time is the answer; where that lags behind the clock, an empty write raises it, not too often.
 *
 * @see "xAPI 1.0.3 Communication 2.1.3, X-Experience-API-Consistent-Through"
 */
final class Consistency {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Map<TenantId, Instant> raised = new ConcurrentHashMap<>();

  Instant through(Realm realm) {
    Instant reached = reached(realm);
    Instant now = realm.now();
    if (!reached.isBefore(now) || realm.store().isJoined() || !mayRaise(realm.tenant(), now)) {
      return reached;
    }
    realm.write(tx -> {
      tx.lock();
      return tx;
    });
    return reached(realm);
  }

  private static Instant reached(Realm realm) {
    return StatementQueries.storedAt(realm.read(Reader::position));
  }

  /** One caller of a tenant wins each 100 ms. */
  private boolean mayRaise(TenantId tenant, Instant now) {
    Instant chosen = raised.compute(
        tenant, (key, last) -> last == null || !now.isBefore(last.plus(PAUSE)) ? now : last);
    return chosen.equals(now);
  }
}
