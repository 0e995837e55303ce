package org.lmskit.observation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the points of an observation come to.
 *
 * @param sum of all points
 * @param passed whether that is enough
 * @param failedCriteria the critical criteria that were not reached, in their order
 */
public record Verdict(BigDecimal sum, boolean passed, List<String> failedCriteria) {
  /** Copies the list. */
  public Verdict {
    failedCriteria = List.copyOf(failedCriteria);
  }

  /** By this checklist, which all points belong to. */
  static Verdict of(Checklist checklist, Map<String, BigDecimal> points) {
    BigDecimal sum = points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> failed = checklist.criteria().stream()
        .filter(one -> one.critical()
            .filter(least -> Objects.requireNonNull(points.get(one.id())).compareTo(least) < 0)
            .isPresent())
        .map(Criterion::id)
        .toList();
    return new Verdict(sum, failed.isEmpty() && sum.compareTo(checklist.leastSum()) >= 0, failed);
  }
}
