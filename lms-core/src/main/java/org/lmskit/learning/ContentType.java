package org.lmskit.learning;

import java.util.Optional;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;
import org.lmskit.store.Reader;

/**
 * How one sort of content is run. A content type only says how an attempt goes on; loading, storing,
 * deciding what follows and telling others is done for it, in one transaction.
 *
 * @param <S> the state of an attempt; its id is the attempt's
 * @param <G> the state that a learner keeps across attempts; its id is the learner's key.
 *     {@link NoLearnerState} without one
 * @param <R> what content can be asked
 * @param <A> what it answers
 */
public interface ContentType<S, G, R, A> {
  /** The name that units give in {@link org.lmskit.catalog.UnitContent#type}. */
  String name();

  /** How attempt states are stored. */
  Kind<S> states();

  /** How learner states are stored; absent if there are none. */
  default Optional<Kind<G>> learnerStates() {
    return Optional.empty();
  }

  /**
   * Whether what a unit refers to is there. A course with a unit of which that is not so is not published.
   *
   * @param reference what the unit gives in {@link org.lmskit.catalog.UnitContent#reference}
   * @param reader the tenant's records
   */
  default boolean knows(String reference, Reader reader) {
    return true;
  }

  /** The state of an attempt that has just begun. */
  S newState(Attempt attempt);

  /** The state of a learner who has none yet. */
  G newLearnerState(LearnerKey learner);

  /**
   * Takes one request. Pure: no I/O, no clock, nothing kept; it may run again after a conflict.
   *
   * @throws org.lmskit.model.RejectedException if the request is not possible now; nothing changes
   */
  Step<S, G, A> advance(Sitting<S, G> sitting, R request);
}
