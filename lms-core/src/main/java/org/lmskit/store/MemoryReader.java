package org.lmskit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one snapshot of a tenant, until its work ends. */
final class MemoryReader implements Reader {
  private final MemorySnapshot snapshot;
  private boolean ended;

  MemoryReader(MemorySnapshot snapshot) {
    this.snapshot = snapshot;
  }

  void end() {
    ended = true;
  }

  @Override
  public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    return Optional.ofNullable(table(kind).get(id)).map(stored -> seen(kind, stored));
  }

  @Override
  public <T> List<Stored<T>> findAll(Kind<T> kind, Collection<String> ids) {
    MemoryTable<T> table = table(kind);
    List<Stored<T>> found = new ArrayList<>();
    ids.stream()
        .distinct()
        .map(table::get)
        .filter(Objects::nonNull)
        .forEach(stored -> found.add(seen(kind, stored)));
    return found;
  }

  @Override
  public <T> List<Stored<T>> list(Query<T> query) {
    List<Stored<T>> found = new ArrayList<>();
    each(query, found::add);
    return found;
  }

  @Override
  public <T> void each(Query<T> query, Consumer<Stored<T>> visitor) {
    int[] left = {query.limit()};
    table(query.kind()).visit(query, stored -> {
      visitor.accept(seen(query.kind(), stored));
      return --left[0] > 0;
    });
  }

  @Override
  public <T> long count(Query<T> query) {
    long[] count = {0};
    Query<T> all = query.everything();
    table(query.kind()).visit(all, stored -> ++count[0] > 0);
    return count[0];
  }

  @Override
  public long position() {
    requireOpen();
    return snapshot.head();
  }

  private <T> MemoryTable<T> table(Kind<T> kind) {
    requireOpen();
    @Nullable MemoryTable<T> table = snapshot.table(kind);
    return table == null ? MemoryTable.empty(kind) : table;
  }

  /** A view of texts reads the table of the kind that it is of. */
  @SuppressWarnings("unchecked")
  private static <T> Stored<T> seen(Kind<T> kind, Stored<T> stored) {
    return kind.isTexts()
        ? new Stored<>(
            kind,
            stored.id(),
            (T) stored.body(),
            stored.body(),
            stored.version(),
            stored.position())
        : stored;
  }

  private void requireOpen() {
    if (ended) {
      throw new IllegalStateException("this reader ended with the work that it was given to");
    }
  }
}
