package org.lmskit.report;

import org.lmskit.assignment.Audience;
import org.lmskit.certification.CertificationId;

/**
 * That somebody certified has to be there: "the night shift needs 2 forklift holders".
 *
 * @param name of the need, for people
 * @param audience among whom: a position, a part of the organisation, a group such as a shift
 * @param certification what they must hold
 * @param atLeast how many must
 */
public record CoverageNeed(
    String name, Audience audience, CertificationId certification, int atLeast) {
  /** @throws IllegalArgumentException if fewer than one are needed */
  public CoverageNeed {
    if (atLeast < 1) {
      throw new IllegalArgumentException("need " + name + " of " + atLeast);
    }
  }
}
