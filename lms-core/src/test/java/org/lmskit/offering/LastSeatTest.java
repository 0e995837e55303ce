package org.lmskit.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestStore;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.LearnerId;
import org.lmskit.store.Store;

class LastSeatTest {
  private static final int PEOPLE = 8;
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final OfferingId ID = new OfferingId("o");

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void eight_people_who_book_at_once_get_one_seat_and_seven_places_in_the_queue(TestStore kind)
      throws Exception {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    ExecutorService pool = Executors.newFixedThreadPool(PEOPLE);
    try (Store store = kind.open()) {
      Lms lms = Lms.on(store, new InMemoryContentStore(clock)).clock(clock).build();
      lms.offerings()
          .schedule(OfferingPlan.of("o", "O", "t", 1)
              .meeting(Meeting.of("m", NOW.plusSeconds(60), Duration.ofHours(1))));
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Booking>> all = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        LearnerId who = new LearnerId("p" + i);
        all.add(pool.submit(() -> {
          start.await();
          return lms.offerings().book(ID, who);
        }));
      }
      start.countDown();
      List<Booking> made = new ArrayList<>();
      for (Future<Booking> one : all) {
        made.add(one.get());
      }

      assertThat(made)
          .extracting(Booking::number)
          .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(made)
          .allSatisfy(one -> assertThat(one.state())
              .isEqualTo(one.number() == 1 ? BookingState.BOOKED : BookingState.WAITING));
      Offering offering = lms.offerings().find(ID).orElseThrow();
      assertThat(offering.booked()).isEqualTo(1);
      assertThat(offering.waiting()).isEqualTo(7);
    } finally {
      pool.shutdownNow();
    }
  }
}
