package org.lmskit.offering;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.offering.OfferingEvent.OfBooking;
import org.lmskit.offering.OfferingEvent.OfferingCalledOff;
import org.lmskit.offering.OfferingEvent.OfferingRescheduled;
import org.lmskit.offering.OfferingEvent.OfferingScheduled;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;
import org.lmskit.workforce.WorkforceEvent.LearnerErased;

/** Instructor-led training: seats, waitlists and attendance. Obtained from {@code lms.offerings()}; thread-safe. */
public final class Offerings {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(Offering.KIND, Booking.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Offerings(Scope scope) {
    this.scope = scope;
  }

  /** Registers how offerings and bookings follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(Offering.KIND, Booking.KIND)
        .on(OfferingScheduled.class, (e, all) -> all.put(Offering.KIND, Offering.of(e)))
        .on(
            OfferingRescheduled.class,
            (e, all) -> all.change(Offering.KIND, e.offering().value(), old -> old.after(e)))
        .on(
            OfferingCalledOff.class,
            (e, all) -> all.change(Offering.KIND, e.offering().value(), old -> old.after(e)))
        .on(OfBooking.class, Seats::project);
  }

  /** Registers that who is erased takes no seat any more; for {@code Lms}. */
  public static void register(Reactions.Builder reactions) {
    reactions.on(LearnerErased.class, Offerings::forget);
  }

  /**
   * Plans an offering, or plans it otherwise than before: other meetings, another last instant for cancelling, more or fewer
   * seats. Free seats go to those who wait, in their order, unless it has started. Telling it again changes nothing.
   *
   * @throws RejectedException OFFERING_INVALID; OFFERING_CANCELLED; CAPACITY_BELOW_BOOKED with both numbers; MEETING_ATTENDED
   *     if a meeting would go, or become shorter than somebody was there
   */
  public Offering schedule(OfferingPlan plan) {
    return scope.write("offerings.schedule", plan.id().value(), op -> Planning.schedule(op, plan));
  }

  /**
   * Gives an offering more or fewer seats; see {@link #schedule}.
   *
   * @throws NotFoundException if there is no such offering
   * @throws RejectedException OFFERING_INVALID, OFFERING_CANCELLED, CAPACITY_BELOW_BOOKED
   */
  public Offering changeCapacity(OfferingId id, int seats) {
    return scope.write(
        "offerings.schedule",
        id.value(),
        op -> Planning.schedule(op, Seats.load(op.tx(), id).value().plan().withCapacity(seats)));
  }

  /**
   * Calls an offering off; all bookings are cancelled, with the same reason.
   *
   * @param reason why, in words
   * @throws NotFoundException if there is no such offering
   * @throws RejectedException OFFERING_CANCELLED if it was called off before; REASON_MISSING
   */
  public Offering callOff(OfferingId id, String reason) {
    return scope.write("offerings.callOff", id.value(), op -> Planning.callOff(op, id, reason));
  }

  /**
   * Books a seat, or the last place in the queue if none is free. Who has booked gets the same booking. Possible up to the
   * start.
   *
   * @throws NotFoundException if there is no such offering
   * @throws RejectedException OFFERING_CANCELLED, OFFERING_STARTED
   */
  public Booking book(OfferingId offering, LearnerId learner) {
    return scope.write(
        "offerings.book",
        offering.value(),
        op -> new Seats(op, offering).book(Learners.keyOf(op, learner)));
  }

  /**
   * Seats somebody who comes without a booking, or who still waits, also after the start. Who has a seat keeps it.
   *
   * @throws NotFoundException if there is no such offering
   * @throws RejectedException OFFERING_CANCELLED, OFFERING_FULL
   */
  public Booking walkIn(OfferingId offering, LearnerId learner) {
    return scope.write(
        "offerings.walkIn",
        offering.value(),
        op -> new Seats(op, offering).walkIn(Learners.keyOf(op, learner)));
  }

  /**
   * A learner does not come; harmless if he cancelled before. The first who waits gets his seat, unless it has started. The last
   * instant for cancelling does not bind those who wait.
   *
   * @throws NotFoundException if there is no such booking
   * @throws RejectedException CUTOFF_PASSED
   */
  public Booking cancel(BookingId id) {
    return scope.write("offerings.cancel", id.value(), op -> cancel(op, id));
  }

  /**
   * Decides for a learner that he does not come, whenever that is; harmless if his booking is cancelled.
   *
   * @param reason why, in words
   * @throws NotFoundException if there is no such booking
   * @throws RejectedException REASON_MISSING
   */
  public Booking release(BookingId id, String reason) {
    return scope.write("offerings.release", id.value(), op -> release(op, id, reason));
  }

  /**
   * Records how long somebody was at a meeting, in place of what was known before. Who was there for the threshold's share of
   * all minutes has attended the offering, since the end of the meeting that brought it; that completes units of his open
   * enrollments that name the topic, and stays so.
   *
   * @param minutes from 0 to the length of the meeting
   * @throws NotFoundException if there is no such booking
   * @throws RejectedException NOT_BOOKED; ATTENDANCE_INVALID if there is no such meeting, it has not begun, or is not so long
   */
  public Booking attend(BookingId id, String meeting, int minutes) {
    return scope.write(
        "offerings.attend", id.value(), op -> Attendance.record(op, id, meeting, minutes));
  }

  /** The offering of this id. */
  public Optional<Offering> find(OfferingId id) {
    return scope.read(
        "offerings.find",
        id.value(),
        reader -> reader.find(Offering.KIND, id.value()).map(Stored::value));
  }

  /** All offerings, by their starts. */
  public Page<Offering> offerings(PageRequest page) {
    return scope.read(
        "offerings.offerings", "", reader -> Pages.of(reader, Query.of(Offering.KIND), page));
  }

  /** The offerings of a topic that start from a time on, by their starts. */
  public Page<Offering> of(String topic, Instant from, PageRequest page) {
    return scope.read(
        "offerings.ofTopic",
        topic,
        reader -> Pages.of(
            reader, Query.of(Offering.KIND).where("topic", topic).between(from, null), page));
  }

  /** The booking of this id. */
  public Optional<Booking> find(BookingId id) {
    return scope.read(
        "offerings.findBooking",
        id.value(),
        reader -> reader.find(Booking.KIND, id.value()).map(Stored::value));
  }

  /** The booking of a learner in an offering that is not cancelled. */
  public Optional<Booking> find(OfferingId offering, LearnerId learner) {
    return scope.read(
        "offerings.findBooking",
        offering.value(),
        reader -> Learners.findKey(reader, learner)
            .flatMap(key -> Seats.active(reader, offering, key))
            .map(Stored::value));
  }

  /** All bookings of a learner, cancelled ones too, the oldest first; empty for someone unknown. */
  public Page<Booking> of(LearnerId learner, PageRequest page) {
    return scope.read(
        "offerings.ofLearner",
        learner.value(),
        reader -> Learners.page(reader, Booking.KIND, "learner", learner, page));
  }

  /** All bookings of an offering, cancelled ones too, in the order in which people booked. */
  public List<Booking> roster(OfferingId offering) {
    return scope.read(
        "offerings.roster",
        offering.value(),
        reader -> reader.list(Query.of(Booking.KIND).where("offering", offering.value())).stream()
            .map(Stored::value)
            .sorted(Comparator.comparing(Booking::number))
            .toList());
  }

  /** Those who wait, the first first. */
  public List<Booking> waitlist(OfferingId offering) {
    return scope.read(
        "offerings.waitlist",
        offering.value(),
        reader -> Seats.queue(reader, offering).stream().map(Stored::value).toList());
  }

  private static Booking cancel(Operation op, BookingId id) {
    Stored<Booking> stored = Seats.load(op.tx(), id);
    Booking booking = stored.value();
    if (booking.state() == BookingState.CANCELLED) {
      return booking;
    }
    Seats seats = new Seats(op, booking.offering());
    Instant last = seats.offering().plan().cancelUntil();
    if (booking.state() == BookingState.BOOKED && op.now().isAfter(last)) {
      throw new RejectedException(
          OfferingReason.CUTOFF_PASSED,
          "booking " + id + " could be cancelled until " + last,
          Map.of("cancelUntil", last.toString()));
    }
    return seats.cancel(stored, null);
  }

  private static Booking release(Operation op, BookingId id, String reason) {
    Stored<Booking> stored = Seats.load(op.tx(), id);
    if (stored.value().state() == BookingState.CANCELLED) {
      return stored.value();
    }
    Planning.requireReason(reason);
    Sha256 note = PersonalText.keep(op, stored.value().learner(), reason);
    return new Seats(op, stored.value().offering()).cancel(stored, note);
  }

  /** Past bookings stay, under a key that leads nowhere. */
  private static void forget(LearnerErased event, Operation op) {
    String learner = event.learner().value();
    op.tx().list(Query.of(Booking.KIND).where("learner", learner)).stream()
        .filter(stored -> stored.value().state() != BookingState.CANCELLED)
        .forEach(stored -> {
          Seats seats = new Seats(op, stored.value().offering());
          if (!op.now().isAfter(seats.offering().start())) {
            seats.cancel(stored, null);
          }
        });
  }
}
