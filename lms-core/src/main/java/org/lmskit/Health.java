package org.lmskit;

import java.util.ArrayList;
import java.util.List;
import org.lmskit.internal.Engine;
import org.lmskit.internal.Scope;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.model.TenantId;

/**
 * What waits to be done.
 *
 * @param backlogs one entry per tenant and kind of work that is waiting; empty if all is done
 */
public record Health(List<Backlog> backlogs) {
  /** Keeps its own copy. */
  public Health {
    backlogs = List.copyOf(backlogs);
  }

  /**
   * Work that waits.
   *
   * @param tenant whose it is
   * @param work {@code timers}, or {@code listener NAME}
   * @param waiting how many events or timers
   */
  public record Backlog(TenantId tenant, String work, long waiting) {}

  /** Whether nothing waits. */
  public boolean isIdle() {
    return backlogs.isEmpty();
  }

  static Health of(Scope scope) {
    Engine engine = scope.engine();
    List<Backlog> backlogs = new ArrayList<>();
    for (TenantId tenant : engine.store().tenants()) {
      add(backlogs, tenant, "timers", dueTimers(engine, tenant));
      engine
          .deliveries()
          .waiting(engine, tenant)
          .forEach((name, waiting) -> add(backlogs, tenant, "listener " + name, waiting));
    }
    return new Health(backlogs);
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
