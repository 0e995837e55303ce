package org.lmskit.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;

/**
 * All records of one tenant at one moment; it never changes.
 *
 * @param head the newest position
 * @param tables by the kind's name
 */
record MemorySnapshot(long head, Map<String, MemoryTable<?>> tables) {
  static final MemorySnapshot EMPTY = new MemorySnapshot(0, Map.of());

  private static final int POSITION_BITS = 20;

  /** A kind's name stands for its type: a store has one kind of a name. */
  @SuppressWarnings("unchecked")
  <T> @Nullable MemoryTable<T> table(Kind<T> kind) {
    return (MemoryTable<T>) tables.get(kind.name());
  }

  /**
   * The state after some writes.
   *
   * @param raise whether the head rises to now even without an ordered record
   * @throws ConflictException if an id or unique index is taken, or a version moved
   */
  MemorySnapshot after(List<Write<?>> writes, Instant now, boolean raise) {
    Map<String, MemoryTable<?>> next = new HashMap<>(tables);
    writes.forEach(write -> takeOut(write, next));
    boolean ordered = writes.stream().anyMatch(w -> w.kind().isOrdered() && !w.bringsPosition());
    long restored = restore(writes);
    long position =
        raise || ordered ? Math.max(restored, now.toEpochMilli() << POSITION_BITS) : restored;
    long last = position + Write.positions(writes);
    for (Write<?> write : writes) {
      position = putIn(write, position, next);
    }
    return new MemorySnapshot(last, Map.copyOf(next));
  }

  /** The newest position after the records that bring their own. */
  private long restore(List<Write<?>> writes) {
    long newest = head;
    for (Write<?> write : writes) {
      @Nullable Stored<?> next = write.next();
      if (write.bringsPosition() && next != null) {
        if (next.position() <= head) {
          throw new ConflictException("position " + next.position() + " of " + write.kind() + " "
              + write.id() + " is not above " + head);
        }
        newest = Math.max(newest, next.position());
      }
    }
    return newest;
  }

  private <T> void takeOut(Write<T> write, Map<String, MemoryTable<?>> next) {
    @Nullable MemoryTable<T> known = table(write.kind());
    @Nullable Stored<T> current = known == null ? null : known.get(write.id());
    @Nullable Stored<T> old = write.old();
    int expected = old == null ? 0 : old.version();
    int found = current == null ? 0 : current.version();
    if (expected != found) {
      throw new ConflictException(
          write.kind() + " " + write.id() + " has version " + found + ", not " + expected);
    }
    if (current != null) {
      next.put(write.kind().name(), latest(write.kind(), next).without(current));
    }
  }

  private static <T> long putIn(Write<T> write, long position, Map<String, MemoryTable<?>> tables) {
    @Nullable Stored<T> next = write.next();
    if (next == null) {
      return position;
    }
    Kind<T> kind = write.kind();
    boolean placed = write.needsPosition();
    long at = placed ? position + 1 : next.position();
    Stored<T> stored = new Stored<>(kind, next.id(), next.value(), next.body(), next.version(), at);
    MemoryTable<T> table = latest(kind, tables);
    Optional<Stored<T>> rival = table.rival(stored);
    if (rival.isPresent()) {
      throw new ConflictException(
          kind + " " + rival.get().id() + " holds a unique value of " + stored.id());
    }
    tables.put(kind.name(), table.with(stored));
    return placed ? at : position;
  }

  @SuppressWarnings("unchecked")
  private static <T> MemoryTable<T> latest(Kind<T> kind, Map<String, MemoryTable<?>> tables) {
    MemoryTable<?> table = tables.get(kind.name());
    return table == null ? MemoryTable.empty(kind) : (MemoryTable<T>) table;
  }
}
