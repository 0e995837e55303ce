package org.lmskit.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ALL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.DryRun;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.catalog.Course;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;

@ParameterizedClass
@EnumSource(TestStore.class)
class OfferingsTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final Instant CUTOFF = Instant.parse("2026-05-01T18:00:00Z");
  private static final OfferingId MAY = new OfferingId("may");
  private static final OfferingPlan PLAN = OfferingPlan.of("may", "Forklift day", "forklift", 2)
      .meeting(Meeting.of("morning", START, Duration.ofMinutes(180)).in("Room 1"))
      .meeting(Meeting.of("afternoon", START.plus(Duration.ofHours(5)), Duration.ofMinutes(120)))
      .cancelUntil(CUTOFF)
      .attendedFrom("0.8");

  private final TestLms test;
  private final Lms lms;

  OfferingsTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.start();
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  @BeforeEach
  void plan() {
    lms.offerings().schedule(PLAN);
    test.heard.clear();
  }

  private Booking book(String learner) {
    return lms.offerings().book(MAY, new LearnerId(learner));
  }

  private BookingState state(Booking booking) {
    return lms.offerings().find(booking.id()).orElseThrow().state();
  }

  private Offering may() {
    return lms.offerings().find(MAY).orElseThrow();
  }

  private static RejectedException assertRefused(Reason reason, Runnable operation) {
    RejectedException[] refused = new RejectedException[1];
    assertThatThrownBy(operation::run).isInstanceOfSatisfying(RejectedException.class, e -> {
      assertThat(e.reason()).isEqualTo(reason);
      refused[0] = e;
    });
    return refused[0];
  }

  @Test
  void seats_go_to_those_who_book_first_and_the_rest_wait_in_order() {
    Booking ann = book("ann");
    Booking ben = book("ben");
    Booking cleo = book("cleo");
    Booking dan = book("dan");

    assertThat(ann.state()).isEqualTo(BookingState.BOOKED);
    assertThat(ben.state()).isEqualTo(BookingState.BOOKED);
    assertThat(lms.offerings().waitlist(MAY))
        .extracting(Booking::id)
        .containsExactly(cleo.id(), dan.id());
    assertThat(may().booked()).isEqualTo(2);
    assertThat(may().waiting()).isEqualTo(2);
    assertThat(book("cleo")).isEqualTo(cleo);
    assertThat(book("ann")).isEqualTo(ann);
    assertThat(lms.offerings().roster(MAY)).extracting(Booking::number).containsExactly(1, 2, 3, 4);
  }

  @Test
  void who_cancels_makes_room_for_the_first_who_waits() {
    Booking ann = book("ann");
    book("ben");
    Booking cleo = book("cleo");
    Booking dan = book("dan");
    test.heard.clear();

    assertThat(lms.offerings().cancel(ann.id()).state()).isEqualTo(BookingState.CANCELLED);

    assertThat(test.events()).containsExactly("BookingCancelled", "BookingPromoted");
    assertThat(state(cleo)).isEqualTo(BookingState.BOOKED);
    assertThat(state(dan)).isEqualTo(BookingState.WAITING);
    assertThat(lms.offerings().cancel(ann.id()).state()).isEqualTo(BookingState.CANCELLED);
    assertThat(test.events()).isEmpty();
    Booking again = book("ann");
    assertThat(again.id()).isNotEqualTo(ann.id());
    assertThat(lms.offerings().waitlist(MAY))
        .extracting(Booking::id)
        .containsExactly(dan.id(), again.id());
  }

  @Test
  void the_cut_off_itself_is_in_time_and_does_not_bind_those_who_wait() {
    Booking ann = book("ann");
    Booking ben = book("ben");
    Booking cleo = book("cleo");
    Booking dan = book("dan");
    test.time.set(CUTOFF);
    lms.offerings().cancel(ann.id());
    assertThat(state(cleo)).isEqualTo(BookingState.BOOKED);

    test.time.set(CUTOFF.plusMillis(1));

    RejectedException refused =
        assertRefused(OfferingReason.CUTOFF_PASSED, () -> lms.offerings().cancel(ben.id()));
    assertThat(refused.details()).containsEntry("cancelUntil", CUTOFF.toString());
    assertThat(lms.offerings().cancel(dan.id()).state()).isEqualTo(BookingState.CANCELLED);
    assertThat(may().waiting()).isZero();
  }

  @Test
  void a_person_may_release_a_seat_after_the_cut_off_with_a_reason() {
    Booking ann = book("ann");
    book("ben");
    Booking cleo = book("cleo");
    test.time.set(CUTOFF.plusSeconds(60));
    assertRefused(OfferingReason.REASON_MISSING, () -> lms.offerings().release(ann.id(), " "));

    Booking released = lms.offerings().release(ann.id(), "broke a leg");

    assertThat(lms.workforce().text(Objects.requireNonNull(released.noteOrNull())))
        .contains("broke a leg");
    assertThat(state(cleo)).isEqualTo(BookingState.BOOKED);
  }

  @Test
  void nobody_is_promoted_or_booked_after_the_start() {
    Booking ann = book("ann");
    Booking ben = book("ben");
    Booking cleo = book("cleo");
    Booking dan = book("dan");
    test.time.set(START);
    lms.offerings().release(ann.id(), "did not come");
    assertThat(state(cleo)).isEqualTo(BookingState.BOOKED);

    test.time.set(START.plusMillis(1));
    lms.offerings().release(ben.id(), "did not come");
    lms.offerings().changeCapacity(MAY, 5);

    assertThat(state(dan)).isEqualTo(BookingState.WAITING);
    assertThat(may().free()).isEqualTo(4);
    assertRefused(OfferingReason.OFFERING_STARTED, () -> book("eve"));
  }

  @Test
  void raising_capacity_promotes_in_order_and_lowering_it_below_the_booked_is_refused() {
    book("ann");
    book("ben");
    Booking cleo = book("cleo");
    Booking dan = book("dan");
    Booking eve = book("eve");

    lms.offerings().changeCapacity(MAY, 4);

    assertThat(state(cleo)).isEqualTo(BookingState.BOOKED);
    assertThat(state(dan)).isEqualTo(BookingState.BOOKED);
    assertThat(state(eve)).isEqualTo(BookingState.WAITING);
    RejectedException refused = assertRefused(
        OfferingReason.CAPACITY_BELOW_BOOKED, () -> lms.offerings().changeCapacity(MAY, 3));
    assertThat(refused.details()).containsEntry("capacity", "3").containsEntry("booked", "4");
    lms.offerings().cancel(eve.id());
    lms.offerings().cancel(dan.id());
    assertThat(lms.offerings().changeCapacity(MAY, 3).free()).isZero();
  }

  @Test
  void who_walks_in_gets_a_free_seat_or_is_refused() {
    book("ann");
    Booking ben = book("ben");
    Booking cleo = book("cleo");
    test.time.set(START.plusSeconds(300));
    RejectedException refused = assertRefused(
        OfferingReason.OFFERING_FULL, () -> lms.offerings().walkIn(MAY, new LearnerId("eve")));
    assertThat(refused.details()).containsEntry("capacity", "2");
    lms.offerings().release(ben.id(), "did not come");

    Booking seated = lms.offerings().walkIn(MAY, new LearnerId("cleo"));

    assertThat(seated.state()).isEqualTo(BookingState.BOOKED);
    assertThat(seated.walkIn()).isTrue();
    assertThat(state(cleo)).isEqualTo(BookingState.CANCELLED);
    assertThat(lms.offerings().walkIn(MAY, new LearnerId("cleo"))).isEqualTo(seated);
    assertThat(may().booked()).isEqualTo(2);
    assertThat(may().waiting()).isZero();
  }

  @Test
  void attendance_at_the_threshold_completes_the_unit_on_the_day_that_brought_it() {
    lms.catalog()
        .publish(Course.of("driving", "Driving").unit("u1", "Day", OfferedUnits.of("forklift")));
    Enrollment enrollment = lms.enrollments().enroll(new LearnerId("ann"), new CourseId("driving"));
    Booking ann = book("ann");
    test.time.set(START.plus(Duration.ofDays(3)));
    lms.offerings().attend(ann.id(), "afternoon", 60);
    assertThat(lms.enrollments().find(enrollment.id()).orElseThrow().completed())
        .isEmpty();

    lms.offerings().attend(ann.id(), "morning", 179);
    assertThat(lms.offerings().find(ann.id()).orElseThrow().attendedOn()).isEmpty();
    Booking attended = lms.offerings().attend(ann.id(), "morning", 180);

    assertThat(attended.attended()).isEqualTo(240);
    assertThat(attended.attendedOn()).contains(LocalDate.of(2026, 5, 4));
    Enrollment done = lms.enrollments().find(enrollment.id()).orElseThrow();
    assertThat(done.state()).isEqualTo(EnrollmentState.COMPLETED);
    assertThat(done.completed().orElseThrow().on()).isEqualTo(LocalDate.of(2026, 5, 4));
    assertThat(done.completed().orElseThrow().at())
        .isEqualTo(PLAN.meetings().get(1).to());
    lms.offerings().attend(ann.id(), "morning", 10);
    assertThat(lms.offerings().find(ann.id()).orElseThrow().attendedOn()).isPresent();
  }

  @Test
  void attendance_that_cannot_be_is_refused_with_the_value() {
    Booking ann = book("ann");
    book("ben");
    Booking waits = book("cleo");
    assertThat(assertRefused(
                OfferingReason.ATTENDANCE_INVALID,
                () -> lms.offerings().attend(ann.id(), "morning", 60))
            .getMessage())
        .contains("begins at");
    test.time.set(START.plus(Duration.ofDays(1)));
    for (int minutes : new int[] {-1, 181}) {
      assertThat(assertRefused(
                  OfferingReason.ATTENDANCE_INVALID,
                  () -> lms.offerings().attend(ann.id(), "morning", minutes))
              .details())
          .containsEntry("minutes", String.valueOf(minutes));
    }
    assertRefused(
        OfferingReason.ATTENDANCE_INVALID, () -> lms.offerings().attend(ann.id(), "evening", 1));
    assertRefused(
        OfferingReason.NOT_BOOKED, () -> lms.offerings().attend(waits.id(), "morning", 1));
    lms.offerings().attend(ann.id(), "morning", 90);
    assertRefused(
        OfferingReason.MEETING_ATTENDED,
        () -> lms.offerings().schedule(PLAN.withMeetings(List.of(PLAN.meetings().get(1)))));
  }

  @Test
  void calling_off_cancels_everybody_and_nothing_can_be_done_then() {
    Booking ann = book("ann");
    book("ben");
    Booking cleo = book("cleo");

    Offering off = lms.offerings().callOff(MAY, "no trainer");

    assertThat(off.calledOff()).isTrue();
    assertThat(off.booked()).isZero();
    assertThat(off.waiting()).isZero();
    assertThat(state(ann)).isEqualTo(BookingState.CANCELLED);
    assertThat(state(cleo)).isEqualTo(BookingState.CANCELLED);
    assertRefused(OfferingReason.OFFERING_CANCELLED, () -> book("dan"));
    assertRefused(OfferingReason.OFFERING_CANCELLED, () -> lms.offerings().changeCapacity(MAY, 9));
    assertRefused(OfferingReason.OFFERING_CANCELLED, () -> lms.offerings().callOff(MAY, "again"));
  }

  @Test
  void plans_that_cannot_be_held_are_refused() {
    for (OfferingPlan bad : List.of(
        OfferingPlan.of("x", "X", "t", 3),
        PLAN.withCapacity(0),
        PLAN.attendedFrom("0"),
        PLAN.attendedFrom("1.1"),
        PLAN.cancelUntil(START.plusSeconds(1)),
        PLAN.meeting(PLAN.meetings().get(0)))) {
      assertRefused(OfferingReason.OFFERING_INVALID, () -> lms.offerings().schedule(bad));
    }
    assertThatThrownBy(() -> lms.offerings().changeCapacity(new OfferingId("gone"), 2))
        .isInstanceOf(NotFoundException.class);
    assertThat(lms.offerings().schedule(PLAN)).isEqualTo(may());
    assertThat(test.events()).isEmpty();
  }

  @Test
  void a_dry_run_shows_whom_more_seats_would_promote() {
    book("ann");
    book("ben");
    book("cleo");

    DryRun<Offering> run = lms.dryRun(l -> l.offerings().changeCapacity(MAY, 3));

    assertThat(run.events())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("OfferingRescheduled", "BookingPromoted");
    assertThat(may().waiting()).isEqualTo(1);
  }

  @Test
  void who_is_erased_leaves_his_seat_to_the_first_who_waits() {
    Booking ann = book("ann");
    book("ben");
    Booking cleo = book("cleo");

    lms.workforce().erase(new LearnerId("ann"));

    assertThat(state(ann)).isEqualTo(BookingState.CANCELLED);
    assertThat(state(cleo)).isEqualTo(BookingState.BOOKED);
  }

  @Test
  void offerings_of_a_topic_are_found_by_their_starts() {
    OfferingPlan june = OfferingPlan.of("june", "Forklift day", "forklift", 9)
        .meeting(Meeting.of("m", START.plus(Duration.ofDays(30)), Duration.ofHours(3)));
    lms.offerings().schedule(june);
    lms.offerings()
        .schedule(OfferingPlan.of("other", "Fire", "fire", 9)
            .meeting(Meeting.of("m", START, Duration.ofHours(3))));

    assertThat(lms.offerings().of("forklift", START, ALL).items())
        .extracting(Offering::id)
        .containsExactly(MAY, june.id());
    assertThat(lms.offerings().of("forklift", START.plusMillis(1), ALL).items()).hasSize(1);
    assertThat(lms.offerings().offerings(ALL).items()).hasSize(3);
    Booking ann = book("ann");
    assertThat(lms.offerings().of(new LearnerId("ann"), ALL).items()).containsExactly(ann);
    assertThat(lms.offerings().find(MAY, new LearnerId("ann"))).contains(ann);
  }
}
