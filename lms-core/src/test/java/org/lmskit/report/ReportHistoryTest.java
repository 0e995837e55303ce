package org.lmskit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.RandomHistory;
import org.lmskit.TestLms;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Standing;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.learning.TestContent;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Learner;
import org.lmskit.workforce.Position;

/** Reports over random histories say what asking for each learner and each day says. */
class ReportHistoryTest {
  private static final List<CertificationId> CERTIFICATIONS =
      List.of(new CertificationId("c0"), new CertificationId("c1"));

  private final TestLms test = new TestLms();
  private final Lms lms =
      test.builder().module(LmsModule.of(TestContent.KINDS, TestContent.TYPE)).build();

  private LocalDate live(long seed) {
    new RandomHistory(test, new Random(seed)).live(lms, 120);
    return LocalDate.ofInstant(test.time.get(), ZoneOffset.UTC);
  }

  private List<LearnerId> people() {
    return lms.workforce().learners(TestLms.ALL).items().stream()
        .map(Learner::id)
        .toList();
  }

  private boolean isIn(LearnerId learner, String group, LocalDate day) {
    return lms.workforce().groups(learner, day).contains(new GroupId(group));
  }

  private boolean isAppointed(LearnerId learner, LocalDate day) {
    return lms.workforce().appointments(learner).stream().anyMatch(one -> one.holdsOn(day));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void compliance_is_where_each_learner_stands(long seed) {
    LocalDate today = live(seed);

    for (int days : List.of(-30, -1, 0, 1, 2, 45)) {
      LocalDate day = today.plusDays(days);
      List<Standing> staff = new ArrayList<>();
      List<Standing> others = new ArrayList<>();
      for (LearnerId learner : people()) {
        List<Standing> alive = lms.assignments().standing(learner, day).stream()
            .filter(standing -> standing.situation().state().isAlive())
            .toList();
        staff.addAll(isAppointed(learner, day) ? alive : List.of());
        others.addAll(isIn(learner, "g0", day) ? List.of() : alive);
      }

      assertThat(standings(Audience.staff(), day)).containsExactlyInAnyOrderElementsOf(staff);
      assertThat(standings(Audience.group("g0").negated(), day))
          .containsExactlyInAnyOrderElementsOf(others);
      assertThat(lms.reports().overdue(Audience.staff(), day).list())
          .hasSize((int) staff.stream().filter(Standing::overdue).count());
    }
  }

  private List<Standing> standings(Audience audience, LocalDate day) {
    return lms.reports().compliance(audience, day).list().stream()
        .map(DutyRow::standing)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void coverage_is_what_counting_day_by_day_gives(long seed) {
    LocalDate today = live(seed);
    certify(new Random(seed), today);
    LocalDate from = today.minusDays(40);
    LocalDate before = today.plusDays(50);
    List<CoverageNeed> needs = List.of(
        new CoverageNeed("staff", Audience.staff(), CERTIFICATIONS.get(0), 2),
        new CoverageNeed("shift", Audience.group("g1"), CERTIFICATIONS.get(1), 1),
        new CoverageNeed("part", Audience.unit("o1"), CERTIFICATIONS.get(0), 1));

    List<CoverageRow> rows = lms.reports().coverage(needs, from, before).list();

    List<CoverageRow> counted = new ArrayList<>();
    from.datesUntil(before).forEach(day -> needs.forEach(need -> counted.add(count(day, need))));
    assertThat(rows).isEqualTo(counted);
    assertThat(rows).anyMatch(row -> row.holders() > 0);
  }

  /** Everybody works, and things happen to what they hold; what the engine refuses does not. */
  private void certify(Random random, LocalDate today) {
    for (CertificationId id : CERTIFICATIONS) {
      lms.certifications()
          .publish(Certification.of(id.value(), "New", Period.ofDays(30), today.minusDays(90))
              .grace(Period.ofDays(5))
              .graceCountsAsCompliant(true)
              .retroactive(true));
    }
    lms.workforce().place(new OrgUnitId("o1"), "Part", null, today.minusDays(90));
    lms.workforce().define(new Position(new PositionId("p0"), "Job"));
    for (int i = 0; i < 60; i++) {
      LearnerId who = new LearnerId("l" + random.nextInt(4));
      CertificationId what = CERTIFICATIONS.get(random.nextInt(2));
      LocalDate on = today.minusDays(random.nextInt(60));
      try {
        switch (random.nextInt(8)) {
          case 0 -> lms.certifications().pause(who, what, on, "leave");
          case 1 -> lms.certifications().resume(who, what, on, "back");
          case 2 -> lms.certifications().revoke(who, what, on, "accident");
          case 3 -> lms.certifications().extend(who, what, on, on.plusDays(40), "ill");
          case 4 -> lms.workforce().join(who, new GroupId("g1"), on.plusDays(30));
          case 5 ->
            lms.workforce()
                .appoint(AppointmentEntry.of(
                    "new " + who, who.value(), "o1", "p0", ZoneId.of("UTC"), on));
          default -> lms.certifications().complete(who, what, Path.PRIMARY, on);
        }
      } catch (RejectedException e) {
        assertThat(e.reason().name()).isNotEqualTo("NOT_AUTHORIZED");
      }
    }
  }

  private CoverageRow count(LocalDate day, CoverageNeed need) {
    List<LearnerId> members =
        people().stream().filter(learner -> matches(learner, need, day)).toList();
    int holders = (int) members.stream()
        .filter(learner ->
            lms.certifications().statusOn(learner, need.certification(), day).compliant())
        .count();
    return new CoverageRow(day, need, members.size(), holders);
  }

  private boolean matches(LearnerId learner, CoverageNeed need, LocalDate day) {
    return switch (need.name()) {
      case "staff" -> isAppointed(learner, day);
      case "shift" -> isIn(learner, "g1", day);
      default ->
        lms.workforce().appointments(learner).stream()
            .anyMatch(one -> one.holdsOn(day)
                && lms.workforce().subtree(new OrgUnitId("o1"), day).contains(one.unit()));
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void what_expires_is_what_is_valid_now_and_not_then(long seed) {
    LocalDate today = live(seed);

    List<String> expected = new ArrayList<>();
    for (LearnerId learner : people()) {
      for (CertificationId id : CERTIFICATIONS) {
        var status = lms.certifications().statusOn(learner, id, today);
        if (isAppointed(learner, today)
            && status.state().isValid()
            && !status.validUntil().orElseThrow().isAfter(today.plusDays(25))) {
          expected.add(learner + " " + id);
        }
      }
    }

    assertThat(lms.reports().expiring(Audience.staff(), today, 25).list())
        .extracting(row -> row.learner() + " " + row.certification())
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
