package org.lmskit.version;

import java.time.LocalDate;
import org.lmskit.internal.Operation;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/**
 * Who is enrolled on courses, or on learning paths, and how one of them comes to a later version.
 *
 * @param <V> a version
 * @param <E> an enrollment, with an index {@code learner}
 */
public interface Enrollees<V extends Published, E> {
  /** Enrollments. */
  Kind<E> kind();

  /** All that there are on any version of what this is a version of. */
  Query<E> on(V version);

  /** Where a learner stands by his enrollment. */
  Standing standing(E enrollment);

  /**
   * Moves a learner to a later version, by way of all between.
   *
   * @param day on which he moves
   */
  void move(Operation op, Stored<E> enrollment, V to, LocalDate day);

  /** Opens a new cycle on the current version for somebody who completed an earlier one. */
  void retrain(Operation op, E completed);
}
