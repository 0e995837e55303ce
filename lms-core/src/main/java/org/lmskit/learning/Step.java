package org.lmskit.learning;

import java.util.List;

/**
 * What came of a request.
 *
 * @param state of the attempt from now on
 * @param learnerState what the learner keeps from now on
 * @param facts what it says about the attempt, in the order in which it happened
 * @param reply the answer
 */
public record Step<S, G, A>(S state, G learnerState, List<Fact> facts, A reply) {
  /** Copies the facts. */
  public Step {
    facts = List.copyOf(facts);
  }
}
