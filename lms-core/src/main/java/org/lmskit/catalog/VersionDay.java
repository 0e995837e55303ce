package org.lmskit.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import org.lmskit.version.Version;

/**
 * From when on a published version of a course or learning path is the current one: from 00:00 of its day in the tenant's
 * zone until a later version takes effect.
 *
 * @param number of the version
 * @param effectiveOn the first day on which it is current
 * @param title in that version
 */
public record VersionDay(int number, LocalDate effectiveOn, Text title) implements Version {
  /** These versions and one more. */
  public static List<VersionDay> plus(List<VersionDay> versions, VersionDay next) {
    List<VersionDay> all = new ArrayList<>(versions);
    all.add(next);
    return List.copyOf(all);
  }

  /**
   * What is wrong with the days of a version that follows this one.
   *
   * @param effective from when on it is to be current; null for the day of its publication
   * @param sunset from when on nobody is to be on an earlier one; null for never
   * @param today the day of its publication
   */
  public List<Problem> check(
      @Nullable LocalDate effective, @Nullable LocalDate sunset, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    if (effective != null && effective.isBefore(today)) {
      problems.add(Problem.error(
          "MAPPING-004",
          "effective",
          effective + " is past; name today, " + today + ", or a later day."));
    } else if ((effective == null ? today : effective).isBefore(effectiveOn)) {
      problems.add(Problem.error(
          "MAPPING-005",
          "effective",
          "Version " + number + " takes effect on " + effectiveOn
              + "; name that day or a later one."));
    }
    if (effective != null && sunset != null && sunset.isBefore(effective)) {
      problems.add(Problem.error(
          "MAPPING-006",
          "sunset",
          sunset + " is before the version takes effect on " + effective
              + "; name that day or a later one."));
    }
    return problems;
  }
}
