package org.lmskit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.BlobUse;
import org.lmskit.internal.Engine;
import org.lmskit.internal.Scope;
import org.lmskit.ledger.Ledger;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;

/**
 * One call for the background work of all tenants, one after the other: what fails for one, such as a server that is down,
 * stops nothing of the others, and is thrown when all had their turn. For one thread.
 */
final class Maintenance {
  private final Scope scope;
  private final Engine engine;

  /** The tenants whose store failed in this call; each try can cost a connection's time-out. */
  private final Map<TenantId, RuntimeException> down = new LinkedHashMap<>();

  private @Nullable RuntimeException first;

  private Maintenance(Scope scope) {
    this.scope = scope;
    this.engine = scope.engine();
  }

  /** Does this, and throws what failed first, with all that failed later; what ends it at once comes with what failed before. */
  static void run(Scope scope, Consumer<Maintenance> work) {
    Maintenance call = new Maintenance(scope);
    try {
      work.accept(call);
    } catch (RuntimeException e) { // thrown again, with what would be lost
      if (call.first != null && call.first != e) {
        e.addSuppressed(call.first);
      }
      throw e;
    }
    if (call.first != null) {
      throw call.first;
    }
  }

  void deliver() {
    deliver(engine.store().tenants(), Instant.MAX);
  }

  private void deliver(List<TenantId> tenants, Instant end) {
    scope.require("lms.deliver", "");
    each(tenants, end, tenant -> engine.deliveries().afterCommit(engine, tenant));
  }

  void collectGarbage(Duration olderThan) {
    collectGarbage(olderThan, Instant.MAX);
  }

  private void collectGarbage(Duration olderThan, Instant end) {
    scope.require("lms.collectGarbage", "");
    scope.requireOwnTransaction("lms.collectGarbage");
    Instant putBefore = engine.now().minus(olderThan);
    Set<TenantId> tenants = new LinkedHashSet<>(engine.store().tenants());
    tenants.addAll(engine.content().tenants());
    each(tenants, end, tenant -> BlobUse.collect(scope.tenant(tenant), putBefore));
  }

  /** Delivery may take a quarter of the time, and what is due leaves a quarter to sealing: none keeps it all from the others. */
  void all(Ledger.Notary notary, Duration budget) {
    Instant begin = engine.now();
    Instant end = begin.plus(budget);
    List<TenantId> tenants = inAnyOrder();
    deliver(tenants, begin.plus(budget.dividedBy(4)));
    scope.require("lms.advance", "");
    advance(tenants, end.minus(budget.dividedBy(4)));
    each(
        tenants,
        end,
        tenant ->
            new Ledger(scope.tenant(tenant), notary).seal(Duration.between(engine.now(), end)));
    if (engine.now().isBefore(end)) {
      attempt(() -> engine.store().maintain(Duration.between(engine.now(), end)));
      if (!engine.store().isJoined()) {
        collectGarbage(Duration.ofDays(1), end);
      }
    }
  }

  /** Beginning with any of them, so that those whose servers are down do not take the time of the same others in each call. */
  private List<TenantId> inAnyOrder() {
    List<TenantId> tenants = new ArrayList<>(engine.store().tenants());
    if (tenants.size() > 1) {
      Collections.rotate(tenants, engine.random().nextInt(tenants.size()));
    }
    return tenants;
  }

  private void advance(List<TenantId> tenants, Instant end) {
    Set<TenantId> before = Set.copyOf(down.keySet());
    attempt(() -> AdvanceReport.of(scope, tenants, end, down));
    down.forEach((tenant, problem) -> {
      if (!before.contains(tenant)) {
        failed(problem);
      }
    });
  }

  private void each(Collection<TenantId> tenants, Instant end, Consumer<TenantId> work) {
    for (TenantId tenant : tenants) {
      if (!down.containsKey(tenant) && engine.now().isBefore(end)) {
        attempt(() -> at(tenant, work));
      }
    }
  }

  private void at(TenantId tenant, Consumer<TenantId> work) {
    try {
      work.accept(tenant);
    } catch (StoreFailureException e) {
      down.put(tenant, e);
      throw e;
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) { // thrown in the end, unless the host's transaction is broken
      if (engine.store().isJoined()) {
        throw e;
      }
      failed(e);
    }
  }

  private void failed(RuntimeException problem) {
    if (first == null) {
      first = problem;
    } else if (first != problem) {
      first.addSuppressed(problem);
    }
  }
}
