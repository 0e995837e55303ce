package org.lmskit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Advancing;
import org.lmskit.internal.Engine;
import org.lmskit.internal.Scope;
import org.lmskit.internal.TimerFailure;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.model.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be done, and what fails.
 *
 * @param backlogs one entry per tenant and kind of work that is waiting; empty if all is done
 * @param failures what was tried and failed, and is tried again: somebody should look at it
 */
public record Health(List<Backlog> backlogs, List<Failure> failures) {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final String STORE = "store";

  /** Keeps its own copies. */
  public Health {
    backlogs = List.copyOf(backlogs);
    failures = List.copyOf(failures);
  }

  /**
   * Work that waits.
   *
   * @param tenant whose it is
   * @param work {@code timers}, or {@code listener NAME}
   * @param waiting how many events or timers
   */
  public record Backlog(TenantId tenant, String work, long waiting) {}

  /**
   * Work that fails.
   *
   * @param tenant whose it is
   * @param work {@code timer ID}, {@code timers} for all of a tenant, {@code listener NAME}, or {@code store} if nothing can
   *     be read of a tenant
   * @param tries how many in a row failed
   * @param problemOrNull the class of what was thrown the last time; null if only the log has it
   */
  public record Failure(
      TenantId tenant, String work, int tries, @Nullable String problemOrNull) {
    static Failure of(TenantId tenant, TimerFailure failure) {
      return new Failure(tenant, "timer " + failure.timer(), failure.tries(), failure.problem());
    }
  }

  /** Whether nothing waits; false if that cannot be told of a tenant. */
  public boolean isIdle() {
    return backlogs.isEmpty() && failures.stream().noneMatch(one -> one.work().equals(STORE));
  }

  static Health of(Scope scope) {
    Engine engine = scope.engine();
    List<Backlog> backlogs = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (TenantId tenant : engine.store().tenants()) {
      try {
        Health his = of(engine, tenant);
        backlogs.addAll(his.backlogs());
        failures.addAll(his.failures());
      } catch (
          RuntimeException
              e) { // such as a server that is down: it must hide nothing but its tenants
        if (engine.store().isJoined()) {
          throw e;
        }
        LOG.warn("nobody can say what waits of tenant {}", tenant, e);
        failures.add(new Failure(tenant, STORE, 1, e.getClass().getName()));
      }
    }
    return new Health(backlogs, failures);
  }

  private static Health of(Engine engine, TenantId tenant) {
    List<Backlog> backlogs = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    add(backlogs, tenant, "timers", dueTimers(engine, tenant));
    engine
        .deliveries()
        .waiting(engine, tenant)
        .forEach((name, waiting) -> add(backlogs, tenant, "listener " + name, waiting));
    engine
        .store()
        .read(tenant, Advancing::failures)
        .forEach(failure -> failures.add(Failure.of(tenant, failure)));
    engine
        .deliveries()
        .failing(engine, tenant)
        .forEach(
            (name, tries) -> failures.add(new Failure(tenant, "listener " + name, tries, null)));
    return new Health(backlogs, failures);
  }

  private static long dueTimers(Engine engine, TenantId tenant) {
    return engine.store().read(tenant, reader -> reader.count(TimerHandlers.dueBy(engine.now())));
  }

  private static void add(List<Backlog> backlogs, TenantId tenant, String work, long waiting) {
    if (waiting > 0) {
      backlogs.add(new Backlog(tenant, work, waiting));
    }
  }
}
