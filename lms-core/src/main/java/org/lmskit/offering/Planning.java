package org.lmskit.offering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.offering.OfferingEvent.OfferingCalledOff;
import org.lmskit.offering.OfferingEvent.OfferingRescheduled;
import org.lmskit.offering.OfferingEvent.OfferingScheduled;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.PersonalText;

/** Plans offerings, plans them otherwise, and calls them off. */
final class Planning {
  private Planning() {}

  static Offering schedule(Operation op, OfferingPlan plan) {
    List<String> problems = plan.problems();
    if (!problems.isEmpty()) {
      throw new RejectedException(
          OfferingReason.OFFERING_INVALID,
          "offering " + plan.id() + ": " + String.join("; ", problems));
    }
    Optional<Stored<Offering>> known = op.tx().find(Offering.KIND, plan.id().value());
    if (known.isPresent()) {
      return reschedule(op, plan);
    }
    OfferingScheduled event = new OfferingScheduled(op.header(), plan);
    Offering offering = Offering.of(event);
    op.tx().insert(Offering.KIND, offering);
    op.record(event);
    return offering;
  }

  static Offering callOff(Operation op, OfferingId id, String reason) {
    Seats seats = new Seats(op, id);
    seats.requireHeld();
    requireReason(reason);
    Sha256 note = PersonalText.keep(op, op.by(), reason);
    seats.apply(new OfferingCalledOff(op.header(), id, note));
    seats.clear(note);
    return seats.offering();
  }

  static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new RejectedException(OfferingReason.REASON_MISSING, "say in words why");
    }
  }

  private static Offering reschedule(Operation op, OfferingPlan plan) {
    Seats seats = new Seats(op, plan.id());
    Offering old = seats.offering();
    if (old.plan().equals(plan)) {
      return old;
    }
    seats.requireHeld();
    if (plan.capacity() < old.booked()) {
      throw new RejectedException(
          OfferingReason.CAPACITY_BELOW_BOOKED,
          plan.capacity() + " seats for " + old.booked() + " who have booked offering " + plan.id(),
          Map.of(
              "capacity", String.valueOf(plan.capacity()), "booked", String.valueOf(old.booked())));
    }
    requireAttendedMeetings(op, plan);
    seats.apply(new OfferingRescheduled(op.header(), plan));
    seats.promote();
    return seats.offering();
  }

  /** What somebody attended cannot go, or become shorter than he was there. */
  private static void requireAttendedMeetings(Operation op, OfferingPlan plan) {
    op.tx().list(Query.of(Booking.KIND).where("offering", plan.id().value())).stream()
        .flatMap(stored -> stored.value().minutes().entrySet().stream())
        .filter(entry ->
            entry.getValue() > plan.find(entry.getKey()).map(Meeting::minutes).orElse(-1L))
        .findFirst()
        .ifPresent(entry -> {
          throw new RejectedException(
              OfferingReason.MEETING_ATTENDED,
              "somebody was " + entry.getValue() + " minutes at meeting " + entry.getKey(),
              Map.of("meeting", entry.getKey()));
        });
  }
}
