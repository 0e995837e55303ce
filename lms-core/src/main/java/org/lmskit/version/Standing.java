package org.lmskit.version;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Id;
import org.lmskit.model.LearnerKey;

/**
 * Where a learner stands on a course or path, as far as a later version of it asks.
 *
 * @param learner who
 * @param on the course or path
 * @param version the number of the version to which he is pinned
 * @param cycle 1 for the first time that he is on it
 * @param open whether he may still come to complete it
 * @param started whether he has begun
 * @param completedOnOrNull the day on which he completed it; null if he did not, or that was taken away
 */
public record Standing(
    LearnerKey learner,
    Id on,
    int version,
    int cycle,
    boolean open,
    boolean started,
    @Nullable LocalDate completedOnOrNull) {
  /** Whether he works on an earlier version. */
  boolean isBehind(Published to) {
    return open && version < to.number();
  }

  /** Whether he moves when this version takes effect. */
  boolean moves(Published to) {
    boolean isSunset =
        to.plan().sunset().filter(day -> !day.isAfter(to.effectiveOn())).isPresent();
    boolean isNotStarted = to.plan().moveNotStarted() && !started;
    return isBehind(to) && (isSunset || isNotStarted);
  }

  /** Whether he trains again when this version takes effect, if this was his last cycle. */
  boolean retrains(Published to) {
    return to.plan().retrainCompleted()
        && version < to.number()
        && completedOnOrNull != null
        && completedOnOrNull.isBefore(to.effectiveOn());
  }
}
