package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.RejectedException;
import org.lmskit.offering.Booking;
import org.lmskit.offering.Meeting;
import org.lmskit.offering.OfferedUnits;
import org.lmskit.offering.Offering;
import org.lmskit.offering.OfferingId;
import org.lmskit.offering.OfferingPlan;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;

/** A training day with one seat: who comes first, who waits, who cancels, and who was there long enough. */
public final class BookAndAttend {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final OfferingId MAY = new OfferingId("may");
  private static final LearnerId ANN = new LearnerId("ann");
  private static final LearnerId BEN = new LearnerId("ben");

  private BookAndAttend() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Store store = new InMemoryStore();
    Lms before = at(store, Instant.parse("2026-04-20T09:00:00Z"));
    OfferingPlan plan = OfferingPlan.of("may", "Forklift day", "forklift-day", 1)
        .meeting(Meeting.of("morning", START, Duration.ofHours(3)).in("Hall 2"))
        .meeting(Meeting.of("afternoon", START.plus(Duration.ofHours(4)), Duration.ofHours(2)))
        .cancelUntil(Instant.parse("2026-05-01T18:00:00Z"))
        .attendedFrom("0.8");
    before.offerings().schedule(plan);
    before
        .catalog()
        .publish(Course.of("forklift", "Forklift")
            .unit("day", "Training day", OfferedUnits.of("forklift-day")));
    Enrollment enrollment = before.enrollments().enroll(BEN, new CourseId("forklift"));

    Booking ann = before.offerings().book(MAY, ANN);
    Booking ben = before.offerings().book(MAY, BEN);
    out.println("Ann " + ann.state() + ", Ben " + ben.state());
    before.offerings().cancel(ann.id());
    out.println("Ben " + before.offerings().find(ben.id()).orElseThrow().state());
    try {
      before.offerings().walkIn(MAY, ANN);
    } catch (RejectedException e) {
      out.println(e.getMessage());
    }
    Offering larger = before.dryRun(l -> l.offerings().changeCapacity(MAY, 5)).result();
    out.println("with 5 seats " + larger.free() + " would be free");

    Lms after = at(store, Instant.parse("2026-05-05T09:00:00Z"));
    after.offerings().attend(ben.id(), "morning", 180);
    Booking attended = after.offerings().attend(ben.id(), "afternoon", 60);
    out.println("attended on " + attended.attendedOn().orElseThrow());
    out.println("the course is "
        + after.enrollments().find(enrollment.id()).orElseThrow().state());
  }

  private static Lms at(Store store, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return Lms.on(store, new InMemoryContentStore(clock)).clock(clock).build();
  }
}
