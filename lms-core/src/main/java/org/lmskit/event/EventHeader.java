package org.lmskit.event;

import java.time.Instant;
import java.time.LocalDate;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerKey;

/**
 * What all events have in common.
 *
 * @param id the event's own id
 * @param recordedAt when the engine recorded it, cut to milliseconds
 * @param occurredAt when it happened; equal to recordedAt unless the fact came from outside
 * @param effectiveOn the civil day on which it takes effect
 * @param by the key of whoever did it; {@link #SYSTEM} without a principal
 */
public record EventHeader(
    EventId id, Instant recordedAt, Instant occurredAt, LocalDate effectiveOn, LearnerKey by) {
  /** Who did it when nobody was named. */
  public static final LearnerKey SYSTEM = new LearnerKey("system");

  /** @throws IllegalArgumentException if it happened after it was recorded */
  public EventHeader {
    if (occurredAt.isAfter(recordedAt)) {
      throw new IllegalArgumentException(
          "occurred at " + occurredAt + ", after it was recorded at " + recordedAt);
    }
  }
}
