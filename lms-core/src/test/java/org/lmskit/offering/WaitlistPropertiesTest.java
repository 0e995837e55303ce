package org.lmskit.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;

/** Waitlists are first in, first out under any bookings, cancellations and changes of capacity: a list is the model. */
class WaitlistPropertiesTest {
  private static final OfferingId ID = new OfferingId("o");

  @Property(tries = 40)
  void an_offering_does_what_a_list_of_names_does(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int seats) {
    TestLms test = new TestLms();
    Lms lms = test.start();
    lms.offerings()
        .schedule(OfferingPlan.of("o", "O", "t", seats)
            .meeting(
                Meeting.of("m", test.time.get().plus(Duration.ofDays(9)), Duration.ofHours(1))));
    Random random = new Random(seed);
    List<String> model = new ArrayList<>(); // the first so many of it have seats
    int capacity = seats;
    for (int i = 0; i < 60; i++) {
      String name = "p" + random.nextInt(10);
      LearnerId learner = new LearnerId(name);
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          lms.offerings().book(ID, learner);
          if (!model.contains(name)) {
            model.add(name);
          }
        }
        case 2, 3 -> {
          lms.offerings().find(ID, learner).ifPresent(one -> lms.offerings().cancel(one.id()));
          model.remove(name);
        }
        default -> capacity = resize(lms, model, capacity, 1 + random.nextInt(6));
      }
      assertSame(lms, model, capacity);
    }
    try (InMemoryStore replayed = new InMemoryStore()) {
      lms.replay(replayed);
      Offering rebuilt = replayed.read(
          TenantId.DEFAULT,
          reader -> reader.find(Offering.KIND, "o").orElseThrow().value());
      assertThat(rebuilt).isEqualTo(lms.offerings().find(ID).orElseThrow());
    }
  }

  private static int resize(Lms lms, List<String> model, int capacity, int next) {
    int booked = Math.min(capacity, model.size());
    try {
      lms.offerings().changeCapacity(ID, next);
      assertThat(next).isGreaterThanOrEqualTo(booked);
      return next;
    } catch (RejectedException e) {
      assertThat(e.reason()).isEqualTo(OfferingReason.CAPACITY_BELOW_BOOKED);
      assertThat(next).isLessThan(booked);
      return capacity;
    }
  }

  private static void assertSame(Lms lms, List<String> model, int capacity) {
    List<String> seated = names(lms, BookingState.BOOKED);
    List<String> waiting = names(lms, BookingState.WAITING);
    int booked = Math.min(capacity, model.size());
    assertThat(seated).containsExactlyElementsOf(model.subList(0, booked));
    assertThat(waiting).containsExactlyElementsOf(model.subList(booked, model.size()));
    Offering offering = lms.offerings().find(ID).orElseThrow();
    assertThat(offering.booked()).isEqualTo(seated.size());
    assertThat(offering.waiting()).isEqualTo(waiting.size());
  }

  private static List<String> names(Lms lms, BookingState state) {
    List<LearnerKey> keys = lms.offerings().roster(ID).stream()
        .filter(one -> one.state() == state)
        .map(Booking::learner)
        .toList();
    var people = lms.workforce().learners(keys);
    return keys.stream().map(key -> people.get(key).id().value()).toList();
  }
}
