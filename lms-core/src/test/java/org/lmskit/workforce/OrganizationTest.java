package org.lmskit.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;
import org.lmskit.workforce.AppointmentEvent.AppointmentCorrected;

@ParameterizedClass
@EnumSource(TestStore.class)
class OrganizationTest {
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  private static final LocalDate JAN = LocalDate.of(2026, 1, 1);
  private static final LocalDate APR = LocalDate.of(2026, 4, 1);
  private static final LocalDate JUN = LocalDate.of(2026, 6, 1);
  private static final OrgUnitId PLANT = new OrgUnitId("plant");
  private static final OrgUnitId WAREHOUSE = new OrgUnitId("warehouse");
  private static final OrgUnitId RACKS = new OrgUnitId("racks");
  private static final OrgUnitId OFFICE = new OrgUnitId("office");

  private final TestLms test;
  private final Lms lms;

  OrganizationTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.start();
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  @BeforeEach
  void organise() {
    lms.workforce().place(PLANT, "Plant", null, JAN);
    lms.workforce().place(WAREHOUSE, "Warehouse", PLANT, JAN);
    lms.workforce().place(RACKS, "Racks", WAREHOUSE, JAN);
    lms.workforce().place(OFFICE, "Office", PLANT, JAN);
    lms.workforce().define(new Position(new PositionId("associate"), "Associate"));
    lms.workforce().define(new Position(new PositionId("lead"), "Lead"));
    test.events();
  }

  private static AppointmentEntry job(String id, String who, String unit, LocalDate from) {
    return AppointmentEntry.of(id, who, unit, "associate", LISBON, from);
  }

  private List<String> people(List<LearnerKey> keys) {
    var known = lms.workforce().learners(keys);
    return keys.stream().map(key -> known.get(key).id().value()).toList();
  }

  private List<String> in(OrgUnitId unit, LocalDate day) {
    return lms.workforce().appointmentsIn(unit, day).stream()
        .map(a -> a.id().value())
        .toList();
  }

  @Test
  void subtree_is_that_of_the_day_asked_for() {
    lms.workforce().place(RACKS, "Racks", OFFICE, APR);

    assertThat(lms.workforce().subtree(WAREHOUSE, APR.minusDays(1)))
        .containsExactly(WAREHOUSE, RACKS);
    assertThat(lms.workforce().subtree(WAREHOUSE, APR)).containsExactly(WAREHOUSE);
    assertThat(lms.workforce().subtree(PLANT, APR))
        .containsExactlyInAnyOrder(PLANT, WAREHOUSE, OFFICE, RACKS)
        .startsWith(PLANT);
    assertThat(lms.workforce().subtree(PLANT, JAN.minusDays(1))).isEmpty();
  }

  @Test
  void part_that_would_stand_under_itself_is_refused_on_any_day() {
    assertRefused(
        WorkforceReason.ORG_CYCLE, () -> lms.workforce().place(PLANT, "Plant", RACKS, APR));
    assertRefused(
        WorkforceReason.ORG_CYCLE, () -> lms.workforce().place(PLANT, "Plant", PLANT, APR));

    lms.workforce().place(WAREHOUSE, "Warehouse", OFFICE, JUN);
    assertRefused(
        WorkforceReason.ORG_CYCLE, () -> lms.workforce().place(OFFICE, "Office", RACKS, APR));
    assertThat(lms.workforce().find(OFFICE).orElseThrow().parentOn(APR)).contains(PLANT);
  }

  @Test
  void telling_the_same_again_changes_nothing() {
    AppointmentEntry ann = job("a1", "ann", "racks", APR).under("tom");
    lms.workforce().appoint(ann);
    test.events();

    lms.workforce().appoint(ann);
    lms.workforce().place(RACKS, "Racks", WAREHOUSE, APR);
    lms.workforce().define(new Position(new PositionId("lead"), "Lead"));

    assertThat(test.events()).isEmpty();
  }

  @Test
  void appointments_are_found_in_the_subtree_on_the_day() {
    lms.workforce().appoint(job("a1", "ann", "racks", JAN).before(APR));
    lms.workforce().appoint(job("a2", "ann", "office", APR));
    lms.workforce().appoint(job("b1", "ben", "warehouse", JAN));

    assertThat(in(WAREHOUSE, APR.minusDays(1))).containsExactly("a1", "b1");
    assertThat(in(WAREHOUSE, APR)).containsExactly("b1");
    assertThat(in(PLANT, APR)).containsExactly("b1", "a2");
    assertThat(lms.workforce().appointmentsAs(new PositionId("associate"), APR))
        .extracting(a -> a.id().value())
        .containsExactly("b1", "a2");
    assertThat(lms.workforce().appointmentsAs(new PositionId("lead"), APR)).isEmpty();
  }

  @Test
  void chain_of_managers_is_that_of_the_day_and_never_circles() {
    lms.workforce().appoint(job("z1", "zoe", "racks", JAN).under("tom").before(APR));
    lms.workforce().appoint(job("z2", "zoe", "racks", APR).under("uma"));
    lms.workforce().appoint(job("t1", "tom", "warehouse", JAN).under("boss"));
    lms.workforce().appoint(job("u1", "uma", "warehouse", JAN).under("boss"));
    lms.workforce().appoint(job("b1", "boss", "plant", JAN).under("zoe"));
    LearnerId zoe = new LearnerId("zoe");

    assertThat(people(lms.workforce().managers(zoe, APR.minusDays(1))))
        .containsExactly("tom", "boss");
    assertThat(people(lms.workforce().managers(zoe, APR))).containsExactly("uma", "boss");
    assertThat(lms.workforce().managers(zoe, JAN.minusDays(1))).isEmpty();
    assertThat(lms.workforce().managers(new LearnerId("nobody"), APR)).isEmpty();
  }

  @Test
  void hire_is_the_start_of_the_unbroken_employment() {
    lms.workforce().appoint(job("a1", "ann", "racks", JAN).before(LocalDate.of(2026, 2, 1)));
    lms.workforce().appoint(job("a2", "ann", "racks", LocalDate.of(2026, 3, 1)).before(APR));
    lms.workforce().appoint(job("a3", "ann", "office", APR));
    LearnerId ann = new LearnerId("ann");

    assertThat(lms.workforce().hiredOn(ann, JUN)).contains(LocalDate.of(2026, 3, 1));
    assertThat(lms.workforce().hiredOn(ann, LocalDate.of(2026, 1, 31))).contains(JAN);
    assertThat(lms.workforce().hiredOn(ann, LocalDate.of(2026, 2, 15))).isEmpty();
  }

  @Test
  void correction_takes_effect_on_the_first_day_that_differs() {
    lms.workforce().appoint(job("a1", "ann", "racks", JAN));
    test.events();

    lms.workforce().appoint(job("a1", "ann", "racks", JAN).before(JUN));
    AppointmentCorrected ended = (AppointmentCorrected) test.heard.get(0);
    lms.workforce().appoint(job("a1", "ann", "racks", JAN).before(APR));
    AppointmentCorrected earlier = (AppointmentCorrected) test.heard.get(1);
    lms.workforce().appoint(job("a1", "ann", "office", APR).before(JUN));
    AppointmentCorrected elsewhere = (AppointmentCorrected) test.heard.get(2);

    assertThat(ended.effectiveOn()).isEqualTo(JUN);
    assertThat(earlier.effectiveOn()).isEqualTo(APR);
    assertThat(elsewhere.effectiveOn()).isEqualTo(JAN);
    assertThat(elsewhere.before().unit()).isEqualTo(RACKS);
  }

  @Test
  void bad_appointments_are_refused_with_the_reason() {
    lms.workforce().appoint(job("a1", "ann", "racks", APR).before(JUN));

    assertRefused(
        WorkforceReason.APPOINTMENT_OVERLAPS,
        () -> lms.workforce().appoint(job("a2", "ann", "racks", JUN.minusDays(1))));
    assertRefused(
        WorkforceReason.ORG_UNIT_UNKNOWN,
        () -> lms.workforce().appoint(job("a3", "ann", "moon", APR)));
    assertRefused(
        WorkforceReason.ORG_UNIT_UNKNOWN,
        () -> lms.workforce().appoint(job("a3", "ann", "racks", JAN.minusDays(1))));
    assertRefused(
        WorkforceReason.POSITION_UNKNOWN,
        () -> lms.workforce()
            .appoint(AppointmentEntry.of("a3", "ann", "racks", "pilot", LISBON, JUN)));
    assertRefused(
        WorkforceReason.APPOINTMENT_OF_ANOTHER,
        () -> lms.workforce().appoint(job("a1", "ben", "racks", APR)));
    assertRefused(
        WorkforceReason.OWN_MANAGER,
        () -> lms.workforce().appoint(job("a3", "ann", "office", APR).under("ann")));
    assertThat(lms.workforce().appointments(new LearnerId("ann"))).hasSize(1);
    assertThat(lms.workforce().appoint(job("a2", "ann", "racks", JUN)).from()).isEqualTo(JUN);
  }

  @Test
  void cancelled_appointment_never_was() {
    lms.workforce().appoint(job("a1", "ann", "racks", JAN));

    lms.workforce().cancel(new AppointmentId("a1"));

    assertThat(lms.workforce().appointments(new LearnerId("ann"))).isEmpty();
    assertThatThrownBy(() -> lms.workforce().cancel(new AppointmentId("a1")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void civil_day_of_a_completion_is_that_of_the_persons_zone() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    lms.workforce().appoint(job("a1", "ann", "racks", JAN));
    lms.workforce().appoint(AppointmentEntry.of("k1", "ken", "racks", "associate", tokyo, JAN));
    lms.catalog().publish(test.fireSafety());
    test.time.set(Instant.parse("2026-05-21T16:30:00Z"));

    assertThat(completedOn("ann")).isEqualTo(LocalDate.of(2026, 5, 21));
    assertThat(completedOn("ken")).isEqualTo(LocalDate.of(2026, 5, 22));
  }

  private LocalDate completedOn(String who) {
    Enrollment enrollment = lms.enrollments().enroll(new LearnerId(who), TestLms.FIRE_SAFETY);
    for (var unit : List.of(TestLms.U1, TestLms.U2)) {
      lms.attempts().open(enrollment.id(), unit, ViewedContent.PAGE, new ViewingRequest.Open("s"));
    }
    test.pass(Duration.ZERO);
    return lms.enrollments()
        .find(enrollment.id())
        .orElseThrow()
        .completed()
        .orElseThrow()
        .on();
  }
}
