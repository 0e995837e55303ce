package org.lmskit.offering;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Rebuilt;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.offering.OfferingEvent.BookingCancelled;
import org.lmskit.offering.OfferingEvent.BookingMade;
import org.lmskit.offering.OfferingEvent.BookingPromoted;
import org.lmskit.offering.OfferingEvent.OfBooking;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/** The seats of one offering within an operation: whoever changes them writes the offering, so that writers meet there. */
final class Seats {
  private final Operation op;
  private final Stored<Offering> stored;
  private Offering current;

  Seats(Operation op, OfferingId id) {
    this.op = op;
    this.stored = load(op.tx(), id);
    this.current = stored.value();
  }

  static Stored<Offering> load(Reader reader, OfferingId id) {
    return reader
        .find(Offering.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("offering", id));
  }

  static Stored<Booking> load(Reader reader, BookingId id) {
    return reader
        .find(Booking.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("booking", id));
  }

  /** The booking of a learner that is not cancelled. */
  static Optional<Stored<Booking>> active(Reader reader, OfferingId offering, LearnerKey learner) {
    String key = Booking.activeKey(offering, learner);
    return reader.list(Query.of(Booking.KIND).where("active", key)).stream().findFirst();
  }

  /** Those who wait, the first first. */
  static List<Stored<Booking>> queue(Reader reader, OfferingId offering) {
    return reader.list(Query.of(Booking.KIND).where("waiting_for", offering.value())).stream()
        .sorted(Comparator.comparing(one -> one.value().number()))
        .toList();
  }

  Offering offering() {
    return current;
  }

  Booking book(LearnerKey learner) {
    requireHeld();
    Optional<Stored<Booking>> known = active(op.tx(), current.id(), learner);
    if (known.isPresent()) {
      return known.get().value();
    }
    if (hasStarted()) {
      throw new RejectedException(
          OfferingReason.OFFERING_STARTED,
          "offering " + current.id() + " started at " + current.start(),
          Map.of("start", current.start().toString()));
    }
    boolean hasSeat = current.free() > 0 && current.waiting() == 0;
    return made(learner, hasSeat ? BookingState.BOOKED : BookingState.WAITING, false);
  }

  Booking walkIn(LearnerKey learner) {
    requireHeld();
    Optional<Stored<Booking>> known = active(op.tx(), current.id(), learner);
    if (known.filter(one -> one.value().state() == BookingState.BOOKED).isPresent()) {
      return known.get().value();
    }
    if (current.free() < 1) {
      throw new RejectedException(
          OfferingReason.OFFERING_FULL,
          "all " + current.plan().capacity() + " seats of offering " + current.id() + " are taken",
          Map.of("capacity", String.valueOf(current.plan().capacity())));
    }
    known.ifPresent(waiting -> cancelled(waiting, null));
    return made(learner, BookingState.BOOKED, true);
  }

  /** Somebody does not come; the first who waits gets his seat. */
  Booking cancel(Stored<Booking> booking, @Nullable Sha256 note) {
    Booking next = cancelled(booking, note);
    promote();
    return next;
  }

  /** Gives free seats to those who wait, in their order, unless it has started. */
  void promote() {
    if (current.calledOff() || hasStarted() || current.free() < 1 || current.waiting() < 1) {
      write();
      return;
    }
    Deque<Stored<Booking>> queue = new ArrayDeque<>(queue(op.tx(), current.id()));
    while (current.free() > 0 && !queue.isEmpty()) {
      Stored<Booking> first = queue.removeFirst();
      Booking old = first.value();
      BookingPromoted event = new BookingPromoted(Learners.header(op, old.learner()), old.ref());
      op.tx().update(first, old.after(event));
      apply(event);
    }
    write();
  }

  /** Cancels everybody's booking. */
  void clear(Sha256 note) {
    op.tx().list(Query.of(Booking.KIND).where("offering", current.id().value())).stream()
        .filter(one -> one.value().state() != BookingState.CANCELLED)
        .sorted(Comparator.comparing(one -> one.value().number()))
        .forEach(one -> cancelled(one, note));
    write();
  }

  /** Changes the offering itself; {@link #promote} or {@link #clear} writes it. */
  void apply(OfferingEvent event) {
    current = current.after(event);
    op.record(event);
  }

  void requireHeld() {
    if (current.calledOff()) {
      throw new RejectedException(
          OfferingReason.OFFERING_CANCELLED, "offering " + current.id() + " was called off");
    }
  }

  static void project(OfBooking event, Rebuilt records) {
    if (event instanceof BookingMade made) {
      records.put(Booking.KIND, Booking.of(made));
    }
    String id = event.of().booking().value();
    BookingState before = records.find(Booking.KIND, id).orElseThrow().state();
    records.change(
        Offering.KIND,
        event.offering().value(),
        old -> event instanceof BookingCancelled cancelled
            ? old.after(cancelled, before)
            : old.after(event));
    if (!(event instanceof BookingMade)) {
      records.change(Booking.KIND, id, old -> old.after(event));
    }
  }

  private Booking made(LearnerKey learner, BookingState state, boolean walkIn) {
    BookingRef ref = new BookingRef(new BookingId(op.newId()), current.id(), learner);
    BookingMade event =
        new BookingMade(Learners.header(op, learner), ref, current.lastNumber() + 1, state, walkIn);
    Booking booking = Booking.of(event);
    op.tx().insert(Booking.KIND, booking);
    apply(event);
    write();
    return booking;
  }

  private Booking cancelled(Stored<Booking> stored, @Nullable Sha256 note) {
    Booking old = stored.value();
    BookingCancelled event =
        new BookingCancelled(Learners.header(op, old.learner()), old.ref(), note);
    Booking next = old.after(event);
    op.tx().update(stored, next);
    current = current.after(event, old.state());
    op.record(event);
    return next;
  }

  /** At the very start seats are still given. */
  private boolean hasStarted() {
    return op.now().isAfter(current.start());
  }

  private void write() {
    if (!current.equals(stored.value())) {
      op.tx().update(stored, current);
    }
  }
}
