package org.lmskit.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Requirement;

/**
 * When a step opens for a learner: on a day, after other steps, and if a condition holds; all three have to be met. What
 * was done elsewhere before it opens counts all the same.
 *
 * @param fromOrNull the first day; null for any day
 * @param after the steps that have to be satisfied before
 * @param whenOrNull what else has to be met, for branches; null for nothing
 */
public record Opening(
    @Nullable DayRule fromOrNull,
    List<StepId> after,
    @Nullable Requirement whenOrNull) {
  /** Open at once. */
  public static final Opening AT_ONCE = new Opening(null, List.of(), null);

  /** Copies the list. */
  public Opening {
    after = List.copyOf(after);
  }

  /** Open from a day on. */
  public static Opening from(DayRule day) {
    return new Opening(day, List.of(), null);
  }

  /** The same, only after this step too. */
  public Opening after(String step) {
    List<StepId> more = new ArrayList<>(after);
    more.add(new StepId(step));
    return new Opening(fromOrNull, more, whenOrNull);
  }

  /** The same, only if this is met. */
  public Opening when(Requirement condition) {
    return new Opening(fromOrNull, after, condition);
  }

  /** The rule of the first day. */
  public Optional<DayRule> from() {
    return Optional.ofNullable(fromOrNull);
  }

  /** What else has to be met. */
  public Optional<Requirement> when() {
    return Optional.ofNullable(whenOrNull);
  }
}
