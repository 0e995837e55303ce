package org.lmskit.certification;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.model.Problem;

/**
 * The policy of a certification, as a host publishes it. Periods are those of the ISO calendar and clip at the end of a
 * month; compared with each other they count by their shortest length, 28 days a month.
 *
 * @param id the certification
 * @param title for people
 * @param basis what the end of an award is counted from
 * @param validity how long an award is valid; the step of the calendar on a fixed basis
 * @param renewalWindow how long before the end renewing is possible; zero: only in grace
 * @param grace how long after the end the renewal path still leads to an award; zero: not at all
 * @param graceCountsAsCompliant whether a learner in grace counts as compliant
 * @param effectiveOn awards completed from this day on are governed by this version; the first version governs earlier
 *     ones too
 * @param retroactive whether it governs all earlier awards as well
 */
public record Certification(
    CertificationId id,
    String title,
    ExpiryBasis basis,
    Period validity,
    Period renewalWindow,
    Period grace,
    boolean graceCountsAsCompliant,
    LocalDate effectiveOn,
    boolean retroactive) {
  /** A policy on the basis of completion, without window and grace, in force from a day on. */
  public static Certification of(String id, String title, Period validity, LocalDate effectiveOn) {
    return new Certification(
        new CertificationId(id),
        title,
        ExpiryBasis.completion(),
        validity,
        Period.ZERO,
        Period.ZERO,
        false,
        effectiveOn,
        false);
  }

  /** The same with another basis. */
  public Certification basis(ExpiryBasis other) {
    return new Certification(
        id,
        title,
        other,
        validity,
        renewalWindow,
        grace,
        graceCountsAsCompliant,
        effectiveOn,
        retroactive);
  }

  /** The same with another validity. */
  public Certification validity(Period other) {
    return new Certification(
        id,
        title,
        basis,
        other,
        renewalWindow,
        grace,
        graceCountsAsCompliant,
        effectiveOn,
        retroactive);
  }

  /** The same with another renewal window. */
  public Certification renewalWindow(Period other) {
    return new Certification(
        id, title, basis, validity, other, grace, graceCountsAsCompliant, effectiveOn, retroactive);
  }

  /** The same with another grace. */
  public Certification grace(Period other) {
    return new Certification(
        id,
        title,
        basis,
        validity,
        renewalWindow,
        other,
        graceCountsAsCompliant,
        effectiveOn,
        retroactive);
  }

  /** The same, with another answer to whether grace counts as compliant. */
  public Certification graceCountsAsCompliant(boolean counts) {
    return new Certification(
        id, title, basis, validity, renewalWindow, grace, counts, effectiveOn, retroactive);
  }

  /** The same, in force from another day on. */
  public Certification effectiveOn(LocalDate day) {
    return new Certification(
        id, title, basis, validity, renewalWindow, grace, graceCountsAsCompliant, day, retroactive);
  }

  /** The same for all earlier awards too, or not. */
  public Certification retroactive(boolean all) {
    return new Certification(
        id, title, basis, validity, renewalWindow, grace, graceCountsAsCompliant, effectiveOn, all);
  }

  /**
   * Why it cannot be published; empty if it can. Codes: {@code CERTIFICATION-001} a validity that is not positive,
   * {@code -002} a negative window or grace, {@code -003} a window that is not shorter than the validity, {@code -004} a
   * minimum active period that is not longer than the window.
   */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (!Periods.isForward(validity) || validity.isZero()) {
      problems.add(error(
          "001",
          "validity",
          "a validity of " + validity + " never ends well; give at least a day"));
    }
    if (!Periods.isForward(renewalWindow) || !Periods.isForward(grace)) {
      problems.add(error(
          "002",
          "renewalWindow",
          "a window of " + renewalWindow + " or a grace of " + grace
              + " is negative; give zero for none"));
    }
    if (Periods.shortest(renewalWindow) >= Periods.shortest(validity)) {
      problems.add(error(
          "003",
          "renewalWindow",
          "the window of " + renewalWindow + " is not shorter than the validity of " + validity
              + "; make it shorter"));
    }
    if (basis instanceof ExpiryBasis.Fixed fixed
        && Periods.shortest(fixed.minActive()) <= Periods.shortest(renewalWindow)) {
      problems.add(error(
          "004",
          "basis",
          "the minimum active period of " + fixed.minActive() + " is not longer than the window of "
              + renewalWindow + "; make it longer"));
    }
    return List.copyOf(problems);
  }

  private Problem error(String number, String part, String message) {
    return Problem.error("CERTIFICATION-" + number, id.value() + "/" + part, message);
  }
}
