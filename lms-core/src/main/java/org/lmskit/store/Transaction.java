package org.lmskit.store;

import java.util.Collection;
import java.util.List;

/** Reads and writes the records of one tenant, all or nothing. */
public interface Transaction extends Reader {
  /**
   * Takes the tenant's head now instead of at the end: later reads include all that other writers
   * committed, and no other ordered write of this tenant commits before this one ends.
   */
  void lock();

  /**
   * Adds records.
   *
   * @throws IllegalArgumentException if this transaction already holds one of the ids
   */
  <T> void insert(Kind<T> kind, Collection<T> values);

  /**
   * Replaces records, if they still have the version that was read.
   *
   * @throws IllegalArgumentException if a change names another id than the record it replaces
   */
  <T> void update(Collection<Change<T>> changes);

  /** Removes records, if they still have the version that was read. */
  <T> void delete(Collection<Stored<T>> old);

  /**
   * Puts records back as another store had them: body and version, and the positions of ordered ones,
   * which lie above {@link #position()} and rise. For importing what was exported.
   *
   * @throws IllegalArgumentException if this transaction already holds one of the ids
   */
  <T> void restore(Collection<Stored<T>> records);

  /** Adds one record; see {@link #insert(Kind, Collection)}. */
  default <T> void insert(Kind<T> kind, T value) {
    insert(kind, List.of(value));
  }

  /** Replaces one record; see {@link #update(Collection)}. */
  default <T> void update(Stored<T> old, T value) {
    update(List.of(new Change<>(old, value)));
  }

  /** Removes one record; see {@link #delete(Collection)}. */
  default <T> void delete(Stored<T> old) {
    delete(List.of(old));
  }
}
