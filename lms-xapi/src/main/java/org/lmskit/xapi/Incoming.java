package org.lmskit.xapi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement on its way into a store.
 *
 * @param statement what it says
 * @param json the text in which it was received, kept exactly; null if it was built in Java
 */
public record Incoming(Statement statement, @Nullable String json) {
  /** A statement that was built in Java. */
  public static Incoming of(Statement statement) {
    return new Incoming(statement, null);
  }

  /** The id that its sender gave it; null if the store has to choose one. */
  public @Nullable UUID id() {
    return statement.id();
  }
}
