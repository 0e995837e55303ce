package org.lmskit.xapi;

import java.util.List;

/**
 * A group that the statement is related to (xAPI 2.0).
 *
 * @param group which
 * @param relevantTypes in what way; may be empty
 * @see "IEEE 9274.1.1 4.2.2.5, contextGroups"
 */
public record ContextGroup(Group group, List<Iri> relevantTypes) {
  /** Copies the list. */
  public ContextGroup {
    relevantTypes = List.copyOf(relevantTypes);
  }
}
