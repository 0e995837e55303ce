package org.lmskit.event;

import java.util.List;
import org.lmskit.model.TenantId;

/**
 * Hears of events after they are committed: at least once, in order, a tenant at a time. A listener
 * that throws is tried again later and holds up nobody but itself.
 */
@FunctionalInterface
public interface LmsListener {
  /**
   * Takes the next events of a tenant.
   *
   * @param events in commit order, never empty
   */
  void on(TenantId tenant, List<LmsEvent> events);
}
