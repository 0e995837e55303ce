package org.lmskit.assessment.gradebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/**
 * What a gradebook makes of one person's grades.
 *
 * @param totalOrNull the weighted mean of what counts; null if nothing does
 * @param counted the columns that count, in their order
 * @param dropped the columns whose grades fell away, in their order
 */
public record Grade(@Nullable Rational totalOrNull, List<String> counted, List<String> dropped) {
  /** Copies the lists. */
  public Grade {
    counted = List.copyOf(counted);
    dropped = List.copyOf(dropped);
  }

  /** The weighted mean of what counts; absent if nothing does. */
  public Optional<Rational> total() {
    return Optional.ofNullable(totalOrNull);
  }
}
