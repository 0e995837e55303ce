package org.lmskit.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the records of one tenant. It ends with the work that it was given to. */
public interface Reader {
  /** The record of this id, if there is one. */
  <T> Optional<Stored<T>> find(Kind<T> kind, String id);

  /** The records of these ids in the order asked for, the absent ones left out; one round trip. */
  <T> List<Stored<T>> findAll(Kind<T> kind, Collection<String> ids);

  /** All records that match, in the query's order; for results that fit into memory. */
  <T> List<Stored<T>> list(Query<T> query);

  /** Visits all records that match, in the query's order and in bounded memory. */
  <T> void each(Query<T> query, Consumer<Stored<T>> visitor);

  /** How many records match; limit, order and {@code after} of the query play no part. */
  <T> long count(Query<T> query);

  /**
   * Says that the records of these ids will be asked for one by one, so that they can be read together.
   * No answer depends on it, except that it may be as old as this call.
   */
  default <T> void foresee(Kind<T> kind, Collection<String> ids) {}

  /**
   * Says that queries for single values of an index will come, so that the records of these values can
   * be read together; see {@link #foresee(Kind, Collection)}.
   */
  default <T> void foresee(Kind<T> kind, String index, Collection<String> values) {}

  /**
   * The tenant's newest committed position, 0 before the first. Whoever reads up to it has seen
   * everything below it: position order is commit order.
   */
  long position();
}
