package org.lmskit.path;

import org.jspecify.annotations.Nullable;
import org.lmskit.version.Change;

/**
 * What becomes of one step between two versions.
 *
 * @param kind what
 * @param fromOrNull the step of the earlier version; null for a new one
 * @param toOrNull the step of the later version; null for a removed one
 */
public record StepChange(
    Kind kind, @Nullable StepId fromOrNull, @Nullable StepId toOrNull) implements Change {
  /** What can become of a step. */
  public enum Kind {
    /** Whoever satisfied the one has satisfied the other. */
    EQUIVALENT,
    /** What was done before the move does not count. */
    REDO,
    /** It is gone. */
    REMOVED,
    /** It was not there before; what was done before counts. */
    NEW
  }

  /** @throws IllegalArgumentException if a step is missing or too much for this kind of change */
  public StepChange {
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
