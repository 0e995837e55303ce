package org.lmskit.assessment.item;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lmskit.catalog.Text;

/**
 * What a person grades an answer by.
 *
 * @param criteria each is given points; at least one
 */
public record Rubric(List<Criterion> criteria) {
  /**
   * One thing that is judged.
   *
   * @param id unique within the rubric
   * @param title what is judged
   * @param max the most points
   * @param levels what so many points stand for; a grader may give anything from 0 to the most
   */
  public record Criterion(String id, Text title, BigDecimal max, List<Level> levels) {
    /** @throws IllegalArgumentException if the id is no identifier, or points are outside 0 to the most */
    public Criterion {
      Identifiers.check(id);
      levels = List.copyOf(levels);
      BigDecimal most = max;
      if (max.signum() <= 0 || levels.stream().anyMatch(level -> !level.isWithin(most))) {
        throw new IllegalArgumentException(
            "criterion " + id + " with " + max + " points and levels " + levels);
      }
    }

    /** A criterion without levels. */
    public static Criterion of(String id, String title, int max) {
      return new Criterion(id, Text.of(title), BigDecimal.valueOf(max), List.of());
    }
  }

  /**
   * What points stand for.
   *
   * @param points how many
   * @param description when they are deserved
   */
  public record Level(BigDecimal points, Text description) {
    boolean isWithin(BigDecimal max) {
      return points.signum() >= 0 && points.compareTo(max) <= 0;
    }
  }

  /** @throws IllegalArgumentException if there is no criterion, or two have one id */
  public Rubric {
    criteria = List.copyOf(criteria);
    Set<String> ids = new HashSet<>();
    criteria.forEach(criterion -> ids.add(criterion.id()));
    if (criteria.isEmpty() || ids.size() < criteria.size()) {
      throw new IllegalArgumentException("a rubric with the criteria " + criteria);
    }
  }

  /** A rubric of these criteria. */
  public static Rubric of(Criterion... criteria) {
    return new Rubric(Arrays.asList(criteria));
  }

  /** The most points. */
  public BigDecimal max() {
    return criteria.stream().map(Criterion::max).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
