package org.lmskit.store;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction does to one record: its state before and after.
 *
 * @param kind what the record is
 * @param id unique within tenant and kind
 * @param old the committed record; null if this write adds it
 * @param next the record as it will be; null if this write removes it
 */
public record Write<T>(
    Kind<T> kind,
    String id,
    @Nullable Stored<T> old,
    @Nullable Stored<T> next) {
  /**
   * How many positions some writes take: one for each new record of an ordered kind, and one if such
   * records only change, so that every write to an ordered kind owns a position.
   */
  public static int positions(Collection<Write<?>> writes) {
    int added = 0;
    boolean changed = false;
    for (Write<?> write : writes) {
      boolean ordered = write.kind.isOrdered();
      added += write.needsPosition() ? 1 : 0;
      changed |= ordered && write.isUpdate();
    }
    return Math.max(added, changed ? 1 : 0);
  }

  /** Whether the record is new. */
  public boolean isInsert() {
    return old == null;
  }

  /** Whether the record gets a position when it is committed. */
  public boolean needsPosition() {
    return kind.isOrdered() && isInsert() && next != null && next.position() == Stored.UNCOMMITTED;
  }

  /** Whether the record comes with the position that it had elsewhere. */
  public boolean bringsPosition() {
    return kind.isOrdered() && isInsert() && !needsPosition();
  }

  /** Whether the record goes. */
  public boolean isDelete() {
    return next == null;
  }

  /** Whether the record stays and changes. */
  public boolean isUpdate() {
    return old != null && next != null;
  }
}
