package org.lmskit.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

/**
 * What an observer saw a learner do, and what became of it. Built from its events alone: points are never changed, a correction
 * is another observation.
 *
 * @param ref which, of whom and by whom
 * @param observedAt when
 * @param observedOn the learner's civil day: what the observation is evidence of since
 * @param points by criterion
 * @param verdict what they come to
 * @param signOffUntil the last day on which it can be signed off
 * @param state where it stands
 * @param upheld whether a person decided that it counts although its observer is in doubt
 * @param event that recorded it, and that is signed
 * @param commentOrNull the digest of the comment; null without one
 * @param correctsOrNull the observation whose place it took; null if none
 * @param supersededByOrNull the observation that took its place; null if none
 * @param signatureOrNull of whoever signed it off; null if nobody did
 */
public record Observation(
    ObservationRef ref,
    Instant observedAt,
    LocalDate observedOn,
    Map<String, BigDecimal> points,
    Verdict verdict,
    LocalDate signOffUntil,
    ObservationState state,
    boolean upheld,
    EventId event,
    @Nullable Sha256 commentOrNull,
    @Nullable ObservationId correctsOrNull,
    @Nullable ObservationId supersededByOrNull,
    @Nullable Signature signatureOrNull) {
  /** Observations by id, found by both persons, by learner while they wait, and by learner and checklist where they count. */
  public static final Kind<Observation> KIND = Kind.<Observation>mutable(
          "observation", observation -> observation.id().value())
      .time(Observation::observedAt)
      .index("learner", observation -> observation.learner().value())
      .index("observer", observation -> observation.observer().value())
      .index("state", observation -> observation.state().name())
      .index("awaiting", Observation::awaitingKey)
      .index("counting", Observation::countingKey)
      .body(JsonBody.of(Observation.class));

  /** Copies the map. */
  public Observation {
    points = Collections.unmodifiableMap(new TreeMap<>(points));
  }

  /** Its id. */
  public ObservationId id() {
    return ref.observation();
  }

  /** Who was observed. */
  public LearnerKey learner() {
    return ref.learner();
  }

  /** Who observed. */
  public LearnerKey observer() {
    return ref.observer();
  }

  /** By which checklist. */
  public ChecklistId checklist() {
    return ref.checklist();
  }

  /** The digest of the comment. */
  public Optional<Sha256> comment() {
    return Optional.ofNullable(commentOrNull);
  }

  /** The observation whose place it took. */
  public Optional<ObservationId> corrects() {
    return Optional.ofNullable(correctsOrNull);
  }

  /** The observation that took its place. */
  public Optional<ObservationId> supersededBy() {
    return Optional.ofNullable(supersededByOrNull);
  }

  /** The signature of whoever signed it off, also after it was superseded. */
  public Optional<Signature> signature() {
    return Optional.ofNullable(signatureOrNull);
  }

  static String countingKey(LearnerKey learner, ChecklistId checklist) {
    return learner + " " + checklist;
  }

  private @Nullable String awaitingKey() {
    return state == ObservationState.AWAITING_SIGN_OFF ? learner().value() : null;
  }

  private @Nullable String countingKey() {
    return state == ObservationState.PASSED ? countingKey(learner(), checklist()) : null;
  }
}
