package org.lmskit.certification;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Subject;
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
 * @param primaryOrNull the course or learning path whose completion is that of the primary path; absent if the host
 *     records completions itself
 * @param renewalOrNull the same for the renewal path; absent if it is the primary one
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
    boolean retroactive,
    @Nullable Subject primaryOrNull,
    @Nullable Subject renewalOrNull) {
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
        false,
        null,
        null);
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
        retroactive,
        primaryOrNull,
        renewalOrNull);
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
        retroactive,
        primaryOrNull,
        renewalOrNull);
  }

  /** The same with another renewal window. */
  public Certification renewalWindow(Period other) {
    return new Certification(
        id,
        title,
        basis,
        validity,
        other,
        grace,
        graceCountsAsCompliant,
        effectiveOn,
        retroactive,
        primaryOrNull,
        renewalOrNull);
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
        retroactive,
        primaryOrNull,
        renewalOrNull);
  }

  /** The same, with another answer to whether grace counts as compliant. */
  public Certification graceCountsAsCompliant(boolean counts) {
    return new Certification(
        id,
        title,
        basis,
        validity,
        renewalWindow,
        grace,
        counts,
        effectiveOn,
        retroactive,
        primaryOrNull,
        renewalOrNull);
  }

  /** The same, in force from another day on. */
  public Certification effectiveOn(LocalDate day) {
    return new Certification(
        id,
        title,
        basis,
        validity,
        renewalWindow,
        grace,
        graceCountsAsCompliant,
        day,
        retroactive,
        primaryOrNull,
        renewalOrNull);
  }

  /** The same for all earlier awards too, or not. */
  public Certification retroactive(boolean all) {
    return new Certification(
        id,
        title,
        basis,
        validity,
        renewalWindow,
        grace,
        graceCountsAsCompliant,
        effectiveOn,
        all,
        primaryOrNull,
        renewalOrNull);
  }

  /** The same, whose primary path is this course or learning path; see {@code Subject.course}. */
  public Certification primary(Subject subject) {
    return new Certification(
        id,
        title,
        basis,
        validity,
        renewalWindow,
        grace,
        graceCountsAsCompliant,
        effectiveOn,
        retroactive,
        subject,
        renewalOrNull);
  }

  /** The same, whose renewal path is this course or learning path. */
  public Certification renewal(Subject subject) {
    return new Certification(
        id,
        title,
        basis,
        validity,
        renewalWindow,
        grace,
        graceCountsAsCompliant,
        effectiveOn,
        retroactive,
        primaryOrNull,
        subject);
  }

  /** The path that the completion of a subject completes; the primary one if it is both. */
  Optional<Path> pathOf(Subject subject) {
    if (subject.equals(primaryOrNull)) {
      return Optional.of(Path.PRIMARY);
    }
    return subject.equals(renewalOrNull) ? Optional.of(Path.RENEWAL) : Optional.empty();
  }

  /** What its paths are; empty if the host records completions itself. */
  public List<Subject> subjects() {
    return Stream.of(Optional.ofNullable(primaryOrNull), Optional.ofNullable(renewalOrNull))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Why it cannot be published; empty if it can. Codes: {@code CERTIFICATION-001} a validity that is not positive,
   * {@code -002} a negative window or grace, {@code -003} a window that is not shorter than the validity, {@code -004} a
   * minimum active period that is not longer than the window, {@code -005} a path that is neither a course nor a learning
   * path.
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
    subjects().stream()
        .filter(
            subject -> subject.kind() != Subject.Kind.COURSE && subject.kind() != Subject.Kind.PATH)
        .forEach(subject -> problems.add(error(
            "005",
            "path",
            subject + " cannot be a path to an award; give a course or a learning path")));
    return List.copyOf(problems);
  }

  private Problem error(String number, String part, String message) {
    return Problem.error("CERTIFICATION-" + number, id.value() + "/" + part, message);
  }
}
