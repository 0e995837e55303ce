package org.lmskit.observation;

import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Rebuilt;
import org.lmskit.observation.ObservationEvent.ObservationRecorded;
import org.lmskit.observation.ObservationEvent.ObservationSignedOff;
import org.lmskit.observation.ObservationEvent.ObservationUpheld;
import org.lmskit.observation.ObservationEvent.OfObservation;
import org.lmskit.observation.ObservationEvent.SignOffDeclined;

/** An observation after one more of its events: the only way in which one changes. */
final class ObservationFold {
  private ObservationFold() {}

  static Observation recorded(ObservationRecorded event) {
    return new Observation(
        event.of(),
        event.occurredAt(),
        event.effectiveOn(),
        event.points(),
        event.verdict(),
        event.signOffUntil(),
        event.verdict().passed() ? ObservationState.AWAITING_SIGN_OFF : ObservationState.NOT_PASSED,
        false,
        event.id(),
        event.commentOrNull(),
        event.correctsOrNull(),
        null,
        null);
  }

  static Observation after(Observation old, OfObservation event) {
    if (event instanceof ObservationSignedOff signed) {
      return with(old, ObservationState.PASSED, signed.signature());
    }
    if (event instanceof SignOffDeclined) {
      return with(old, ObservationState.DECLINED, null);
    }
    return event instanceof ObservationUpheld
        ? with(old, old.state(), true, old.supersededByOrNull(), old.signatureOrNull())
        : with(old, ObservationState.INVALID, old.signatureOrNull());
  }

  static Observation superseded(Observation old, ObservationId by) {
    return with(old, ObservationState.SUPERSEDED, old.upheld(), by, old.signatureOrNull());
  }

  static void project(OfObservation event, Rebuilt records) {
    if (!(event instanceof ObservationRecorded recorded)) {
      String id = event.of().observation().value();
      records.change(Observation.KIND, id, old -> after(old, event));
      return;
    }
    records.put(Observation.KIND, recorded(recorded));
    ObservationId corrected = recorded.correctsOrNull();
    if (corrected != null) {
      records.change(
          Observation.KIND,
          corrected.value(),
          old -> superseded(old, recorded.of().observation()));
    }
  }

  private static Observation with(
      Observation old, ObservationState state, @Nullable Signature signature) {
    return with(old, state, old.upheld(), old.supersededByOrNull(), signature);
  }

  private static Observation with(
      Observation old,
      ObservationState state,
      boolean upheld,
      @Nullable ObservationId supersededBy,
      @Nullable Signature signature) {
    return new Observation(
        old.ref(),
        old.observedAt(),
        old.observedOn(),
        old.points(),
        old.verdict(),
        old.signOffUntil(),
        state,
        upheld,
        old.event(),
        old.commentOrNull(),
        old.correctsOrNull(),
        supersededBy,
        signature);
  }
}
