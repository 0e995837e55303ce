package org.lmskit.scorm.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An objective that content finds in {@code cmi.objectives} when it starts.
 *
 * @param id its identifier
 * @param values further members by their name in the data model, such as {@code success_status} or
 *     {@code score.scaled}; an absent one keeps what the content set before
 */
public record InitialObjective(String id, Map<String, String> values) {
  /** Copies the map. */
  public InitialObjective {
    values = Map.copyOf(values);
  }

  /** An objective of which nothing is known yet. */
  public static InitialObjective of(String id) {
    return new InitialObjective(id, Map.of());
  }

  /** This objective with a member, such as {@code ("score.scaled", "0.8")}. */
  public InitialObjective with(String member, String value) {
    var next = new LinkedHashMap<>(values);
    next.put(member, value);
    return new InitialObjective(id, next);
  }
}
