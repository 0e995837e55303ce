package org.lmskit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    List<Health.Failure> failures = new ArrayList<>();
    long seenTo = 0;
    for (TenantId tenant : tenants(scope)) {
      Advancing advancing = scope.engine().timers().advancing(scope.tenant(tenant));
      try {
        while (scope.engine().now().isBefore(end) && advancing.step()) {}
      } catch (RuntimeException e) { // such as a server that is down: it must stop nobody but its tenants
        if (scope.engine().store().isJoined()) {
          throw e;
        }
        LOG.warn("the timers of tenant {} cannot be seen to; they are tried again later", tenant, e);
        failures.add(new Health.Failure(tenant, "timers", 1, e.getClass().getName()));
      }
      seenTo += advancing.seenTo();
      advancing.failures().forEach(one -> failures.add(Health.Failure.of(tenant, one)));
    }
    return new AdvanceReport(seenTo, failures);
  }

  private static List<TenantId> tenants(Scope scope) {
    return scope.isDryRun() ? List.of(scope.tenant()) : scope.engine().store().tenants();
  }
}
