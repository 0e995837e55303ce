package org.lmskit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.lmskit.internal.Advancing;
import org.lmskit.internal.Scope;
import org.lmskit.model.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one call of {@link Lms#advance()} did.
 *
 * @param seenTo how many timers it saw to, over all tenants
 * @param failures what it could not see to: it stays due, with all that depends on it, and the next call tries it again
 */
public record AdvanceReport(long seenTo, List<Health.Failure> failures) {
  private static final Logger LOG = LoggerFactory.getLogger(AdvanceReport.class);

  /** Keeps its own copy. */
  public AdvanceReport {
    failures = List.copyOf(failures);
  }

  /** Whether all was seen to that the time sufficed for. */
  public boolean isClean() {
    return failures.isEmpty();
  }

  /** Sees to what is due of every tenant, or of the one whose dry run this is, until that time. */
  static AdvanceReport of(Scope scope, Instant end) {
    return of(scope, scope.engine().store().tenants(), end, new HashMap<>());
  }

  /**
   * Sees to what is due of these tenants, or of the one whose dry run this is, until that time.
   *
   * @param down the tenants that are left out, and why; those are added of whom nothing can be seen to
   */
  static AdvanceReport of(
      Scope scope, List<TenantId> tenants, Instant end, Map<TenantId, RuntimeException> down) {
    Map<TenantId, Advancing> all = new LinkedHashMap<>();
    for (TenantId tenant : scope.isDryRun() ? List.of(scope.tenant()) : tenants) {
      all.put(tenant, scope.engine().timers().advancing(scope.tenant(tenant)));
    }
    inTurn(scope, end, all, down, Advancing::step);
    inTurn(scope, end, all, down, advancing -> advancing.step() || advancing.retry());
    List<Health.Failure> failures = new ArrayList<>();
    all.forEach((tenant, advancing) -> {
      Optional.ofNullable(down.get(tenant))
          .map(problem ->
              new Health.Failure(tenant, "timers", 1, problem.getClass().getName()))
          .ifPresent(failures::add);
      advancing.failures().forEach(one -> failures.add(Health.Failure.of(tenant, one)));
    });
    return new AdvanceReport(all.values().stream().mapToLong(Advancing::seenTo).sum(), failures);
  }

  /**
   * Each tenant has one transaction after the other has had his, so that none has to wait until another is done.
   *
   * @param down the tenants whose turn is over, and why
   * @param step false if that tenant is done
   */
  private static void inTurn(
      Scope scope,
      Instant end,
      Map<TenantId, Advancing> all,
      Map<TenantId, RuntimeException> down,
      Predicate<Advancing> step) {
    Deque<TenantId> turn = new ArrayDeque<>(all.keySet());
    turn.removeAll(down.keySet());
    while (!turn.isEmpty() && scope.engine().now().isBefore(end)) {
      TenantId tenant = turn.remove();
      try {
        if (step.test(Objects.requireNonNull(all.get(tenant)))) {
          turn.add(tenant);
        }
      } catch (
          RuntimeException
              e) { // such as a server that is down: it must stop nobody but its tenants
        if (scope.engine().store().isJoined()) {
          throw e;
        }
        LOG.warn(
            "the timers of tenant {} cannot be seen to; they are tried again later", tenant, e);
        down.put(tenant, e);
      }
    }
  }
}
