package org.lmskit.store;

import org.lmskit.model.Id;

/** What every store demands of a record, so that one that is accepted here is accepted everywhere. */
final class RecordRules {
  private RecordRules() {}

  /** The record as it will be stored. */
  static <T> Stored<T> stored(Kind<T> kind, T value, int version, long position) {
    String id = Id.check(kind.idOf(value));
    requireStorable(id, kind, id);
    String body = kind.write(value);
    requireStorable(body, kind, id);
    kind.indexes().forEach(index -> requireIndexable(index, value, id));
    return new Stored<>(kind, id, value, body, version, position);
  }

  /** Lists of an ordered kind only grow, so that whoever pages through one is not misled. */
  static <T> void requireGain(Stored<T> old, Stored<T> next) {
    for (Index<T> index : old.kind().indexes()) {
      if (!index.values().apply(next.value()).containsAll(index.values().apply(old.value()))) {
        throw new IllegalArgumentException("an update of ordered " + old.kind() + " " + old.id()
            + " loses values of index " + index.name());
      }
    }
  }

  private static <T> void requireIndexable(Index<T> index, T value, String id) {
    var values = index.values().apply(value);
    if (index.type() != Index.Type.MANY && values.size() > 1) {
      throw new IllegalArgumentException("single-valued index " + index.name() + " of " + id
          + " has " + values.size() + " values");
    }
    if (index.type() == Index.Type.SORTED) {
      values.forEach(text -> requireSortable(index, text, id));
    }
  }

  private static void requireSortable(Index<?> index, String text, String id) {
    if (text.length() > Index.MAX_SORTED || !isStorable(text)) {
      throw new IllegalArgumentException("a value of sorted index " + index.name() + " of " + id
          + " is longer than " + Index.MAX_SORTED + " characters or not storable text");
    }
  }

  private static void requireStorable(String text, Kind<?> kind, String id) {
    if (!isStorable(text)) {
      throw new IllegalArgumentException(
          kind + " " + id + " has U+0000 or half a surrogate pair in its id or text");
    }
  }

  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == 0 || Character.isLowSurrogate(unit)) {
        return false;
      }
      if (Character.isHighSurrogate(unit)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
