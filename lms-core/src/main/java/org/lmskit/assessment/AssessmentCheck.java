package org.lmskit.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.model.Problem;

/** What is wrong with an assessment. */
final class AssessmentCheck {
  static final String TWO_POOLS = "ASSESSMENT-003";
  static final String DRAW = "ASSESSMENT-004";
  static final String UNKNOWN = "ASSESSMENT-005";

  private final List<Problem> problems = new ArrayList<>();

  private AssessmentCheck() {}

  static List<Problem> of(Assessment assessment) {
    AssessmentCheck check = new AssessmentCheck();
    check.sections(assessment);
    check.pools(assessment);
    check.limits(assessment);
    check.feedback(assessment);
    return List.copyOf(check.problems);
  }

  /** The finding that an item does not exist. */
  static Problem unknown(ItemId item) {
    return Problem.error(UNKNOWN, "/items/" + item, "no item " + item + " is published");
  }

  private void sections(Assessment assessment) {
    if (assessment.items().isEmpty()) {
      error("ASSESSMENT-001", "/sections", "an assessment without items");
    }
    Set<String> ids = new HashSet<>();
    assessment.sections().stream()
        .map(Section::id)
        .filter(id -> !ids.add(id))
        .forEach(id -> error("ASSESSMENT-002", "/sections/" + id, "two sections are called " + id));
  }

  private void pools(Assessment assessment) {
    Map<ItemId, String> places = new HashMap<>();
    for (Section section : assessment.sections()) {
      for (int i = 0; i < section.pools().size(); i++) {
        Pool pool = section.pools().get(i);
        String place = "/sections/" + section.id() + "/pools/" + (i + 1);
        pool.items().forEach(item -> place(item, place, places));
        if (pool.draw() > pool.items().size()) {
          error(
              DRAW,
              place,
              "a draw of " + pool.draw() + " from a pool of " + pool.items().size());
        }
      }
    }
  }

  private void place(ItemId item, String place, Map<ItemId, String> places) {
    String other = places.putIfAbsent(item, place);
    if (other != null) {
      error(TWO_POOLS, place, "item " + item + " is in " + other + " already");
    }
  }

  private void limits(Assessment assessment) {
    assessment
        .passing()
        .filter(share -> share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)
        .ifPresent(
            share -> error("ASSESSMENT-006", "/passing", "a passing score outside 0..1: " + share));
    assessment
        .timeLimit()
        .filter(limit -> limit.isZero() || limit.isNegative())
        .ifPresent(limit -> error("ASSESSMENT-007", "/timeLimit", "a time limit of " + limit));
    for (Section section : assessment.sections()) {
      section.timeLimits().ifPresent(limits -> limits(assessment, section.id(), limits));
    }
  }

  private void feedback(Assessment assessment) {
    Set<BigDecimal> from = new HashSet<>();
    for (ScoreBand band : assessment.feedback()) {
      if (band.from().signum() < 0 || band.from().compareTo(BigDecimal.ONE) > 0) {
        error("ASSESSMENT-010", "/feedback", "feedback from outside 0..1: " + band.from());
      }
      if (!from.add(band.from().stripTrailingZeros())) {
        error("ASSESSMENT-010", "/feedback", "feedback twice from " + band.from());
      }
    }
  }

  private void limits(Assessment assessment, String section, TimeLimits limits) {
    String place = "/sections/" + section + "/timeLimits";
    Stream.of(limits.min(), limits.max())
        .flatMap(Optional::stream)
        .filter(limit -> limit.isZero() || limit.isNegative())
        .forEach(limit -> error("ASSESSMENT-008", place, "a time limit of " + limit));
    if (limits.minOrNull() == null && limits.maxOrNull() == null) {
      error("ASSESSMENT-008", place, "limits without a time");
    }
    limits
        .min()
        .ifPresent(min -> Stream.of(limits.max(), assessment.timeLimit())
            .flatMap(Optional::stream)
            .filter(max -> min.compareTo(max) > 0)
            .forEach(
                max -> error("ASSESSMENT-009", place, "at least " + min + ", at most " + max)));
  }

  private void error(String code, String location, String message) {
    problems.add(Problem.error(code, location, message));
  }
}
