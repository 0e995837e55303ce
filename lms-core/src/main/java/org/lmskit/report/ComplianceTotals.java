package org.lmskit.report;

import java.util.List;
import org.lmskit.assignment.Compliance;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;

/**
 * How compliant an audience is.
 *
 * @param learners how many people match and may be seen
 * @param compliantLearners how many of them fulfil all that is their duty, or have none
 * @param duties all duties together
 * @param overdue how many duties are overdue
 * @param subjects the same for each subject, in their order
 */
public record ComplianceTotals(
    int learners, int compliantLearners, Compliance duties, int overdue, List<OfSubject> subjects) {
  /** Copies the list. */
  public ComplianceTotals {
    subjects = List.copyOf(subjects);
  }

  /**
   * The duties of one subject.
   *
   * @param subject which
   * @param title as it is called now
   * @param duties how many are fulfilled
   * @param overdue how many are overdue
   */
  public record OfSubject(Subject subject, Text title, Compliance duties, int overdue) {}
}
