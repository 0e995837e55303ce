package org.lmskit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.BlobUse;
import org.lmskit.internal.Engine;
import org.lmskit.internal.Scope;
import org.lmskit.ledger.Ledger;
import org.lmskit.model.TenantId;

/**
 * One call for the background work of all tenants, one after the other: what fails for one, such as a server that is down,
 * stops nothing of the others, and is thrown when all had their turn. For one thread.
 */
final class Maintenance {
  private final Scope scope;
  private final Engine engine;
  private @Nullable RuntimeException first;

  Maintenance(Scope scope) {
    this.scope = scope;
    this.engine = scope.engine();
  }

  void deliver() {
    scope.require("lms.deliver", "");
    each(engine.store().tenants(), tenant -> engine.deliveries().afterCommit(engine, tenant));
  }

  void collectGarbage(Duration olderThan) {
    scope.require("lms.collectGarbage", "");
    scope.requireOwnTransaction("lms.collectGarbage");
    Instant putBefore = engine.now().minus(olderThan);
    Set<TenantId> tenants = new LinkedHashSet<>(engine.store().tenants());
    tenants.addAll(engine.content().tenants());
    each(tenants, tenant -> BlobUse.collect(scope.tenant(tenant), putBefore));
  }

  void all(Ledger.Notary notary, Duration budget) {
    Instant end = engine.now().plus(budget);
    deliver();
    scope.require("lms.advance", "");
    attempt(() -> AdvanceReport.of(scope, engine.now().plus(budget)));
    each(
        engine.store().tenants(),
        tenant -> new Ledger(scope.tenant(tenant), notary).seal(budget));
    Duration rest = Duration.between(engine.now(), end);
    if (!rest.isNegative()) {
      attempt(() -> engine.store().maintain(rest));
      if (!engine.store().isJoined()) {
        collectGarbage(Duration.ofDays(1));
      }
    }
  }

  private void each(Collection<TenantId> tenants, Consumer<TenantId> work) {
    tenants.forEach(tenant -> attempt(() -> work.accept(tenant)));
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) { // thrown in the end, unless the host's transaction is broken
      if (engine.store().isJoined()) {
        throw e;
      }
      if (first == null) {
        first = e;
      } else if (first != e) {
        first.addSuppressed(e);
      }
    }
  }

  /** Throws what failed first, with all that failed later. */
  void end() {
    if (first != null) {
      throw first;
    }
  }
}
