package org.lmskit.internal;

import java.util.List;
import java.util.Set;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;

/** Rebuilds the domain records of a tenant from his events alone, in their order. */
public final class Replay {
  private static final int BATCH = 500;

  private final Scope scope;
  private final Projections projections;
  private final Store target;

  private Replay(Scope scope, Projections projections, Store target) {
    this.scope = scope;
    this.projections = projections;
    this.target = target;
  }

  /**
   * Reads all events that are committed by now and writes the records that follow from them.
   *
   * @return how many events were read
   * @throws IllegalArgumentException if the target already holds such a record of this tenant
   */
  public static long into(Scope scope, Projections projections, Store target) {
    return new Replay(scope, projections, target).run();
  }

  private long run() {
    requireEmpty();
    long upTo = scope.read("lms.replay", "", reader -> reader.position());
    long read = 0;
    long position = 0;
    List<Stored<LmsEvent>> batch = next(position, upTo);
    while (!batch.isEmpty()) {
      project(batch);
      read += batch.size();
      position = batch.get(batch.size() - 1).position();
      batch = next(position, upTo);
    }
    return read;
  }

  private List<Stored<LmsEvent>> next(long after, long upTo) {
    Query<LmsEvent> page =
        Query.of(scope.engine().events()).afterPosition(after).upTo(upTo).limit(BATCH);
    return scope.read("lms.replay", "", reader -> reader.list(page));
  }

  private void project(List<Stored<LmsEvent>> events) {
    Set<Kind<?>> kinds = projections.kinds();
    target.write(scope.tenant(), scope.engine().now(), tx -> {
      Rebuilt records = new Rebuilt(tx, kinds);
      events.forEach(event -> projections.project(event.value(), records));
      return events.size();
    });
  }

  private void requireEmpty() {
    TenantId tenant = scope.tenant();
    for (Kind<?> kind : projections.kinds()) {
      if (target.read(tenant, reader -> reader.count(Query.of(kind))) > 0) {
        throw new IllegalArgumentException(
            "the target already holds records of kind " + kind + " of tenant " + tenant);
      }
    }
  }
}
