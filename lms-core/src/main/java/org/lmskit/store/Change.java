package org.lmskit.store;

/**
 * A record's next state.
 *
 * @param old as it was read
 * @param value what replaces it, with the same id
 */
public record Change<T>(Stored<T> old, T value) {
  /** @throws IllegalArgumentException if the value has another id */
  public Change {
    String id = old.kind().idOf(value);
    if (!id.equals(old.id())) {
      throw new IllegalArgumentException("a change of " + old.id() + " names the id " + id);
    }
  }
}
