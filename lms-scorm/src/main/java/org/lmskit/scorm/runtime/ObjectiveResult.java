package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * What content says about an objective.
 *
 * @param id its identifier; empty in SCORM 1.2 if the content gave none
 * @param success whether it was mastered
 * @param completion how far it is
 * @param score its score; parts that were not set are absent
 * @param progressOrNull how far it is, 0 to 1
 * @param description in the content's words; empty if it gave none
 */
public record ObjectiveResult(
    String id,
    Success success,
    Completion completion,
    Score score,
    @Nullable BigDecimal progressOrNull,
    String description) {
  /** How far it is, 0 to 1. */
  public Optional<BigDecimal> progress() {
    return Optional.ofNullable(progressOrNull);
  }
}
