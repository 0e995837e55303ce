package org.lmskit.store;

import java.util.Collection;
import java.util.function.Function;

/**
 * What records of a kind can be found by.
 *
 * @param name unique within the kind: lower-case letters, digits and underscores
 * @param type how values are kept and compared
 * @param values the values of one record; single-valued indexes give none or one
 */
public record Index<T>(String name, Type type, Function<T, Collection<String>> values) {
  /** The longest value of a sorted index, in characters; values of other indexes have any length. */
  public static final int MAX_SORTED = 256;

  /** How an index is kept. */
  public enum Type {
    /** At most one value a record; equality. */
    SINGLE,
    /** At most one value a record, no two records of a tenant share it; equality. */
    UNIQUE,
    /** At most one value a record, compared by UTF-8 bytes; equality, and a range. */
    SORTED,
    /** Any number of values a record; equality. */
    MANY
  }

  /** @throws IllegalArgumentException if the name is not a lower-case word */
  public Index {
    Kind.checkName(name);
  }
}
