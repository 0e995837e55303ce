package org.lmskit.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;
import org.lmskit.store.Kind;
import org.lmskit.store.OverlayTransaction;
import org.lmskit.store.Stored;
import org.lmskit.store.Write;

/** Sends what a transaction gathered: mutable kinds by name, then the head, then the ordered kinds. */
final class Sender {
  private final Session session;
  private final TenantNumber tenant;
  private final Head head;
  private final Tables tables;

  Sender(Session session, JdbcReader reader, Tables tables) {
    this.session = session;
    this.tenant = reader.tenant();
    this.head = reader.head();
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
    LongSummaryStatistics restored = gathered.writes().stream()
        .filter(Write::bringsPosition)
        .mapToLong(write -> Objects.requireNonNull(write.next()).position())
        .summaryStatistics();
    int count = Write.positions(gathered.writes());
    if (restored.getCount() > 0) {
      raiseHead(restored);
    }
    Head.Taken fresh = restored.getCount() > 0 && count == 0
        ? new Head.Taken(restored.getMax() + 1, restored.getMax())
        : head.take(now, count);
    long lowest = Math.min(fresh.first(), restored.getMin());
    Head.Taken positions = new Head.Taken(lowest, fresh.last());
    long next = fresh.first();
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
      if (write.needsPosition() && stored != null) {
        placed.add(new Write<>(kind, write.id(), null, at(stored, next)));
        next++;
      } else {
        placed.add(write);
      }
    }
    new OrderedSender<>(session, tenant, tables.of(kind), positions, tables.watch()).send(placed);
    return next;
  }

  /** Records that bring their positions stand above all that others committed. */
  private void raiseHead(LongSummaryStatistics restored) {
    head.lock();
    long newest = head.position();
    if (restored.getMin() <= newest) {
      throw new ConflictException("position " + restored.getMin() + " is not above " + newest);
    }
    head.raise(restored.getMax());
  }

  private static <T> Stored<T> at(Stored<T> stored, long position) {
    return new Stored<>(
        stored.kind(), stored.id(), stored.value(), stored.body(), stored.version(), position);
  }
}
