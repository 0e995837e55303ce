package org.lmskit;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.lmskit.model.LearnerId;
import org.lmskit.offering.Booking;
import org.lmskit.offering.Meeting;
import org.lmskit.offering.OfferingId;
import org.lmskit.offering.OfferingPlan;

/** Random offerings for the people of a {@link RandomHistory}. */
final class RandomOfferings {
  private final TestLms test;
  private final Random random;
  private int number;

  RandomOfferings(TestLms test, Random random) {
    this.test = test;
    this.random = random;
  }

  void act(Lms lms) {
    var all = lms.offerings();
    OfferingId id = new OfferingId("o" + number);
    LearnerId learner = new LearnerId("l" + random.nextInt(4));
    List<Booking> known = all.of(learner, TestLms.ALL).items();
    if (all.find(id).isEmpty() || random.nextInt(6) == 0) {
      all.schedule(plan(id));
      all.book(id, learner);
      return;
    }
    if (known.isEmpty()) {
      all.book(id, learner);
      return;
    }
    Booking one = known.get(random.nextInt(known.size()));
    switch (random.nextInt(9)) {
      case 0 -> all.cancel(one.id());
      case 1 -> all.release(one.id(), "is ill");
      case 2 -> all.changeCapacity(id, 1 + random.nextInt(3));
      case 3 -> all.walkIn(id, learner);
      case 4 -> {
        all.callOff(id, "no trainer");
        number++;
      }
      case 5, 6 -> all.attend(one.id(), "m" + random.nextInt(2), random.nextInt(61));
      default -> all.book(id, learner);
    }
  }

  private OfferingPlan plan(OfferingId id) {
    return OfferingPlan.of(id.value(), "Training", "topic", 1 + random.nextInt(2))
        .meeting(meeting("m0"))
        .meeting(meeting("m1"))
        .attendedFrom(random.nextBoolean() ? "0.5" : "0.25");
  }

  private Meeting meeting(String id) {
    Duration in = Duration.ofHours(100 + random.nextInt(900));
    return Meeting.of(id, test.time.get().plus(in), Duration.ofHours(1));
  }
}
