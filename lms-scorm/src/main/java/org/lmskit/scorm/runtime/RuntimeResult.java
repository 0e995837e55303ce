package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * What content achieved so far, in the words of SCORM 2004 whatever its version. In browse and
 * review it is what was achieved before.
 *
 * @param isRecorded whether it counts: not in browse and review
 * @param forCredit whether success and score count too
 * @param completion how far it is
 * @param success whether it was mastered
 * @param score its score; parts that were not set are absent
 * @param progressOrNull how far it is, 0 to 1
 * @param totalTime of all sessions that ended, a month counted as 30 days
 * @param objectives in the order of {@code cmi.objectives}
 * @param interactions in the order of {@code cmi.interactions}
 * @param sharedData values of the data stores that this content may write, by store id; a store that
 *     was emptied has the empty string
 * @param preferences the learner's preferences that were set, by element name
 * @param location the content's bookmark; empty if none
 */
public record RuntimeResult(
    boolean isRecorded,
    boolean forCredit,
    Completion completion,
    Success success,
    Score score,
    @Nullable BigDecimal progressOrNull,
    Duration totalTime,
    List<ObjectiveResult> objectives,
    List<InteractionResult> interactions,
    Map<String, String> sharedData,
    Map<String, String> preferences,
    String location) {
  /** Copies the collections. */
  public RuntimeResult {
    objectives = List.copyOf(objectives);
    interactions = List.copyOf(interactions);
    sharedData = Map.copyOf(sharedData);
    preferences = Map.copyOf(preferences);
  }

  /** How far it is, 0 to 1. */
  public Optional<BigDecimal> progress() {
    return Optional.ofNullable(progressOrNull);
  }
}
