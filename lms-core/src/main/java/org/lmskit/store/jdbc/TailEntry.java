package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** A position in the list of a key; sorted by key, then position. */
record TailEntry(long key, long position) implements Comparable<TailEntry> {
  @Override
  public int compareTo(TailEntry other) {
    return key == other.key ? Long.compare(position, other.position) : Long.compare(key, other.key);
  }

  /** Sorted, each once. */
  static List<TailEntry> sorted(Collection<TailEntry> some) {
    List<TailEntry> all = new ArrayList<>(some);
    all.sort(null);
    List<TailEntry> once = new ArrayList<>(all.size());
    for (TailEntry entry : all) {
      if (once.isEmpty() || entry.compareTo(once.get(once.size() - 1)) != 0) {
        once.add(entry);
      }
    }
    return once;
  }

  /** Gives the entries of each key by themselves. */
  static void byKey(List<TailEntry> sorted, Consumer<List<TailEntry>> visitor) {
    together(sorted, key -> key, visitor);
  }

  /** Gives the entries of each part by themselves. */
  static void byPart(List<TailEntry> sorted, Consumer<List<TailEntry>> visitor) {
    together(sorted, Tail::part, visitor);
  }

  private static void together(
      List<TailEntry> sorted, LongUnaryOperator group, Consumer<List<TailEntry>> visitor) {
    int from = 0;
    while (from < sorted.size()) {
      long same = group.applyAsLong(sorted.get(from).key);
      int to = from + 1;
      while (to < sorted.size() && group.applyAsLong(sorted.get(to).key) == same) {
        to++;
      }
      visitor.accept(sorted.subList(from, to));
      from = to;
    }
  }

  static long[] positions(List<TailEntry> some) {
    return some.stream().mapToLong(TailEntry::position).toArray();
  }
}
