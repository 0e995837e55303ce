package org.lmskit.competency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LearnerId;

/**
 * Evidence as a host tells of it.
 *
 * @param learner whose
 * @param competency of what
 * @param level on which level, 0 or more; a rating of 0 says that he cannot do it
 * @param observedOn the civil day of which it is, not after today
 * @param validUntilOrNull the first day on which it is not valid; null for ever
 * @param source where it comes from
 * @param note in words; may be empty
 */
public record EvidenceEntry(
    LearnerId learner,
    CompetencyId competency,
    int level,
    LocalDate observedOn,
    @Nullable LocalDate validUntilOrNull,
    EvidenceSource source,
    String note) {
  /** @throws IllegalArgumentException if the level is below 0, or it ends before it begins */
  public EvidenceEntry {
    if (level < 0) {
      throw new IllegalArgumentException("level " + level);
    }
    if (validUntilOrNull != null && !validUntilOrNull.isAfter(observedOn)) {
      throw new IllegalArgumentException("of " + observedOn + " until before " + validUntilOrNull);
    }
  }

  /** A rating that does not end by itself. */
  public static EvidenceEntry rating(
      String learner, String competency, int level, LocalDate observedOn) {
    return new EvidenceEntry(
        new LearnerId(learner),
        new CompetencyId(competency),
        level,
        observedOn,
        null,
        EvidenceSource.RATING,
        "");
  }

  /** The same from somewhere else. */
  public EvidenceEntry from(EvidenceSource other) {
    return new EvidenceEntry(learner, competency, level, observedOn, validUntilOrNull, other, note);
  }

  /** The same, not valid any more from this day on. */
  public EvidenceEntry until(LocalDate day) {
    return new EvidenceEntry(learner, competency, level, observedOn, day, source, note);
  }

  /** The same with a note, which is kept where it can be erased. */
  public EvidenceEntry noted(String words) {
    return new EvidenceEntry(
        learner, competency, level, observedOn, validUntilOrNull, source, words);
  }
}
