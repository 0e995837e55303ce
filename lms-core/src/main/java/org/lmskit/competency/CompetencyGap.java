package org.lmskit.competency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/**
 * What somebody lacks of one competency.
 *
 * @param need what the position needs
 * @param have his level; 0 without valid evidence
 * @param evidenceOrNull by which he has it; null without valid evidence
 */
public record CompetencyGap(Need need, int have, @Nullable EvidenceId evidenceOrNull) {
  /** How many levels are missing, never below 0: more than needed makes up for nothing else. */
  public int gap() {
    return Math.max(0, need.level() - have);
  }

  /** The missing levels by their weight. */
  public Rational weighted() {
    return Rational.of(need.weight()).times(Rational.of(gap()));
  }

  /** By which evidence he has it. */
  public Optional<EvidenceId> evidence() {
    return Optional.ofNullable(evidenceOrNull);
  }
}
