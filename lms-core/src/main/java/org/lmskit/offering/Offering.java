package org.lmskit.offering;

import java.time.Instant;
import org.lmskit.internal.JsonBody;
import org.lmskit.offering.OfferingEvent.BookingCancelled;
import org.lmskit.offering.OfferingEvent.BookingMade;
import org.lmskit.offering.OfferingEvent.BookingPromoted;
import org.lmskit.offering.OfferingEvent.OfferingCalledOff;
import org.lmskit.offering.OfferingEvent.OfferingRescheduled;
import org.lmskit.offering.OfferingEvent.OfferingScheduled;
import org.lmskit.store.Kind;

/**
 * One time at which an instructor-led training is held. It counts its own seats, so that two people never get the last one.
 * Built from its events alone.
 *
 * @param plan what is planned
 * @param booked how many seats are taken
 * @param waiting how many people wait
 * @param lastNumber the place of whoever booked last in the order in which people booked
 * @param calledOff whether it will not be held
 */
public record Offering(
    OfferingPlan plan, int booked, int waiting, int lastNumber, boolean calledOff) {
  /** Offerings by id, in the order of their starts, found by topic. */
  public static final Kind<Offering> KIND = Kind.<Offering>mutable(
          "offering", offering -> offering.id().value())
      .time(Offering::start)
      .index("topic", offering -> offering.plan().topic())
      .body(JsonBody.of(Offering.class));

  static Offering of(OfferingScheduled event) {
    return new Offering(event.plan(), 0, 0, 0, false);
  }

  /** Its id. */
  public OfferingId id() {
    return plan.id();
  }

  /** How many seats are free. */
  public int free() {
    return plan.capacity() - booked;
  }

  /** When the first meeting begins. */
  public Instant start() {
    return plan.start();
  }

  Offering after(OfferingEvent event) {
    if (event instanceof OfferingRescheduled next) {
      return new Offering(next.plan(), booked, waiting, lastNumber, calledOff);
    }
    if (event instanceof OfferingCalledOff) {
      return new Offering(plan, booked, waiting, lastNumber, true);
    }
    if (event instanceof BookingMade made) {
      boolean hasSeat = made.state() == BookingState.BOOKED;
      return counting(hasSeat ? 1 : 0, hasSeat ? 0 : 1, made.number());
    }
    return event instanceof BookingPromoted ? counting(1, -1, lastNumber) : this;
  }

  Offering after(BookingCancelled event, BookingState before) {
    return before == BookingState.BOOKED
        ? counting(-1, 0, lastNumber)
        : counting(0, -1, lastNumber);
  }

  private Offering counting(int moreBooked, int moreWaiting, int number) {
    return new Offering(plan, booked + moreBooked, waiting + moreWaiting, number, calledOff);
  }
}
