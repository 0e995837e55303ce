package org.lmskit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads together what will be asked for one by one, and answers for what it has read. */
final class Foreseen implements Reader {
  private final Reader base;
  private final Map<String, Records<?>> kinds = new HashMap<>();

  /** What was read of one kind: by id, and by index and value; what was not there stands here as absent. */
  private static final class Records<T> {
    private final Map<String, Optional<Stored<T>>> byId = new HashMap<>();
    private final Map<String, Map<String, List<Stored<T>>>> byIndex = new HashMap<>();
  }

  Foreseen(Reader base) {
    this.base = base;
  }

  /** Drops all that was read, since others may have committed. */
  void forget() {
    kinds.clear();
  }

  @Override
  public <T> void foresee(Kind<T> kind, Collection<String> ids) {
    Map<String, Optional<Stored<T>>> byId = recordsOrNew(kind).byId;
    Set<String> missing = new LinkedHashSet<>(ids);
    missing.removeAll(byId.keySet());
    if (!missing.isEmpty()) {
      missing.forEach(id -> byId.put(id, Optional.empty()));
      base.findAll(kind, missing).forEach(stored -> byId.put(stored.id(), Optional.of(stored)));
    }
  }

  @Override
  public <T> void foresee(Kind<T> kind, String index, Collection<String> values) {
    Records<T> records = recordsOrNew(kind);
    Map<String, List<Stored<T>>> byValue =
        records.byIndex.computeIfAbsent(index, name -> new HashMap<>());
    List<String> missing =
        values.stream().distinct().filter(value -> !byValue.containsKey(value)).toList();
    missing.forEach(value -> byValue.put(value, new ArrayList<>()));
    for (int from = 0; from < missing.size(); from += Query.MAX_VALUES) {
      List<String> some = missing.subList(from, Math.min(missing.size(), from + Query.MAX_VALUES));
      Set<String> asked = new HashSet<>(some);
      for (Stored<T> stored : base.list(Query.of(kind).whereAny(index, some))) {
        records.byId.put(stored.id(), Optional.of(stored));
        kind.index(index).values().apply(stored.value()).stream()
            .distinct()
            .filter(asked::contains)
            .forEach(value ->
                byValue.computeIfAbsent(value, any -> new ArrayList<>()).add(stored));
      }
    }
  }

  @Override
  public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    @Nullable Records<T> records = records(kind);
    @Nullable Optional<Stored<T>> known = records == null ? null : records.byId.get(id);
    return known == null ? base.find(kind, id) : known;
  }

  @Override
  public <T> List<Stored<T>> findAll(Kind<T> kind, Collection<String> ids) {
    @Nullable Records<T> records = records(kind);
    if (records == null || !records.byId.keySet().containsAll(ids)) {
      return base.findAll(kind, ids);
    }
    return ids.stream()
        .distinct()
        .flatMap(id -> records.byId.getOrDefault(id, Optional.empty()).stream())
        .toList();
  }

  @Override
  public <T> List<Stored<T>> list(Query<T> query) {
    @Nullable Collection<Stored<T>> known = known(query);
    if (known == null) {
      return base.list(query);
    }
    return known.stream()
        .filter(query::matches)
        .filter(query::isBehindAfter)
        .sorted(query.comparator())
        .limit(query.limit())
        .toList();
  }

  @Override
  public <T> void each(Query<T> query, Consumer<Stored<T>> visitor) {
    if (known(query) == null) {
      base.each(query, visitor);
    } else {
      list(query).forEach(visitor);
    }
  }

  @Override
  public <T> long count(Query<T> query) {
    return known(query) == null ? base.count(query) : list(query.everything()).size();
  }

  @Override
  public long position() {
    return base.position();
  }

  /** All records that meet one of a query's conditions; null if none of them was read. */
  private <T> @Nullable Collection<Stored<T>> known(Query<T> query) {
    @Nullable Records<T> records = records(query.kind());
    if (records == null) {
      return null;
    }
    for (Query.Condition<T> condition : query.conditions()) {
      Map<String, List<Stored<T>>> byValue =
          records.byIndex.getOrDefault(condition.index().name(), Map.of());
      if (byValue.keySet().containsAll(condition.anyOf())) {
        return union(byValue, condition.anyOf());
      }
    }
    return null;
  }

  private static <T> Collection<Stored<T>> union(
      Map<String, List<Stored<T>>> byValue, List<String> values) {
    if (values.size() == 1) {
      return byValue.getOrDefault(values.get(0), List.of());
    }
    Map<String, Stored<T>> union = new LinkedHashMap<>();
    values.forEach(value ->
        byValue.getOrDefault(value, List.of()).forEach(stored -> union.put(stored.id(), stored)));
    return union.values();
  }

  @SuppressWarnings("unchecked")
  private <T> Records<T> recordsOrNew(Kind<T> kind) {
    return (Records<T>) kinds.computeIfAbsent(kind.name(), name -> new Records<T>());
  }

  /** A kind's name stands for its type: a store has one kind of a name. Texts are another type. */
  @SuppressWarnings("unchecked")
  private <T> @Nullable Records<T> records(Kind<T> kind) {
    return kind.isTexts() ? null : (Records<T>) kinds.get(kind.name());
  }
}
