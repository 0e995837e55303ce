package org.lmskit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The records of one kind and tenant at one moment; it never changes. */
final class MemoryTable<T> {
  private record Place(Instant time, String id) {
    static int compare(Place a, Place b) {
      return QueryFilter.compareTime(a.time, a.id, b.time, b.id);
    }
  }

  private record Entry(String value, String id) {
    static int compare(Entry a, Entry b) {
      int byValue = TextOrder.compare(a.value, b.value);
      return byValue != 0 ? byValue : TextOrder.compare(a.id, b.id);
    }
  }

  private final Kind<T> kind;
  private final Tree<String, MemoryRow<T>> byId;
  private final Tree<Place, MemoryRow<T>> byTime;
  private final Tree<Long, MemoryRow<T>> byPosition;
  private final Map<String, Tree<Entry, MemoryRow<T>>> byIndex;

  private MemoryTable(
      Kind<T> kind,
      Tree<String, MemoryRow<T>> byId,
      Tree<Place, MemoryRow<T>> byTime,
      Tree<Long, MemoryRow<T>> byPosition,
      Map<String, Tree<Entry, MemoryRow<T>>> byIndex) {
    this.kind = kind;
    this.byId = byId;
    this.byTime = byTime;
    this.byPosition = byPosition;
    this.byIndex = byIndex;
  }

  static <T> MemoryTable<T> empty(Kind<T> kind) {
    Map<String, Tree<Entry, MemoryRow<T>>> byIndex = new HashMap<>();
    kind.indexes().forEach(index -> byIndex.put(index.name(), Tree.empty(Entry::compare)));
    return new MemoryTable<>(
        kind,
        Tree.empty(TextOrder::compare),
        Tree.empty(Place::compare),
        Tree.empty(Long::compare),
        byIndex);
  }

  @Nullable
  Stored<T> get(String id) {
    @Nullable MemoryRow<T> row = byId.get(id);
    return row == null ? null : row.stored();
  }

  /** A record that holds a unique value of this one, if another does. */
  Optional<Stored<T>> rival(Stored<T> stored) {
    List<Stored<T>> rivals = new ArrayList<>();
    for (Index<T> index : kind.indexes()) {
      if (index.type() == Index.Type.UNIQUE) {
        index.values().apply(stored.value()).forEach(value -> holders(index, value, rivals));
      }
    }
    return rivals.stream().filter(other -> !other.id().equals(stored.id())).findFirst();
  }

  MemoryTable<T> with(Stored<T> stored) {
    MemoryRow<T> row = new MemoryRow<>(stored);
    Map<String, Tree<Entry, MemoryRow<T>>> indexes = new HashMap<>(byIndex);
    kind.indexes()
        .forEach(index -> entries(index, stored)
            .forEach(entry ->
                indexes.computeIfPresent(index.name(), (name, tree) -> tree.with(entry, row))));
    return new MemoryTable<>(
        kind,
        byId.with(stored.id(), row),
        byTime.with(place(stored), row),
        kind.isOrdered() ? byPosition.with(stored.position(), row) : byPosition,
        indexes);
  }

  MemoryTable<T> without(Stored<T> stored) {
    Map<String, Tree<Entry, MemoryRow<T>>> indexes = new HashMap<>(byIndex);
    kind.indexes()
        .forEach(index -> entries(index, stored)
            .forEach(entry ->
                indexes.computeIfPresent(index.name(), (name, tree) -> tree.without(entry))));
    return new MemoryTable<>(
        kind,
        byId.without(stored.id()),
        byTime.without(place(stored)),
        byPosition.without(stored.position()),
        indexes);
  }

  /** Visits what matches, in the query's order, up to its limit. */
  void visit(Query<T> query, Predicate<Stored<T>> visitor) {
    if (query.conditions().isEmpty() && query.range().isEmpty()) {
      scan(query, visitor);
      return;
    }
    for (Stored<T> found : candidates(query)) {
      if (!visitor.test(found)) {
        return;
      }
    }
  }

  private List<Stored<T>> candidates(Query<T> query) {
    Map<String, Stored<T>> found = new LinkedHashMap<>();
    Predicate<Stored<T>> keep = stored -> {
      if (query.matches(stored) && query.isBehindAfter(stored)) {
        found.put(stored.id(), stored);
      }
      return true;
    };
    query.conditions().stream()
        .min(Comparator.comparingInt(this::entryCount))
        .ifPresentOrElse(
            condition ->
                condition.anyOf().forEach(value -> eachHolder(condition.index(), value, keep)),
            () -> eachInRange(query.range().orElseThrow(), keep));
    return found.values().stream().sorted(query.comparator()).toList();
  }

  private int entryCount(Query.Condition<T> condition) {
    Tree<Entry, MemoryRow<T>> tree = tree(condition.index());
    return condition.anyOf().stream()
        .mapToInt(value -> tree.countBelow(end(value)) - tree.countBelow(new Entry(value, "")))
        .sum();
  }

  private void eachInRange(Query.Range<T> range, Predicate<Stored<T>> keep) {
    @Nullable String from = range.from();
    @Nullable String before = range.before();
    Tree<Entry, MemoryRow<T>> tree = tree(range.index());
    int begin = from == null ? 0 : tree.countBelow(new Entry(from, ""));
    int end = before == null ? tree.size() : tree.countBelow(new Entry(before, ""));
    visitSome(tree, from == null ? null : new Entry(from, ""), end - begin, keep);
  }

  private void eachHolder(Index<T> index, String value, Predicate<Stored<T>> keep) {
    Tree<Entry, MemoryRow<T>> tree = tree(index);
    Entry begin = new Entry(value, "");
    visitSome(tree, begin, tree.countBelow(end(value)) - tree.countBelow(begin), keep);
  }

  private void holders(Index<T> index, String value, List<Stored<T>> into) {
    eachHolder(index, value, into::add);
  }

  private static <T> void visitSome(
      Tree<Entry, MemoryRow<T>> tree, @Nullable Entry from, int count, Predicate<Stored<T>> keep) {
    if (count <= 0) {
      return;
    }
    int[] left = {count};
    tree.ascend(from, row -> keep.test(row.stored()) && --left[0] > 0);
  }

  private void scan(Query<T> query, Predicate<Stored<T>> visitor) {
    Predicate<MemoryRow<T>> each = row -> {
      Stored<T> stored = row.stored();
      return !query.matches(stored) || !query.isBehindAfter(stored) || visitor.test(stored);
    };
    if (query.order() == Query.Order.POSITION) {
      scanPositions(query, each);
    } else {
      scanTimes(query, each);
    }
  }

  private void scanPositions(Query<T> query, Predicate<MemoryRow<T>> each) {
    @Nullable Long after = query.after().map(Query.After::position).orElse(null);
    if (query.isDescending()) {
      byPosition.descend(after == null ? query.upTo() : Math.min(after, query.upTo()), each);
    } else {
      byPosition.ascend(after, row -> row.stored().position() <= query.upTo() && each.test(row));
    }
  }

  private void scanTimes(Query<T> query, Predicate<MemoryRow<T>> each) {
    @Nullable
    Place after = query.after().map(at -> new Place(at.time(), at.id())).orElse(null);
    if (query.isDescending()) {
      @Nullable Place end = query.before().map(time -> new Place(time, "")).orElse(null);
      byTime.descend(
          after == null ? end : after,
          row -> !isBefore(row.stored(), query.from()) && each.test(row));
    } else {
      @Nullable Place begin = query.from().map(time -> new Place(time, "")).orElse(null);
      byTime.ascend(
          after == null ? begin : after,
          row -> (query.before().isEmpty() || isBefore(row.stored(), query.before()))
              && each.test(row));
    }
  }

  private boolean isBefore(Stored<T> stored, Optional<Instant> bound) {
    return bound.map(time -> kind.timeOf(stored.value()).isBefore(time)).orElse(false);
  }

  private Collection<Entry> entries(Index<T> index, Stored<T> stored) {
    return index.values().apply(stored.value()).stream()
        .map(value -> new Entry(value, stored.id()))
        .toList();
  }

  private Tree<Entry, MemoryRow<T>> tree(Index<T> index) {
    return byIndex.getOrDefault(index.name(), Tree.empty(Entry::compare));
  }

  private Place place(Stored<T> stored) {
    return new Place(kind.timeOf(stored.value()), stored.id());
  }

  /** No text lies between a value and the value with U+0000 behind it. */
  private static Entry end(String value) {
    return new Entry(value + '\0', "");
  }
}
