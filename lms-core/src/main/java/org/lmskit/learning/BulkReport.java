package org.lmskit.learning;

import java.util.List;
import org.lmskit.model.Problem;

/**
 * What came of enrolling many.
 *
 * @param enrolled how many are enrolled now who were not before
 * @param already how many had an open enrollment
 * @param problems who was not enrolled, and why; the location is the learner's id
 */
public record BulkReport(int enrolled, int already, List<Problem> problems) {
  /** Copies the list. */
  public BulkReport {
    problems = List.copyOf(problems);
  }
}
