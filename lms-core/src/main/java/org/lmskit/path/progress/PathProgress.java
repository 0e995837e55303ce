package org.lmskit.path.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.lmskit.catalog.Evaluation;
import org.lmskit.learning.Progress;
import org.lmskit.model.NotFoundException;
import org.lmskit.path.LearningPath;

/**
 * How far a learner is on a path on a day, and why.
 *
 * @param enrollment as it stands
 * @param path the version to which he is pinned
 * @param day the civil day
 * @param progress of the steps that are needed at least, how many are satisfied
 * @param steps in the path's order
 * @param evaluation what is missing in terms of courses, certifications and checklists: the exact least number of further
 *     ones, which, and what blocks the way
 */
public record PathProgress(
    PathEnrollment enrollment,
    LearningPath path,
    LocalDate day,
    Progress progress,
    List<StepStatus> steps,
    Evaluation evaluation) {
  /** Copies the list. */
  public PathProgress {
    steps = List.copyOf(steps);
  }

  /**
   * Where the learner stands with one step.
   *
   * @throws NotFoundException if the path has no such step
   */
  public StepStatus step(String step) {
    return steps.stream()
        .filter(status -> status.step().id().value().equals(step))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no step " + step + " in path " + path.id()));
  }

  static Progress progress(int satisfied, int required) {
    BigDecimal share = required == 0
        ? BigDecimal.ONE
        : BigDecimal.valueOf(satisfied).divide(BigDecimal.valueOf(required), MathContext.DECIMAL32);
    return new Progress(satisfied, required, share);
  }
}
