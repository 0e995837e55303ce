package org.lmskit.store;

import org.lmskit.model.Id;

/** What every store demands of a record, so that one that is accepted here is accepted everywhere. */
final class RecordRules {
  private RecordRules() {}

  /** The record as it will be stored. */
  static <T> Stored<T> stored(Kind<T> kind, String id, T value, int version, long position) {
    return checked(new Stored<>(kind, Id.check(id), value, kind.write(value), version, position));
  }

  /** A record of another store as it will be stored: its text stays as it is. */
  static <T> Stored<T> restored(Stored<T> record) {
    Kind<T> kind = record.kind();
    if (!kind.idOf(record.value()).equals(record.id())) {
      throw new IllegalArgumentException(kind + " " + record.id() + " holds another id");
    }
    if (record.version() < 1 || (record.position() > 0) != kind.isOrdered()) {
      throw new IllegalArgumentException(kind + " " + record.id() + " has version "
          + record.version() + " and position " + record.position());
    }
    return checked(record);
  }

  private static <T> Stored<T> checked(Stored<T> record) {
    Kind<T> kind = record.kind();
    requireStorable(record.id(), kind, record.id());
    requireStorable(record.body(), kind, record.id());
    kind.indexes().forEach(index -> requireIndexable(index, record.value(), record.id()));
    return record;
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
