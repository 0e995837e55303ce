package org.lmskit.learning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lmskit.catalog.Facts;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Satisfaction;
import org.lmskit.catalog.Subject;
import org.lmskit.model.UnitId;

/**
 * What an enrollment knows of its units, as the course's requirement asks for it.
 *
 * @param enrollment as it stands
 */
record UnitFacts(Enrollment enrollment) implements Facts {
  /** No leaf of a course asks for a date. */
  @Override
  public LocalDate day() {
    return LocalDate.MIN;
  }

  @Override
  public Satisfaction of(Requirement.Leaf leaf) {
    Subject subject = leaf.subject().orElseThrow();
    UnitResult unit = enrollment.unit(new UnitId(subject.id()));
    boolean isMet =
        leaf instanceof Requirement.Passed passed ? isPassed(unit, passed) : unit.satisfied();
    if (isMet) {
      return Satisfaction.SATISFIED;
    }
    return unit.settled() ? Satisfaction.IMPOSSIBLE : Satisfaction.NOT_YET;
  }

  private static boolean isPassed(UnitResult unit, Requirement.Passed leaf) {
    BigDecimal least = leaf.scoreOrNull();
    if (least == null) {
      return unit.success() == Success.PASSED;
    }
    return unit.score()
        .map(Scores::scaled)
        .filter(scaled -> scaled.compareTo(least) >= 0)
        .isPresent();
  }
}
