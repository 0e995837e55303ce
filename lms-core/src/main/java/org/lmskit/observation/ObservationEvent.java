package org.lmskit.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;

/** What happened to checklists and observations. */
public sealed interface ObservationEvent extends LmsEvent {
  /** An event about one observation. */
  sealed interface OfObservation extends ObservationEvent {
    /** Which observation, of whom and by whom. */
    ObservationRef of();

    @Override
    default List<LearnerKey> learners() {
      return List.of(of().learner());
    }
  }

  /**
   * A version of a checklist was published.
   *
   * @param header what all events have in common
   * @param version all of it
   */
  record ChecklistPublished(EventHeader header, ChecklistVersion version)
      implements ObservationEvent {}

  /**
   * Nobody is observed by a checklist any more.
   *
   * @param header what all events have in common
   * @param checklist which
   */
  record ChecklistRetired(EventHeader header, ChecklistId checklist) implements ObservationEvent {}

  /**
   * Somebody was observed. This very record is what is signed off.
   *
   * @param header what all events have in common; it happened when it was observed
   * @param of which, of whom and by whom
   * @param points by criterion
   * @param verdict what they come to
   * @param signOffUntil the last day on which it can be signed off
   * @param commentOrNull the digest of the comment; null without one
   * @param correctsOrNull the observation whose place it takes; null if none
   * @param reasonOrNull the digest of the reason of the correction; null if it is none
   */
  record ObservationRecorded(
      EventHeader header,
      ObservationRef of,
      Map<String, BigDecimal> points,
      Verdict verdict,
      LocalDate signOffUntil,
      @Nullable Sha256 commentOrNull,
      @Nullable ObservationId correctsOrNull,
      @Nullable Sha256 reasonOrNull)
      implements OfObservation {
    /** Copies the map. */
    public ObservationRecorded {
      points = Collections.unmodifiableMap(new TreeMap<>(points));
    }
  }

  /**
   * An observation was signed off.
   *
   * @param header what all events have in common
   * @param of which, of whom and by whom
   * @param signature of whoever is responsible
   */
  record ObservationSignedOff(EventHeader header, ObservationRef of, Signature signature)
      implements OfObservation {}

  /**
   * Whoever is responsible did not sign an observation off.
   *
   * @param header what all events have in common
   * @param of which, of whom and by whom
   * @param decliner who declined
   * @param note the digest of the reason
   */
  record SignOffDeclined(EventHeader header, ObservationRef of, LearnerKey decliner, Sha256 note)
      implements OfObservation {}

  /**
   * A person decided that an observation counts, although its observer is in doubt.
   *
   * @param header what all events have in common
   * @param of which, of whom and by whom
   * @param note the digest of the reason
   */
  record ObservationUpheld(EventHeader header, ObservationRef of, Sha256 note)
      implements OfObservation {}

  /**
   * A person decided that an observation does not count any more; what it led to stays.
   *
   * @param header what all events have in common
   * @param of which, of whom and by whom
   * @param note the digest of the reason
   */
  record ObservationInvalidated(EventHeader header, ObservationRef of, Sha256 note)
      implements OfObservation {}
}
