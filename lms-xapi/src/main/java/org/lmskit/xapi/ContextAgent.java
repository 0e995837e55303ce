package org.lmskit.xapi;

import java.util.List;

/**
 * An agent that the statement is related to (xAPI 2.0).
 *
 * @param agent who
 * @param relevantTypes in what way; may be empty
 * @see "IEEE 9274.1.1 4.2.2.5, contextAgents"
 */
public record ContextAgent(Agent agent, List<Iri> relevantTypes) {
  /** Copies the list. */
  public ContextAgent {
    relevantTypes = List.copyOf(relevantTypes);
  }
}
