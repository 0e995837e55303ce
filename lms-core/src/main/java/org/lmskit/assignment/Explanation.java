package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Evaluation;
import org.lmskit.catalog.Subject;

/**
 * Why a duty stands where it stands.
 *
 * @param subject to do what
 * @param situation where it stands
 * @param reasons why it lives, and what each of them says of its due day
 * @param decisions what persons decided about it, in the order of their days
 * @param remainingOrNull how far the open enrollment is from completion; null without one
 */
public record Explanation(
    Subject subject,
    Situation situation,
    List<Because> reasons,
    List<Decision> decisions,
    @Nullable Evaluation remainingOrNull) {
  /** Copies the lists. */
  public Explanation {
    reasons = List.copyOf(reasons);
    decisions = List.copyOf(decisions);
  }

  /**
   * One reason.
   *
   * @param reason which, since when, and its due day
   * @param ruleOrNull the rule that gives the due day; null without one
   * @param allowance from when days count if the engine heard late
   * @param rules whether its due day is the one that holds, extensions aside
   */
  public record Because(
      LiveReason reason, @Nullable DayRule ruleOrNull, Allowance allowance, boolean rules) {}

  /** How far the open enrollment is from completion. */
  public Optional<Evaluation> remaining() {
    return Optional.ofNullable(remainingOrNull);
  }

  /** The last day to which a person extended the duty, if that is what holds. */
  public Optional<LocalDate> extendedTo() {
    return decisions.stream()
        .map(Decision::untilOrNull)
        .filter(until -> until != null && until.equals(situation.dueOnOrNull()))
        .findFirst();
  }
}
