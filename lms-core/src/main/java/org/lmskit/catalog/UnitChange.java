package org.lmskit.catalog;

import org.jspecify.annotations.Nullable;
import org.lmskit.model.UnitId;
import org.lmskit.version.Change;

/**
 * What becomes of one unit between two versions.
 *
 * @param kind what
 * @param fromOrNull the unit of the earlier version; null for a new one
 * @param toOrNull the unit of the later version; null for a removed one
 */
public record UnitChange(
    Kind kind, @Nullable UnitId fromOrNull, @Nullable UnitId toOrNull) implements Change {
  /** What can become of a unit. */
  public enum Kind {
    /** Results count for the later unit. */
    EQUIVALENT,
    /** The unit is still there, and has to be done again. */
    REDO,
    /** It is gone; its results are history. */
    REMOVED,
    /** It was not there before. */
    NEW
  }

  /** @throws IllegalArgumentException if a unit is missing or too much for this kind of change */
  public UnitChange {
    boolean needsFrom = kind != Kind.NEW;
    boolean needsTo = kind != Kind.REMOVED;
    if (needsFrom == (fromOrNull == null) || needsTo == (toOrNull == null)) {
      throw new IllegalArgumentException(kind + " from " + fromOrNull + " to " + toOrNull);
    }
  }

  @Override
  public String toString() {
    return kind
        + (fromOrNull == null ? "" : " " + fromOrNull)
        + (toOrNull == null || toOrNull.equals(fromOrNull) ? "" : " -> " + toOrNull);
  }
}
