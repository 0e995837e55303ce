package org.lmskit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lmskit.model.LearnerId;
import org.lmskit.offering.BookingId;
import org.lmskit.offering.Meeting;
import org.lmskit.offering.OfferingId;
import org.lmskit.offering.OfferingPlan;

/** Something to do for the operations on offerings and bookings. */
final class OfferingSamples {
  private OfferingSamples() {}

  static void add(
      TestLms test, Lms lms, Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    OfferingPlan later = OfferingPlan.of("april", "Driving", "driving", 1)
        .meeting(Meeting.of("m1", test.time.get().plus(Duration.ofDays(30)), Duration.ofHours(2)));
    OfferingPlan held = OfferingPlan.of("march", "Driving", "driving", 2)
        .meeting(Meeting.of("m1", test.time.get().plus(Duration.ofHours(1)), Duration.ofHours(2)));
    lms.offerings().schedule(later);
    lms.offerings().schedule(held);
    BookingId booked = lms.offerings().book(later.id(), new LearnerId("zoe")).id();
    lms.offerings().book(later.id(), new LearnerId("sam"));
    BookingId attends = lms.offerings().book(held.id(), new LearnerId("zoe")).id();

    byType.put(OfferingPlan.class, later.withCapacity(3));
    byType.put(OfferingId.class, later.id());
    byType.put(BookingId.class, booked);
    String on = "Offerings.";
    byName.put(on + "changeCapacity[OfferingId, int]", new Object[] {later.id(), 2});
    byName.put(
        on + "walkIn[OfferingId, LearnerId]", new Object[] {held.id(), new LearnerId("carla")});
    byName.put(
        on + "book[OfferingId, LearnerId]", new Object[] {later.id(), new LearnerId("carla")});
    byName.put(on + "attend[BookingId, String, int]", new Object[] {attends, "m1", 120});
    byName.put(on + "roster[OfferingId]", List.of(later.id()).toArray());
  }
}
