package org.lmskit.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;

/** When a version takes effect, and what then becomes of the learners of earlier ones. */
public interface Plan {
  /** The first day on which it is current, if that is not the day of its publication. */
  Optional<LocalDate> effective();

  /** The first day on which nobody is on an earlier version any more. */
  Optional<LocalDate> sunset();

  /** Whether those who have not started move. */
  boolean moveNotStarted();

  /** Whether those who have completed before it takes effect get a new cycle. */
  boolean retrainCompleted();

  /**
   * What is wrong with the plan of a first version, which is current at once.
   *
   * @param today the day of the publication
   */
  static List<Problem> checkFirst(@Nullable Plan plan, LocalDate today) {
    return plan == null
        ? List.of()
        : plan.effective().filter(today::isBefore).stream()
            .map(day -> Problem.error(
                "MAPPING-007",
                "effective",
                "A first version is current at once; publish it on " + day + "."))
            .toList();
  }
}
