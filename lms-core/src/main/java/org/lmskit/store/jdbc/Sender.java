package org.lmskit.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Kind;
import org.lmskit.store.OverlayTransaction;
import org.lmskit.store.Stored;
import org.lmskit.store.Write;

/** Sends what a transaction gathered: mutable kinds by name, then the head, then the ordered kinds. */
final class Sender {
  private final Session session;
  private final TenantNumber tenant;
  private final Tables tables;

  Sender(Session session, TenantNumber tenant, Tables tables) {
    this.session = session;
    this.tenant = tenant;
    this.tables = tables;
  }

  /**
   * Sends everything; the caller commits.
   *
   * @param locked whether the work took the head, which then rises to now in any case
   */
  void send(OverlayTransaction gathered, Instant now, boolean locked) {
    Map<String, Kind<?>> mutable = new TreeMap<>();
    Map<String, Kind<?>> ordered = new LinkedHashMap<>();
    for (Write<?> write : gathered.writes()) {
      (write.kind().isOrdered() ? ordered : mutable).put(write.kind().name(), write.kind());
    }
    mutable.values().forEach(kind -> sendMutable(kind, gathered));
    if (locked || !ordered.isEmpty()) {
      sendOrdered(List.copyOf(ordered.values()), gathered, now);
    }
  }

  private <T> void sendMutable(Kind<T> kind, OverlayTransaction gathered) {
    new MutableSender<>(session, tenant, tables.of(kind)).send(gathered.writes(kind));
  }

  private void sendOrdered(List<Kind<?>> kinds, OverlayTransaction gathered, Instant now) {
    Head.Taken positions =
        Head.take(session, tenant.number(), now, Write.positions(gathered.writes()));
    long next = positions.first();
    for (Kind<?> kind : kinds) {
      next = sendOrdered(kind, gathered, positions, next);
    }
  }

  private <T> long sendOrdered(
      Kind<T> kind, OverlayTransaction gathered, Head.Taken positions, long first) {
    long next = first;
    List<Write<T>> placed = new ArrayList<>();
    for (Write<T> write : gathered.writes(kind)) {
      @Nullable Stored<T> stored = write.next();
      if (write.isInsert() && stored != null) {
        placed.add(new Write<>(kind, write.id(), null, at(stored, next)));
        next++;
      } else {
        placed.add(write);
      }
    }
    new OrderedSender<>(session, tenant, tables.of(kind), positions, tables.watch()).send(placed);
    return next;
  }

  private static <T> Stored<T> at(Stored<T> stored, long position) {
    return new Stored<>(
        stored.kind(), stored.id(), stored.value(), stored.body(), stored.version(), position);
  }
}
