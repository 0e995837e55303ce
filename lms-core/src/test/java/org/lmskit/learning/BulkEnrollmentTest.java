package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;
import static org.lmskit.TestLms.U2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.Problem;
import org.lmskit.store.Store;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

class BulkEnrollmentTest {
  private static List<LearnerId> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> new LearnerId("p" + i)).toList();
  }

  private static void complete(Lms lms, TestLms test, LearnerId learner) {
    var id = lms.enrollments().enroll(learner, FIRE_SAFETY).id();
    List<Fact> done = List.of(new Fact.Completion());
    lms.attempts().record(id, U1, done, test.time.get());
    lms.attempts().record(id, U2, done, test.time.get());
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "SQLITE"})
  void many_are_enrolled_in_batches_and_repeating_it_changes_nothing(TestStore on) {
    try (Store store = on.open()) {
      TestLms test = new TestLms(store);
      Lms lms = test.start();
      lms.catalog().publish(test.fireSafety());
      lms.enrollments().enrollAll(FIRE_SAFETY, people(300));

      BulkReport report = lms.enrollments().enrollAll(FIRE_SAFETY, people(1_200));
      test.events();

      assertThat(report).isEqualTo(new BulkReport(900, 300, List.of()));
      assertThat(lms.enrollments().enrollAll(FIRE_SAFETY, people(1_200)).already())
          .isEqualTo(1_200);
      assertThat(test.events()).isEmpty();
      assertThat(lms.enrollments().findOpen(new LearnerId("p1199"), FIRE_SAFETY))
          .isPresent();
    }
  }

  @Test
  void they_are_enrolled_as_one_by_one() {
    TestLms test = new TestLms();
    Lms lms = test.start();
    lms.catalog().publish(test.fireSafety());
    var dry = lms.dryRun(l -> l.enrollments().enroll(ANN, FIRE_SAFETY)).result();

    lms.enrollments().enrollAll(FIRE_SAFETY, List.of(ANN, ANN));

    Enrollment real = lms.enrollments().of(ANN, ALL).items().get(0);
    assertThat(real.units()).isEqualTo(dry.units());
    assertThat(real.ref().version()).isEqualTo(dry.ref().version());
    assertThat(real.openedAt()).isEqualTo(dry.openedAt());
  }

  @Test
  void who_completed_the_course_is_a_finding_and_stops_nobody() {
    TestLms test = new TestLms();
    Lms lms = test.start();
    lms.catalog().publish(test.fireSafety());
    complete(lms, test, BEN);
    List<LearnerId> all = new ArrayList<>(people(3));
    all.add(BEN);
    Collections.reverse(all);

    BulkReport report = lms.enrollments().enrollAll(FIRE_SAFETY, all);

    assertThat(report.enrolled()).isEqualTo(3);
    assertThat(report.problems()).extracting(Problem::code).containsExactly("ENROLL-COMPLETED");
    assertThat(report.problems()).extracting(Problem::location).containsExactly("ben");
  }

  @Test
  void each_is_enrolled_on_his_own_civil_day() {
    TestLms test = new TestLms();
    Lms lms = test.start();
    lms.catalog().publish(test.fireSafety());
    lms.workforce().place(new OrgUnitId("o"), "O", null, LocalDate.of(2020, 1, 1));
    lms.workforce().define(new Position(new PositionId("p"), "P"));
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "a1", "ann", "o", "p", ZoneId.of("Asia/Tokyo"), LocalDate.of(2021, 1, 1)));
    test.time.set(Instant.parse("2026-03-02T20:00:00Z"));
    test.heard.clear();

    lms.enrollments().enrollAll(FIRE_SAFETY, List.of(ANN, BEN));

    assertThat(test.heard.stream()
            .filter(event -> event instanceof EnrollmentEvent.EnrollmentOpened)
            .map(event -> event.effectiveOn().getDayOfMonth()))
        .containsExactly(3, 2);
  }

  @Test
  void an_unknown_course_enrolls_nobody() {
    TestLms test = new TestLms();
    Lms lms = test.start();

    assertThatThrownBy(() -> lms.enrollments().enrollAll(FIRE_SAFETY, people(2)))
        .isInstanceOf(NotFoundException.class);
    assertThat(lms.workforce().find(new LearnerId("p0"))).isEmpty();
  }
}
