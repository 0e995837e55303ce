package org.lmskit.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Change;
import org.lmskit.store.Index;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** A transaction that tells whose records are looked up by their ids. */
record Watched(Transaction tx, Consumer<LearnerKey> whose) implements Transaction {
  /** The indexes by which kinds find what belongs to a learner. */
  private static final Set<String> INDEXES = Set.of("learner", "key");

  @Override
  public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    Optional<Stored<T>> found = tx.find(kind, id);
    found.filter(stored -> !kind.isOrdered()).ifPresent(this::tell);
    return found;
  }

  @Override
  public <T> void foresee(Kind<T> kind, Collection<String> ids) {
    tx.foresee(kind, ids);
  }

  @Override
  public <T> void foresee(Kind<T> kind, String index, Collection<String> values) {
    tx.foresee(kind, index, values);
  }

  private <T> void tell(Stored<T> stored) {
    for (Index<T> index : stored.kind().indexes()) {
      if (INDEXES.contains(index.name())) {
        index.values().apply(stored.value()).forEach(value -> whose.accept(new LearnerKey(value)));
      }
    }
  }

  @Override
  public <T> List<Stored<T>> findAll(Kind<T> kind, Collection<String> ids) {
    return tx.findAll(kind, ids);
  }

  @Override
  public <T> List<Stored<T>> list(Query<T> query) {
    return tx.list(query);
  }

  @Override
  public <T> void each(Query<T> query, Consumer<Stored<T>> visitor) {
    tx.each(query, visitor);
  }

  @Override
  public <T> long count(Query<T> query) {
    return tx.count(query);
  }

  @Override
  public long position() {
    return tx.position();
  }

  @Override
  public void lock() {
    tx.lock();
  }

  @Override
  public <T> void insert(Kind<T> kind, Collection<T> values) {
    tx.insert(kind, values);
  }

  @Override
  public <T> void update(Collection<Change<T>> changes) {
    tx.update(changes);
  }

  @Override
  public <T> void delete(Collection<Stored<T>> old) {
    tx.delete(old);
  }

  @Override
  public <T> void restore(Collection<Stored<T>> records) {
    tx.restore(records);
  }
}
