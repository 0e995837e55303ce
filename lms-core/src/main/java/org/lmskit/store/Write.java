package org.lmskit.store;

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
  /** Whether the record is new. */
  public boolean isInsert() {
    return old == null;
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
