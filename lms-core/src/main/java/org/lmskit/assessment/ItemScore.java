package org.lmskit.assessment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.model.Rational;

/**
 * What an item brought in one attempt.
 *
 * @param ref the version by which it was scored
 * @param max the most that could be earned, above 0
 * @param scoreOrNull what was earned, exact; null until a person has graded it. A blank answer earned 0
 * @param chosen what was chosen: ids of choices, areas or an order, {@code source:target} of pairs, a number; empty for a
 *     blank answer and for what a person wrote
 */
public record ItemScore(
    ItemRef ref, Rational max, @Nullable Rational scoreOrNull, List<String> chosen) {
  /** Copies the list. */
  public ItemScore {
    chosen = List.copyOf(chosen);
  }

  /** Which item. */
  public ItemId item() {
    return ref.item();
  }

  /** What was earned; absent until a person has graded it. */
  public Optional<Rational> score() {
    return Optional.ofNullable(scoreOrNull);
  }
}
