package org.lmskit.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.offering.OfferingEvent.AttendanceRecorded;
import org.lmskit.offering.OfferingEvent.BookingCancelled;
import org.lmskit.offering.OfferingEvent.BookingMade;
import org.lmskit.offering.OfferingEvent.BookingPromoted;
import org.lmskit.offering.OfferingEvent.OfBooking;
import org.lmskit.store.Kind;

/**
 * One person's seat in an offering, or his place in the queue. Built from its events alone; who cancels and comes back gets
 * another.
 *
 * @param ref which, of whom, in what
 * @param number his place in the order in which people booked
 * @param bookedAt when he booked
 * @param state where it stands
 * @param stateSince since when it stands there
 * @param walkIn whether he came without a booking
 * @param minutes how long he was there, by meeting
 * @param attendedOnOrNull the day on which he had been there long enough; null if he was not
 * @param noteOrNull the digest of the reason for which somebody else cancelled it; null if nobody did
 */
public record Booking(
    BookingRef ref,
    int number,
    Instant bookedAt,
    BookingState state,
    Instant stateSince,
    boolean walkIn,
    Map<String, Integer> minutes,
    @Nullable LocalDate attendedOnOrNull,
    @Nullable Sha256 noteOrNull) {
  /** Bookings by id; a learner has at most one in an offering that is not cancelled. */
  public static final Kind<Booking> KIND = Kind.<Booking>mutable(
          "booking", booking -> booking.ref().booking().value())
      .time(Booking::bookedAt)
      .index("learner", booking -> booking.learner().value())
      .index("offering", booking -> booking.offering().value())
      .index("waiting_for", Booking::waitingFor)
      .unique("active", Booking::activeKey)
      .body(JsonBody.of(Booking.class));

  /** Copies the map. */
  public Booking {
    minutes = Collections.unmodifiableMap(new TreeMap<>(minutes));
  }

  static Booking of(BookingMade event) {
    return new Booking(
        event.of(),
        event.number(),
        event.occurredAt(),
        event.state(),
        event.occurredAt(),
        event.walkIn(),
        Map.of(),
        null,
        null);
  }

  /** Its id. */
  public BookingId id() {
    return ref.booking();
  }

  /** In which offering. */
  public OfferingId offering() {
    return ref.offering();
  }

  /** Whose. */
  public LearnerKey learner() {
    return ref.learner();
  }

  /** The day on which he had been there long enough. */
  public Optional<LocalDate> attendedOn() {
    return Optional.ofNullable(attendedOnOrNull);
  }

  /** How long he was there in all. */
  public long attended() {
    return minutes.values().stream().mapToLong(Integer::longValue).sum();
  }

  Booking after(OfBooking event) {
    if (event instanceof BookingPromoted) {
      return in(BookingState.BOOKED, event, null);
    }
    if (event instanceof BookingCancelled cancelled) {
      return in(BookingState.CANCELLED, event, cancelled.noteOrNull());
    }
    if (event instanceof AttendanceRecorded recorded) {
      TreeMap<String, Integer> more = new TreeMap<>(minutes);
      more.put(recorded.meeting(), recorded.minutes());
      return attending(more, attendedOnOrNull);
    }
    return attending(minutes, event.effectiveOn());
  }

  static String activeKey(OfferingId offering, LearnerKey learner) {
    return learner + " " + offering;
  }

  private Booking in(BookingState next, OfBooking event, @Nullable Sha256 note) {
    return new Booking(
        ref, number, bookedAt, next, event.occurredAt(), walkIn, minutes, attendedOnOrNull, note);
  }

  private Booking attending(Map<String, Integer> next, @Nullable LocalDate attendedOn) {
    return new Booking(
        ref, number, bookedAt, state, stateSince, walkIn, next, attendedOn, noteOrNull);
  }

  private @Nullable String waitingFor() {
    return state == BookingState.WAITING ? offering().value() : null;
  }

  private @Nullable String activeKey() {
    return state == BookingState.CANCELLED ? null : activeKey(offering(), learner());
  }
}
