package org.lmskit.observation;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Text;
import org.lmskit.model.Id;

/**
 * One thing that an observer looks at.
 *
 * @param id unique within the checklist
 * @param text what the observer reads
 * @param scale which points it can be given
 * @param criticalOrNull the points without which nothing is passed, whatever the sum; null if it is not critical
 */
public record Criterion(
    String id, Text text, Scale scale, @Nullable BigDecimal criticalOrNull) {
  /** @throws IllegalArgumentException if the id is empty, too long or has control characters */
  public Criterion {
    Id.check(id);
  }

  /** A criterion that is not critical. */
  public static Criterion of(String id, String text, Scale scale) {
    return new Criterion(id, Text.of(text), scale, null);
  }

  /** The same, critical: without at least these points nothing is passed. */
  public Criterion critical(BigDecimal least) {
    return new Criterion(id, text, scale, least);
  }

  /** The same, critical: without at least these points nothing is passed. */
  public Criterion critical(int least) {
    return critical(BigDecimal.valueOf(least));
  }

  /** The points without which nothing is passed. */
  public Optional<BigDecimal> critical() {
    return Optional.ofNullable(criticalOrNull);
  }
}
