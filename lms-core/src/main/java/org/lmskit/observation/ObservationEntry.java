package org.lmskit.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LearnerId;

/**
 * What an observer saw.
 *
 * @param checklist by which he observed
 * @param learner whom
 * @param observer who
 * @param observedAtOrNull when, not after now; null for now
 * @param points by criterion, each criterion of the checklist once
 * @param comment in the observer's words; may be empty
 */
public record ObservationEntry(
    ChecklistId checklist,
    LearnerId learner,
    LearnerId observer,
    @Nullable Instant observedAtOrNull,
    Map<String, BigDecimal> points,
    String comment) {
  /** Copies the map; equal points are written alike. */
  public ObservationEntry {
    TreeMap<String, BigDecimal> plain = new TreeMap<>();
    points.forEach((criterion, value) ->
        plain.put(criterion, new BigDecimal(value.stripTrailingZeros().toPlainString())));
    points = Collections.unmodifiableMap(plain);
  }

  /** An observation of now, without points yet. */
  public static ObservationEntry of(String checklist, String learner, String observer) {
    return new ObservationEntry(
        new ChecklistId(checklist),
        new LearnerId(learner),
        new LearnerId(observer),
        null,
        Map.of(),
        "");
  }

  /** The same with these points for a criterion. */
  public ObservationEntry points(String criterion, BigDecimal value) {
    TreeMap<String, BigDecimal> more = new TreeMap<>(points);
    more.put(criterion, value);
    return new ObservationEntry(checklist, learner, observer, observedAtOrNull, more, comment);
  }

  /** The same with these points for a criterion. */
  public ObservationEntry points(String criterion, int value) {
    return points(criterion, BigDecimal.valueOf(value));
  }

  /** The same, observed at this time. */
  public ObservationEntry at(Instant observedAt) {
    return new ObservationEntry(checklist, learner, observer, observedAt, points, comment);
  }

  /** The same with a comment, which is kept where it can be erased. */
  public ObservationEntry commented(String words) {
    return new ObservationEntry(checklist, learner, observer, observedAtOrNull, points, words);
  }

  /** When it was observed, if that was not just now. */
  public Optional<Instant> observedAt() {
    return Optional.ofNullable(observedAtOrNull);
  }
}
