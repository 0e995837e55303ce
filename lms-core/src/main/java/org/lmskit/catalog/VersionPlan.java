package org.lmskit.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import org.lmskit.model.UnitId;
import org.lmskit.version.Change;
import org.lmskit.version.Plan;

/**
 * When a version takes effect, and what then becomes of the learners of earlier ones: those who have
 * not started move; those in progress stay until the sunset day and then migrate by the mapping, their
 * old results kept as history; those who have completed keep that.
 *
 * @param mapping one change for each unit of the version before and of the new one
 * @param effectiveOrNull the first day on which the new version is current; null for the day of its publication
 * @param sunsetOrNull the first day on which nobody works on an earlier version any more; null to
 *     let everybody finish
 * @param moveNotStarted whether those who have not started move
 * @param retrainCompleted whether those who have completed before it takes effect get a new cycle, with
 *     nothing carried over
 */
public record VersionPlan(
    List<UnitChange> mapping,
    @Nullable LocalDate effectiveOrNull,
    @Nullable LocalDate sunsetOrNull,
    boolean moveNotStarted,
    boolean retrainCompleted)
    implements Plan {
  /** For a first version: there is nobody to move. */
  public static final VersionPlan FIRST = new VersionPlan(List.of(), null, null, true, false);

  /** Copies the mapping. */
  public VersionPlan {
    mapping = List.copyOf(mapping);
  }

  /** The default treatment of learners, with this mapping. */
  public static VersionPlan of(List<UnitChange> mapping) {
    return new VersionPlan(mapping, null, null, true, false);
  }

  /**
   * A proposal to read before it is used: units of the same id are equivalent if their content is
   * the same, else to be redone; others are removed or new.
   */
  public static VersionPlan propose(Course from, Course to) {
    List<UnitChange> mapping = new ArrayList<>();
    for (Unit unit : from.units()) {
      Optional<Unit> later = to.find(unit.id());
      mapping.add(later
          .map(found -> between(unit, found))
          .orElseGet(() -> new UnitChange(UnitChange.Kind.REMOVED, unit.id(), null)));
    }
    to.units().stream()
        .filter(unit -> from.find(unit.id()).isEmpty())
        .forEach(unit -> mapping.add(new UnitChange(UnitChange.Kind.NEW, null, unit.id())));
    return of(mapping);
  }

  /** The same with the first day on which the new version is current, instead of the day of its publication. */
  public VersionPlan effective(LocalDate day) {
    return new VersionPlan(mapping, day, sunsetOrNull, moveNotStarted, retrainCompleted);
  }

  /** The same with a day from which on nobody works on an earlier version. */
  public VersionPlan sunset(LocalDate day) {
    return new VersionPlan(mapping, effectiveOrNull, day, moveNotStarted, retrainCompleted);
  }

  /** The same, but those who have not started stay too. */
  public VersionPlan keepNotStarted() {
    return new VersionPlan(mapping, effectiveOrNull, sunsetOrNull, false, retrainCompleted);
  }

  /** The same, and those who have completed do it again. */
  public VersionPlan retrainingCompleted() {
    return new VersionPlan(mapping, effectiveOrNull, sunsetOrNull, moveNotStarted, true);
  }

  /** The first day on which the new version is current, if that is not the day of its publication. */
  @Override
  public Optional<LocalDate> effective() {
    return Optional.ofNullable(effectiveOrNull);
  }

  /** The first day on which nobody works on an earlier version any more. */
  @Override
  public Optional<LocalDate> sunset() {
    return Optional.ofNullable(sunsetOrNull);
  }

  /** The unit of the earlier version whose results count for this one. */
  public Optional<UnitId> equivalentOf(UnitId later) {
    return mapping.stream()
        .filter(change -> change.kind() == UnitChange.Kind.EQUIVALENT)
        .filter(change -> later.equals(change.toOrNull()))
        .findFirst()
        .map(UnitChange::fromOrNull);
  }

  /**
   * What is wrong with this plan between two versions.
   *
   * @param today the day of the publication
   */
  List<Problem> check(CourseVersion from, Course to, LocalDate today) {
    List<Problem> problems =
        new ArrayList<>(from.day().check(effectiveOrNull, sunsetOrNull, today));
    problems.addAll(Change.check(mapping, ids(from.course()), ids(to), "unit"));
    return problems;
  }

  private static List<UnitId> ids(Course course) {
    return course.units().stream().map(Unit::id).toList();
  }

  private static UnitChange between(Unit from, Unit to) {
    boolean isSame = from.content().equals(to.content());
    return new UnitChange(
        isSame ? UnitChange.Kind.EQUIVALENT : UnitChange.Kind.REDO, from.id(), to.id());
  }
}
