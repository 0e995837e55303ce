package org.lmskit.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.CourseId;
import org.lmskit.model.UnitId;

/**
 * A course as its author sees it: a value to build, to keep as a draft and to publish.
 *
 * @param id the same over all versions
 * @param title shown to learners
 * @param description what it is about; may be empty
 * @param units in the order in which they are shown
 * @param keywords for searching
 * @param completionOrNull what completes it, over its units; null if every required unit has to be
 *     satisfied
 */
public record Course(
    CourseId id,
    Text title,
    Text description,
    List<Unit> units,
    List<String> keywords,
    @Nullable Requirement completionOrNull) {
  /** Copies the lists. */
  public Course {
    units = List.copyOf(units);
    keywords = List.copyOf(keywords);
  }

  /** A course without units. */
  public static Course of(String id, String title) {
    return new Course(new CourseId(id), Text.of(title), Text.EMPTY, List.of(), List.of(), null);
  }

  /** The same with one unit more; see {@link Unit#of}. */
  public Course unit(String unit, String unitTitle, UnitContent content) {
    return unit(Unit.of(unit, unitTitle, content));
  }

  /** The same with one unit more. */
  public Course unit(Unit unit) {
    List<Unit> more = new ArrayList<>(units);
    more.add(unit);
    return new Course(id, title, description, more, keywords, completionOrNull);
  }

  /** The same with these units instead. */
  public Course withUnits(List<Unit> next) {
    return new Course(id, title, description, next, keywords, completionOrNull);
  }

  /** The same with this title. */
  public Course withTitle(Text next) {
    return new Course(id, next, description, units, keywords, completionOrNull);
  }

  /** The same with this description. */
  public Course withDescription(Text next) {
    return new Course(id, title, next, units, keywords, completionOrNull);
  }

  /** The same with these keywords. */
  public Course withKeywords(List<String> next) {
    return new Course(id, title, description, units, next, completionOrNull);
  }

  /**
   * The same, completed by fulfilling this instead of every required unit.
   *
   * @param requirement over units of this course; see {@link Subject#unit}
   */
  public Course withCompletion(Requirement requirement) {
    return new Course(id, title, description, units, keywords, requirement);
  }

  /** What completes it, if it is not every required unit. */
  public Optional<Requirement> completion() {
    return Optional.ofNullable(completionOrNull);
  }

  /** The unit of this id. */
  public Optional<Unit> find(UnitId unit) {
    return units.stream().filter(one -> one.id().equals(unit)).findFirst();
  }

  /** The units that have to be satisfied for completing the course. */
  public List<Unit> required() {
    return units.stream().filter(Unit::required).toList();
  }
}
