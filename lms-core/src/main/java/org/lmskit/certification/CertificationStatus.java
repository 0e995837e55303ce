package org.lmskit.certification;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands with a certification on one day.
 *
 * @param day the day
 * @param state the state on it
 * @param compliant whether that fulfils a duty to be certified
 * @param awardOrNull the award that decides: the one that started last
 * @param renewalOpensOnOrNull the first day of that award's renewal window; absent without a window
 * @param graceEndsOnOrNull the first day after that award's grace
 */
public record CertificationStatus(
    LocalDate day,
    CertificationState state,
    boolean compliant,
    @Nullable Award awardOrNull,
    @Nullable LocalDate renewalOpensOnOrNull,
    @Nullable LocalDate graceEndsOnOrNull) {
  /** The award that decides: the one that started last. */
  public Optional<Award> award() {
    return Optional.ofNullable(awardOrNull);
  }

  /** The first day on which that award is not valid; what it says means nothing while PAUSED or REVOKED. */
  public Optional<LocalDate> validUntil() {
    return award().map(Award::validUntil);
  }

  /** The first day of that award's renewal window. */
  public Optional<LocalDate> renewalOpensOn() {
    return Optional.ofNullable(renewalOpensOnOrNull);
  }

  /** The first day after that award's grace. */
  public Optional<LocalDate> graceEndsOn() {
    return Optional.ofNullable(graceEndsOnOrNull);
  }
}
