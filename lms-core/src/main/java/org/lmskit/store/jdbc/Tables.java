package org.lmskit.store.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;

/** The tables of all kinds that a store was opened with. */
final class Tables {
  private final Map<String, Table<?>> byKind = new TreeMap<>();
  private final TailWatch watch;

  /** @throws IllegalArgumentException if two kinds have one name */
  Tables(Collection<Kinds> modules, Dialect dialect, TailSize largest) {
    this.watch = new TailWatch(largest);
    for (Kinds module : modules) {
      for (Kind<?> kind : module.kinds()) {
        if (byKind.put(kind.name(), new Table<>(kind, dialect)) != null) {
          throw new IllegalArgumentException("two kinds have the name " + kind);
        }
      }
    }
  }

  TailWatch watch() {
    return watch;
  }

  List<Table<?>> all() {
    return List.copyOf(byKind.values());
  }

  /**
   * The table of a kind. Its name stands for its type.
   *
   * @throws IllegalArgumentException if the store was opened without this kind
   */
  @SuppressWarnings("unchecked")
  <T> Table<T> of(Kind<T> kind) {
    @Nullable Table<?> table = byKind.get(kind.name());
    if (table == null) {
      throw new IllegalArgumentException("this store was opened without the kind " + kind);
    }
    return kind.isTexts() ? table.texts(kind) : (Table<T>) table;
  }
}
