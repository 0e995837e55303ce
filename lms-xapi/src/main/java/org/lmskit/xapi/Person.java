package org.lmskit.xapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a store knows to be one person.
 *
 * @param names full names
 * @param identifiers inverse functional identifiers
 * @see "xAPI 1.0.3 Communication 2.4"
 */
public record Person(List<String> names, List<Identifier> identifiers) {
  /** Copies the lists; what is there twice is kept once. */
  public Person {
    names = List.copyOf(new LinkedHashSet<>(names));
    identifiers = List.copyOf(new LinkedHashSet<>(identifiers));
  }

  /** The person of whom only one agent is known. */
  public static Person of(Agent agent) {
    Set<String> names = new LinkedHashSet<>();
    if (agent.name() != null) names.add(agent.name());
    return new Person(List.copyOf(names), List.of(agent.identifier()));
  }
}
