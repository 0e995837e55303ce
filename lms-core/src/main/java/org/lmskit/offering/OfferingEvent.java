package org.lmskit.offering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;

/** What happened to offerings and bookings; both are built from these events alone. */
public sealed interface OfferingEvent extends LmsEvent {
  /** The offering that it is about. */
  OfferingId offering();

  /** An event about one booking. */
  sealed interface OfBooking extends OfferingEvent {
    /** Which booking, of whom, in what. */
    BookingRef of();

    @Override
    default OfferingId offering() {
      return of().offering();
    }

    @Override
    default List<LearnerKey> learners() {
      return List.of(of().learner());
    }
  }

  /**
   * An offering was planned.
   *
   * @param header what all events have in common
   * @param plan all of it
   */
  record OfferingScheduled(EventHeader header, OfferingPlan plan) implements OfferingEvent {
    @Override
    public OfferingId offering() {
      return plan.id();
    }
  }

  /**
   * An offering is planned otherwise than before.
   *
   * @param header what all events have in common
   * @param plan all of it
   */
  record OfferingRescheduled(EventHeader header, OfferingPlan plan) implements OfferingEvent {
    @Override
    public OfferingId offering() {
      return plan.id();
    }
  }

  /**
   * An offering was called off.
   *
   * @param header what all events have in common
   * @param offering which
   * @param note the digest of the reason
   */
  record OfferingCalledOff(EventHeader header, OfferingId offering, Sha256 note)
      implements OfferingEvent {}

  /**
   * Somebody booked.
   *
   * @param header what all events have in common
   * @param of the new booking
   * @param number his place in the order in which people booked, from 1
   * @param state whether he got a seat or waits
   * @param walkIn whether he came without a booking
   */
  record BookingMade(
      EventHeader header, BookingRef of, int number, BookingState state, boolean walkIn)
      implements OfBooking {}

  /**
   * Somebody who waited got a seat.
   *
   * @param header what all events have in common
   * @param of his booking
   */
  record BookingPromoted(EventHeader header, BookingRef of) implements OfBooking {}

  /**
   * Somebody does not come.
   *
   * @param header what all events have in common
   * @param of his booking
   * @param noteOrNull the digest of the reason, if somebody else decided it; null if he cancelled
   */
  record BookingCancelled(
      EventHeader header, BookingRef of, @Nullable Sha256 noteOrNull) implements OfBooking {}

  /**
   * How long somebody was at a meeting became known, in place of what was known before.
   *
   * @param header what all events have in common
   * @param of his booking
   * @param meeting which
   * @param minutes how long, 0 for not at all
   */
  record AttendanceRecorded(EventHeader header, BookingRef of, String meeting, int minutes)
      implements OfBooking {}

  /**
   * Somebody was there long enough; it took effect on the day of the meeting that brought it.
   *
   * @param header what all events have in common
   * @param of his booking
   * @param topic what was taught
   * @param minutes how long he was there in all
   */
  record OfferingAttended(EventHeader header, BookingRef of, String topic, long minutes)
      implements OfBooking {}
}
