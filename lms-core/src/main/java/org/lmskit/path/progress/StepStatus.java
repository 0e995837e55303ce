package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;

/**
 * Where a learner stands with one step on a day.
 *
 * @param step which
 * @param state where he stands
 * @param sinceOrNull since when it is satisfied or waived; null if it is not
 * @param opensOnOrNull the first day on which it is open; null as long as something has to be done before
 * @param dueOnOrNull the last day on which it is done in time; null without one, or as long as it cannot be told
 * @param waitsFor the steps that have to be satisfied before it opens, and are not yet
 * @param waitsForCondition whether its condition has to be met before it opens, and is not yet
 */
public record StepStatus(
    Step step,
    State state,
    @Nullable LocalDate sinceOrNull,
    @Nullable LocalDate opensOnOrNull,
    @Nullable LocalDate dueOnOrNull,
    List<StepId> waitsFor,
    boolean waitsForCondition) {
  /** Where a learner can stand with a step. */
  public enum State {
    /** It opens later. */
    LOCKED,
    /** It can be worked on. */
    OPEN,
    /** It is satisfied. */
    SATISFIED,
    /** It need not be done. */
    WAIVED,
    /** It cannot be satisfied any more, unless it is waived. */
    IMPOSSIBLE
  }

  /** Copies the list. */
  public StepStatus {
    waitsFor = List.copyOf(waitsFor);
  }

  /** Since when it is satisfied or waived. */
  public Optional<LocalDate> since() {
    return Optional.ofNullable(sinceOrNull);
  }

  /** The first day on which it is open; absent as long as something has to be done before. */
  public Optional<LocalDate> opensOn() {
    return Optional.ofNullable(opensOnOrNull);
  }

  /** The last day on which it is done in time. */
  public Optional<LocalDate> dueOn() {
    return Optional.ofNullable(dueOnOrNull);
  }

  /** Whether it counts as done. */
  public boolean done() {
    return state == State.SATISFIED || state == State.WAIVED;
  }
}
