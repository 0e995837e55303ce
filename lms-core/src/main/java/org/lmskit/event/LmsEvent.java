package org.lmskit.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerKey;

/**
 * Something that happened, immutable. Each deciding package has its own sealed family of records
 * whose first component is the header; a family's shape never changes once it shipped.
 */
public interface LmsEvent {
  /** What all events have in common. */
  EventHeader header();

  /** The learners whom it is about, by their pseudonyms; empty if it is about no person. */
  default List<LearnerKey> learners() {
    return List.of();
  }

  /** Its own id. */
  default EventId id() {
    return header().id();
  }

  /** When the engine recorded it. */
  default Instant recordedAt() {
    return header().recordedAt();
  }

  /** When it happened, which is never later than it was recorded. */
  default Instant occurredAt() {
    return header().occurredAt();
  }

  /** The civil day on which it takes effect; never recomputed. */
  default LocalDate effectiveOn() {
    return header().effectiveOn();
  }
}
