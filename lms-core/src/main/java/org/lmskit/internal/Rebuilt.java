package org.lmskit.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lmskit.store.Kind;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** The records that a replay has made so far; a projection changes them. */
public final class Rebuilt {
  private final Transaction tx;
  private final Set<Kind<?>> kinds;

  Rebuilt(Transaction tx, Set<Kind<?>> kinds) {
    this.tx = tx;
    this.kinds = kinds;
  }

  /** What was rebuilt, to be queried. */
  public Reader reader() {
    return tx;
  }

  /** The record of this id, as earlier events left it. */
  public <T> Optional<T> find(Kind<T> kind, String id) {
    return tx.find(known(kind), id).map(Stored::value);
  }

  /** Adds a record, or replaces the one of its id. */
  public <T> void put(Kind<T> kind, T value) {
    Optional<Stored<T>> old = tx.find(known(kind), kind.idOf(value));
    if (old.isPresent()) {
      tx.update(old.get(), value);
    } else {
      tx.insert(kind, value);
    }
  }

  /**
   * Replaces a record by what a fold makes of it.
   *
   * @throws IllegalStateException if no earlier event made it: the log lacks something
   */
  public <T> void change(Kind<T> kind, String id, UnaryOperator<T> fold) {
    Stored<T> old = tx.find(known(kind), id)
        .orElseThrow(() -> new IllegalStateException("no event made " + kind + " " + id));
    tx.update(old, fold.apply(old.value()));
  }

  /** Removes a record; harmless if there is none. */
  public <T> void remove(Kind<T> kind, String id) {
    tx.find(known(kind), id).ifPresent(tx::delete);
  }

  private <T> Kind<T> known(Kind<T> kind) {
    if (!kinds.contains(kind)) {
      throw new IllegalStateException("nobody registered that kind " + kind + " is rebuilt");
    }
    return kind;
  }
}
