package org.lmskit.competency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PositionId;
import org.lmskit.model.Rational;

/**
 * What somebody lacks for a position on a day.
 *
 * @param learner who
 * @param position as what
 * @param day when
 * @param gaps one for each need, in the order of the needs
 */
public record SkillGap(
    LearnerKey learner, PositionId position, LocalDate day, List<CompetencyGap> gaps) {
  /** Copies the list. */
  public SkillGap {
    gaps = List.copyOf(gaps);
  }

  /** The missing levels of all competencies by their weights, exact. */
  public Rational weightedGap() {
    return gaps.stream().map(CompetencyGap::weighted).reduce(Rational.ZERO, Rational::plus);
  }

  /**
   * How much of what is needed he has, 0 to 1, exact: the sum of weight x min(have, needed) over that of weight x needed; absent
   * where nothing is needed.
   */
  public Optional<Rational> readiness() {
    Rational needed = gaps.stream()
        .map(one -> weighted(one, one.need().level()))
        .reduce(Rational.ZERO, Rational::plus);
    Rational had = gaps.stream()
        .map(one -> weighted(one, Math.min(one.have(), one.need().level())))
        .reduce(Rational.ZERO, Rational::plus);
    return gaps.isEmpty() ? Optional.empty() : Optional.of(had.dividedBy(needed));
  }

  /** What he lacks of a competency; absent if the position does not need it. */
  public Optional<CompetencyGap> of(CompetencyId competency) {
    return gaps.stream()
        .filter(one -> one.need().competency().equals(competency))
        .findFirst();
  }

  private static Rational weighted(CompetencyGap gap, int level) {
    return Rational.of(gap.need().weight()).times(Rational.of(level));
  }
}
