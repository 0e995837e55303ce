package org.lmskit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The writes of one transaction to one kind, in the order in which records were first touched. */
final class Gathered<T> {
  private final Kind<T> kind;
  private final Map<String, Write<T>> writes = new LinkedHashMap<>();

  /** By index and value the ids of records that have or had it; of the indexes that were asked for. */
  private final Map<String, Map<String, Set<String>>> listed = new HashMap<>();

  private int hidden;

  Gathered(Kind<T> kind) {
    this.kind = kind;
  }

  void insert(T value) {
    String id = kind.idOf(value);
    @Nullable Write<T> earlier = writes.get(id);
    if (earlier != null && (kind.isOrdered() || !earlier.isDelete())) {
      throw new IllegalArgumentException(
          "this transaction already holds " + kind + " " + earlier.id());
    }
    @Nullable Stored<T> replaced = earlier == null ? null : earlier.old();
    int version = replaced == null ? 1 : replaced.version() + 1;
    long position = kind.isOrdered() ? Stored.UNCOMMITTED : 0;
    put(replaced, RecordRules.stored(kind, id, value, version, position));
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
    T value = change.value();
    Stored<T> next =
        RecordRules.stored(kind, kind.idOf(value), value, old.version() + 1, old.position());
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
    put(new Write<>(kind, old.id(), earlier == null ? old : earlier.old(), null));
  }

  /** Takes over a write that was gathered on top of these. */
  void takeOver(Write<T> above) {
    @Nullable Write<T> earlier = writes.get(above.id());
    @Nullable Stored<T> old = earlier == null ? above.old() : earlier.old();
    if (old == null && above.isDelete()) {
      writes.remove(above.id());
    } else {
      put(new Write<>(kind, above.id(), old, above.next()));
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

  /** How many committed records a query of this kind must not show as they were committed, at most. */
  int hidden(Query<T> query) {
    return query.after().map(after -> hidden(query, after)).orElse(hidden);
  }

  /** Without those before the place from which it goes on. */
  private int hidden(Query<T> query, Query.After after) {
    return (int) writes.values().stream()
        .flatMap(write -> Stream.ofNullable(write.old()))
        .filter(old -> QueryFilter.isBehind(query, after, old))
        .count();
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
    candidates(query).stream()
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
    put(new Write<>(kind, next.id(), old, next));
  }

  private void put(Write<T> write) {
    @Nullable Write<T> earlier = writes.put(write.id(), write);
    hidden += (write.isInsert() ? 0 : 1) - (earlier == null || earlier.isInsert() ? 0 : 1);
    @Nullable Stored<T> next = write.next();
    if (next != null) {
      listed.forEach((index, byValue) -> list(kind.index(index), next, byValue));
    }
  }

  /** Those among which the records of a query are; ordered ones are looked at in the order of insertion. */
  private Collection<Write<T>> candidates(Query<T> query) {
    if (kind.isOrdered() || query.conditions().isEmpty()) {
      return writes.values();
    }
    Query.Condition<T> condition = query.conditions().get(0);
    Map<String, Set<String>> byValue =
        listed.computeIfAbsent(condition.index().name(), name -> listed(condition.index()));
    return condition.anyOf().stream()
        .flatMap(value -> byValue.getOrDefault(value, Set.of()).stream())
        .distinct()
        .flatMap(id -> Stream.ofNullable(writes.get(id)))
        .toList();
  }

  private Map<String, Set<String>> listed(Index<T> index) {
    Map<String, Set<String>> byValue = new HashMap<>();
    for (Write<T> write : writes.values()) {
      @Nullable Stored<T> next = write.next();
      if (next != null) {
        list(index, next, byValue);
      }
    }
    return byValue;
  }

  private static <T> void list(Index<T> index, Stored<T> stored, Map<String, Set<String>> byValue) {
    for (String value : index.values().apply(stored.value())) {
      byValue.computeIfAbsent(value, fresh -> new LinkedHashSet<>()).add(stored.id());
    }
  }
}
