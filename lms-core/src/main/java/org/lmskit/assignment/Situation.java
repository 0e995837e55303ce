package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a duty stands from a moment on.
 *
 * @param cycle 1 for the first time that the learner has this duty; 0 if he was excluded before he ever had it
 * @param state where it stands
 * @param openedOn the first day of this cycle
 * @param dueOnOrNull the last day on which it is done in time; null without one, and while the days that are left rest
 * @param remainingDaysOrNull how many days are left once it is resumed; null unless it is suspended
 * @param satisfiedOnOrNull the day on which it was done, not before the first day of its cycle; null if it is not
 * @param compliant whether what is asked for is fulfilled: done, waived, or a certification that is still valid
 * @param reasons why it lives, in the order of their names; empty if it does not
 */
public record Situation(
    int cycle,
    AssignmentState state,
    LocalDate openedOn,
    @Nullable LocalDate dueOnOrNull,
    @Nullable Integer remainingDaysOrNull,
    @Nullable LocalDate satisfiedOnOrNull,
    boolean compliant,
    List<LiveReason> reasons) {
  /** Copies the list. */
  public Situation {
    reasons = List.copyOf(reasons);
  }

  /** The last day on which it is done in time. */
  public Optional<LocalDate> dueOn() {
    return Optional.ofNullable(dueOnOrNull);
  }

  /** How many days are left once it is resumed. */
  public Optional<Integer> remainingDays() {
    return Optional.ofNullable(remainingDaysOrNull);
  }

  /** The day on which it was done. */
  public Optional<LocalDate> satisfiedOn() {
    return Optional.ofNullable(satisfiedOnOrNull);
  }

  /** Why it lives. */
  public List<Cause> causes() {
    return reasons.stream().map(LiveReason::cause).toList();
  }

  /** Whether it is still to be done on a day after its due day. */
  public boolean overdueOn(LocalDate day) {
    return state == AssignmentState.ACTIVE && dueOnOrNull != null && day.isAfter(dueOnOrNull);
  }
}
