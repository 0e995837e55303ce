package org.lmskit.scorm.sequencing;

import java.util.Set;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;

/**
 * What content reports of an objective.
 *
 * @param values as it leaves them
 * @param said the statuses that it set, be it to unknown: an unknown one is written to global
 *     objectives too, and the LMS does not put its own in its place
 */
public record ObjectiveReport(ObjectiveState values, Set<ObjectiveValue> said) {
  /** Copies the set. */
  public ObjectiveReport {
    said = Set.copyOf(said);
  }

  /** A report in which every unknown value was never set. */
  public static ObjectiveReport of(ObjectiveState values) {
    return new ObjectiveReport(values, Set.of());
  }
}
