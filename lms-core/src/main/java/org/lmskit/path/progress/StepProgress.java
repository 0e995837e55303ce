package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.EnrollmentId;
import org.lmskit.path.StepId;

/**
 * How far a learner is with one step of a path.
 *
 * @param step which
 * @param satisfiedOnOrNull since when it is satisfied; null if it is not
 * @param waivedOnOrNull since when he need not do it; null if he has to
 * @param enrollmentOrNull where the path leads him, to a course or another path; null if nowhere yet, or if he was there
 *     already
 * @param countsAfterOrNull what was done up to this day does not count; null if everything counts
 */
public record StepProgress(
    StepId step,
    @Nullable LocalDate satisfiedOnOrNull,
    @Nullable LocalDate waivedOnOrNull,
    @Nullable EnrollmentId enrollmentOrNull,
    @Nullable LocalDate countsAfterOrNull) {
  static StepProgress untouched(StepId step, @Nullable LocalDate countsAfter) {
    return new StepProgress(step, null, null, null, countsAfter);
  }

  /** Since when it is satisfied, or need not be. */
  public Optional<LocalDate> since() {
    return Stream.of(satisfiedOn(), Optional.ofNullable(waivedOnOrNull))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo);
  }

  /** Since when it is satisfied. */
  public Optional<LocalDate> satisfiedOn() {
    return Optional.ofNullable(satisfiedOnOrNull);
  }

  /** Whether the learner need not do it. */
  public boolean waived() {
    return waivedOnOrNull != null;
  }

  StepProgress satisfied(LocalDate day) {
    LocalDate first =
        satisfiedOnOrNull == null || day.isBefore(satisfiedOnOrNull) ? day : satisfiedOnOrNull;
    return new StepProgress(step, first, waivedOnOrNull, enrollmentOrNull, countsAfterOrNull);
  }

  StepProgress waived(@Nullable LocalDate day) {
    return new StepProgress(step, satisfiedOnOrNull, day, enrollmentOrNull, countsAfterOrNull);
  }

  StepProgress leadingTo(EnrollmentId enrollment) {
    return new StepProgress(step, satisfiedOnOrNull, waivedOnOrNull, enrollment, countsAfterOrNull);
  }

  StepProgress carriedTo(StepId later) {
    return new StepProgress(
        later, satisfiedOnOrNull, waivedOnOrNull, enrollmentOrNull, countsAfterOrNull);
  }
}
