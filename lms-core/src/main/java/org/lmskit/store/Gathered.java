package org.lmskit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writes of one transaction to one kind, in the order in which records were first touched. */
final class Gathered<T> {
  private final Kind<T> kind;
  private final Map<String, Write<T>> writes = new LinkedHashMap<>();

  Gathered(Kind<T> kind) {
    this.kind = kind;
  }

  void insert(T value) {
    @Nullable Write<T> earlier = writes.get(kind.idOf(value));
    if (earlier != null && (kind.isOrdered() || !earlier.isDelete())) {
      throw new IllegalArgumentException(
          "this transaction already holds " + kind + " " + earlier.id());
    }
    @Nullable Stored<T> replaced = earlier == null ? null : earlier.old();
    int version = replaced == null ? 1 : replaced.version() + 1;
    long position = kind.isOrdered() ? Stored.UNCOMMITTED : 0;
    put(replaced, RecordRules.stored(kind, value, version, position));
  }

  void restore(Stored<T> record) {
    if (writes.containsKey(record.id())) {
      throw new IllegalArgumentException(
          "this transaction already holds " + kind + " " + record.id());
    }
    put(null, RecordRules.restored(record));
  }

  void update(Change<T> change) {
    Stored<T> old = change.old();
    @Nullable Write<T> earlier = requireCurrent(old);
    Stored<T> next = RecordRules.stored(kind, change.value(), old.version() + 1, old.position());
    if (kind.isOrdered()) {
      RecordRules.requireGain(old, next);
    }
    put(earlier == null ? old : earlier.old(), next);
  }

  void delete(Stored<T> old) {
    @Nullable Write<T> earlier = requireCurrent(old);
    if (earlier != null && earlier.isInsert()) {
      writes.remove(old.id());
      return;
    }
    writes.put(old.id(), new Write<>(kind, old.id(), earlier == null ? old : earlier.old(), null));
  }

  /** Takes over a write that was gathered on top of these. */
  void takeOver(Write<T> above) {
    @Nullable Write<T> earlier = writes.get(above.id());
    @Nullable Stored<T> old = earlier == null ? above.old() : earlier.old();
    if (old == null && above.isDelete()) {
      writes.remove(above.id());
    } else {
      writes.put(above.id(), new Write<>(kind, above.id(), old, above.next()));
    }
  }

  boolean touches(String id) {
    return writes.containsKey(id);
  }

  Set<String> ids() {
    return Set.copyOf(writes.keySet());
  }

  boolean isEmpty() {
    return writes.isEmpty();
  }

  @Nullable
  Stored<T> next(String id) {
    @Nullable Write<T> write = writes.get(id);
    return write == null ? null : write.next();
  }

  Collection<Write<T>> writes() {
    return writes.values();
  }

  /** How many committed records a query of this kind must not show as they were committed. */
  int hidden() {
    return (int) writes.values().stream().filter(write -> !write.isInsert()).count();
  }

  /** By how much the writes change a count. */
  long countDifference(Query<T> query) {
    long gone = writes.values().stream()
        .map(Write::old)
        .filter(old -> matches(query, old))
        .count();
    return writes.values().stream()
            .map(Write::next)
            .filter(next -> matches(query, next))
            .count()
        - gone;
  }

  /** What of the written records belongs to a query's result, in its order; its limit is ignored. */
  List<Stored<T>> matching(Query<T> query) {
    List<Stored<T>> found = new ArrayList<>();
    writes.values().stream()
        .map(Write::next)
        .filter(Objects::nonNull)
        .filter(next -> query.matches(next))
        .forEach(found::add);
    if (query.isDescending()) {
      Collections.reverse(found);
    }
    found.sort(query.comparator());
    return query.after().map(after -> behind(query, after, found)).orElse(found);
  }

  private List<Stored<T>> behind(Query<T> query, Query.After after, List<Stored<T>> found) {
    if (query.order() != Query.Order.POSITION || after.position() != Stored.UNCOMMITTED) {
      return found.stream()
          .filter(stored -> QueryFilter.isBehind(query, after, stored))
          .toList();
    }
    List<String> ids = found.stream().map(Stored::id).toList();
    return found.subList(ids.indexOf(after.id()) + 1, found.size());
  }

  private static <T> boolean matches(Query<T> query, @Nullable Stored<T> stored) {
    return stored != null && query.matches(stored);
  }

  private @Nullable Write<T> requireCurrent(Stored<T> old) {
    @Nullable Write<T> earlier = writes.get(old.id());
    if (earlier == null) {
      return null;
    }
    @Nullable Stored<T> current = earlier.next();
    if (current == null || current.version() != old.version()) {
      throw new IllegalArgumentException("this transaction already changed version " + old.version()
          + " of " + kind + " " + old.id());
    }
    return earlier;
  }

  private void put(@Nullable Stored<T> old, Stored<T> next) {
    writes.put(next.id(), new Write<>(kind, next.id(), old, next));
  }
}
