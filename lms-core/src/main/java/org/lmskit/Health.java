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

/**
 * What waits to be done, and what fails.
 *
 * @param backlogs one entry per tenant and kind of work that is waiting; empty if all is done
 * @param failures what was tried and failed, and is tried again: somebody should look at it
 */
public record Health(List<Backlog> backlogs, List<Failure> failures) {
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
   * @param work {@code timer ID}, {@code timers} for all of a tenant, or {@code listener NAME}
   * @param tries how many in a row failed
   * @param problemOrNull the class of what was thrown the last time; null if only the log has it
   */
  public record Failure(
      TenantId tenant, String work, int tries, @Nullable String problemOrNull) {
    static Failure of(TenantId tenant, TimerFailure failure) {
      return new Failure(tenant, "timer " + failure.timer(), failure.tries(), failure.problem());
    }
  }

  /** Whether nothing waits. */
  public boolean isIdle() {
    return backlogs.isEmpty();
  }

  static Health of(Scope scope) {
    Engine engine = scope.engine();
    List<Backlog> backlogs = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (TenantId tenant : engine.store().tenants()) {
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
    }
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
