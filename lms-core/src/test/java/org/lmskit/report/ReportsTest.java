package org.lmskit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.assessment.gradebook.EmptyGrades;
import org.lmskit.assessment.gradebook.Gradebook;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Compliance;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.learning.Fact;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.Rational;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/** A warehouse with two shifts, seen by those who run it. */
@ParameterizedClass
@EnumSource(TestStore.class)
class ReportsTest {
  private static final CertificationId FORKLIFT = new CertificationId("forklift");
  private static final CourseId LOADING = new CourseId("loading");
  private static final UnitId U1 = new UnitId("u1");
  private static final UnitId U2 = new UnitId("u2");
  private static final LearnerId CARLA = new LearnerId("carla");
  private static final Audience WAREHOUSE = Audience.unit("warehouse");
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 20);

  /** Whom the principal "lead" may see. */
  private final AtomicReference<Set<String>> team =
      new AtomicReference<>(Set.of("", "loading", "ann"));

  private final TestLms test;
  private final Lms lms;

  ReportsTest(TestStore store) {
    test = new TestLms(store.open());
    lms = test.builder()
        .authorizer((principal, action, subject) ->
            principal == null || !action.startsWith("reports.") || team.get().contains(subject))
        .build();
    test.time.set(Instant.parse("2026-07-01T08:00:00Z"));
    LocalDate longAgo = LocalDate.of(2025, 1, 1);
    lms.workforce().place(new OrgUnitId("warehouse"), "Warehouse", null, longAgo);
    lms.workforce().define(new Position(new PositionId("driver"), "Driver"));
    for (LearnerId learner : List.of(ANN, BEN, CARLA)) {
      lms.workforce().save(learner, LearnerProfile.named("=" + learner.value() + ", \"driver\""));
      lms.workforce()
          .appoint(AppointmentEntry.of(
              "of " + learner,
              learner.value(),
              "warehouse",
              "driver",
              ZoneId.of("Europe/Lisbon"),
              LocalDate.of(2026, 7, 1)));
    }
    lms.catalog()
        .publish(Course.of("loading", "Loading")
            .unit("u1", "Theory", test.page("theory", ViewingRule.OPENED))
            .unit("u2", "Practice", test.page("practice", ViewingRule.OPENED)));
    lms.certifications()
        .publish(Certification.of("forklift", "Forklift", Period.ofMonths(12), longAgo)
            .renewalWindow(Period.ofDays(60)));
    lms.assignments()
        .publish(AssignmentRule.of("all load", WAREHOUSE, Subject.course("loading"))
            .due(DayRule.assignment(14)));
  }

  @AfterEach
  void close() {
    test.store.close();
  }

  private EnrollmentId enrollment(LearnerId learner) {
    return lms.enrollments().findOpen(learner, LOADING).orElseThrow().id();
  }

  private void record(LearnerId learner, UnitId unit, Fact... facts) {
    lms.attempts().record(enrollment(learner), unit, List.of(facts), test.time.get());
  }

  private static Fact.Score points(String raw, String max) {
    return new Fact.Score(Score.ofRaw(new BigDecimal(raw), BigDecimal.ZERO, new BigDecimal(max)));
  }

  private Fact.Time time(int fromMinute, int toMinute) {
    Instant begin = Instant.parse("2026-07-02T08:00:00Z");
    return new Fact.Time(begin.plusSeconds(60L * fromMinute), begin.plusSeconds(60L * toMinute));
  }

  private void work() {
    test.time.set(Instant.parse("2026-07-03T10:00:00Z"));
    record(ANN, U1, time(0, 30), points("8", "12"), new Fact.Completion());
    record(ANN, U2, time(20, 50), points("3", "4"), new Fact.Completion());
    record(BEN, U1, time(0, 10), points("1", "12"), new Fact.Success(false));
    record(BEN, U1, points("2", "12"), new Fact.Success(false));
    test.time.set(Instant.parse("2026-07-20T10:00:00Z"));
  }

  @Test
  void compliance_follows_the_day_even_where_nothing_was_advanced() {
    work();

    ComplianceTotals before = lms.reports().complianceTotals(WAREHOUSE, LocalDate.of(2026, 7, 2));
    ComplianceTotals today = lms.reports().complianceTotals(WAREHOUSE, TODAY);

    assertThat(before.duties()).isEqualTo(new Compliance(0, 3));
    assertThat(before.overdue()).isZero();
    assertThat(today.learners()).isEqualTo(3);
    assertThat(today.compliantLearners()).isEqualTo(1);
    assertThat(today.duties()).isEqualTo(new Compliance(1, 3));
    assertThat(today.overdue()).isEqualTo(2);
    assertThat(today.subjects()).singleElement().satisfies(one -> {
      assertThat(one.title()).hasToString("Loading");
      assertThat(one.duties()).isEqualTo(today.duties());
    });
    assertThat(lms.reports().overdue(WAREHOUSE, TODAY).list())
        .extracting(row -> row.learner() + " " + row.standing().overdueDays())
        .containsExactlyInAnyOrder("ben 5", "carla 5");
    assertThat(lms.reports().compliance(Audience.group("nobody"), TODAY).list()).isEmpty();
  }

  @Test
  void csv_is_quoted_and_no_field_is_a_formula() throws IOException {
    work();
    StringWriter out = new StringWriter();

    lms.reports().compliance(WAREHOUSE, TODAY).csv(out);

    assertThat(out.toString().split("\r\n"))
        .hasSize(4)
        .startsWith(
            "learner,name,units,positions,kind,subject,title,state,compliant,openedOn,dueOn,"
                + "satisfiedOn,overdue,overdueDays,reasons")
        .contains("ann,\"'=ann, \"\"driver\"\"\",warehouse,driver,COURSE,loading,Loading,SATISFIED,"
            + "true,2026-07-01,2026-07-15,2026-07-03,false,0,rule all load")
        .contains("ben,\"'=ben, \"\"driver\"\"\",warehouse,driver,COURSE,loading,Loading,ACTIVE,"
            + "false,2026-07-01,2026-07-15,,true,5,rule all load");
  }

  @Test
  void json_has_numbers_lists_and_nulls() throws IOException {
    work();
    StringWriter out = new StringWriter();

    lms.reports().overdue(Audience.unit("warehouse"), TODAY).json(out);

    assertThat(out.toString()).startsWith("[{\"learner\":").endsWith("]");
    assertThat(out.toString())
        .contains("\"name\":\"=ben, \\\"driver\\\"\",\"units\":[\"warehouse\"]")
        .contains("\"satisfiedOn\":null,\"overdue\":true,\"overdueDays\":5");
  }

  @Test
  void a_writer_that_fails_ends_the_report() {
    Writer full = new Writer() {
      @Override
      public void write(char[] buffer, int offset, int length) throws IOException {
        throw new IOException("no space left");
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    Report<DutyRow> report = lms.reports().compliance(WAREHOUSE, TODAY);

    assertThatThrownBy(() -> report.csv(full)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> report.json(full)).isInstanceOf(IOException.class);
  }

  @Test
  void nobody_is_shown_or_counted_whom_the_principal_may_not_see() {
    work();
    Reports seen = lms.as(new PrincipalId("lead")).reports();

    assertThat(seen.compliance(WAREHOUSE, TODAY).list())
        .extracting(DutyRow::learner)
        .containsExactly(ANN);
    assertThat(seen.complianceTotals(WAREHOUSE, TODAY).learners()).isEqualTo(1);
    assertThat(seen.funnel(LOADING).list().get(0).count()).isEqualTo(1);
    assertThat(seen.scores(LOADING).list()).extracting(ScoreRow::learner).containsOnly(ANN);
    assertThat(seen.atRisk(WAREHOUSE, RiskPolicy.DEFAULT).list()).isEmpty();
    team.set(Set.of("ann"));
    assertThatThrownBy(() -> seen.compliance(WAREHOUSE, TODAY))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("lead may not reports.compliance");
  }

  @Test
  void erased_people_are_in_no_report() {
    work();

    lms.workforce().erase(BEN);

    assertThat(lms.reports().complianceTotals(WAREHOUSE, TODAY).learners()).isEqualTo(2);
    assertThat(lms.reports().funnel(LOADING).list().get(0).count()).isEqualTo(2);
  }

  @Test
  void a_night_shift_lacks_a_forklift_holder_from_the_day_on_which_an_award_ends() {
    LocalDate always = LocalDate.of(2026, 7, 1);
    lms.workforce().join(ANN, new GroupId("night"), always);
    lms.workforce().join(BEN, new GroupId("night"), always);
    lms.workforce().join(CARLA, new GroupId("night"), LocalDate.of(2026, 8, 5));
    lms.certifications().complete(ANN, FORKLIFT, Path.PRIMARY, LocalDate.of(2025, 8, 3));
    lms.certifications().complete(BEN, FORKLIFT, Path.PRIMARY, LocalDate.of(2026, 7, 1));
    lms.certifications().complete(CARLA, FORKLIFT, Path.PRIMARY, LocalDate.of(2026, 7, 1));
    CoverageNeed need = new CoverageNeed("night shift", Audience.group("night"), FORKLIFT, 2);

    List<CoverageRow> rows = lms.reports()
        .coverage(List.of(need), LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 7))
        .list();

    assertThat(rows).extracting(CoverageRow::holders).containsExactly(2, 2, 1, 1, 2, 2);
    assertThat(rows).extracting(CoverageRow::members).containsExactly(2, 2, 2, 2, 3, 3);
    assertThat(rows.get(2).day()).isEqualTo(LocalDate.of(2026, 8, 3));
    assertThat(rows.get(2).missing()).isEqualTo(1);
    assertThat(rows.get(4).missing()).isZero();
  }

  @Test
  void awards_that_end_within_days_are_listed_with_the_days_that_are_left() {
    lms.certifications().complete(ANN, FORKLIFT, Path.PRIMARY, LocalDate.of(2025, 7, 31));
    lms.certifications().complete(BEN, FORKLIFT, Path.PRIMARY, LocalDate.of(2025, 8, 1));
    lms.certifications().complete(CARLA, FORKLIFT, Path.PRIMARY, LocalDate.of(2025, 7, 1));
    LocalDate day = LocalDate.of(2026, 7, 1);

    assertThat(lms.reports().expiring(WAREHOUSE, day, 30).list())
        .extracting(row -> row.learner() + " " + row.daysLeft() + " " + row.title())
        .containsExactly("ann 30 Forklift");
    assertThat(lms.reports().expiring(WAREHOUSE, day, 31).list())
        .extracting(ExpiringRow::learner)
        .containsExactlyInAnyOrder(ANN, BEN);
  }

  @Test
  void a_funnel_counts_how_far_enrollments_came() {
    work();

    assertThat(lms.reports().funnel(LOADING).list())
        .extracting(row -> row.step() + " " + row.title() + " " + row.count())
        .containsExactly(
            "ENROLLED Loading 3",
            "STARTED Loading 2",
            "UNIT_STARTED Theory 2",
            "UNIT_COMPLETED Theory 1",
            "UNIT_SATISFIED Theory 1",
            "UNIT_STARTED Practice 1",
            "UNIT_COMPLETED Practice 1",
            "UNIT_SATISFIED Practice 1",
            "COMPLETED Loading 1");
    assertThat(lms.reports().funnel(LOADING).list().get(1).share()).contains(Rational.of(2, 3));
    assertThat(lms.reports().funnel(new CourseId("none")).list())
        .extracting(FunnelRow::count)
        .containsOnly(0);
  }

  @Test
  void time_that_overlaps_counts_once() {
    work();

    assertThat(lms.reports().timeOnTask(LOADING).list())
        .extracting(row -> row.learner() + " " + row.unit() + " " + row.onUnit().toMinutes() + " "
            + row.onCourse().toMinutes())
        .containsExactlyInAnyOrder(
            "ann u1 30 50",
            "ann u2 30 50",
            "ben u1 10 10",
            "ben u2 0 10",
            "carla u1 0 0",
            "carla u2 0 0");
    assertThat(lms.reports()
            .activity(WAREHOUSE, LocalDate.of(2026, 7, 2), LocalDate.of(2026, 7, 3))
            .list())
        .contains(
            new ActivityRow(ANN, "=ann, \"driver\"", Duration.ofMinutes(50), 1),
            new ActivityRow(CARLA, "=carla, \"driver\"", Duration.ZERO, 0));
    assertThat(lms.reports()
            .activity(WAREHOUSE, LocalDate.of(2026, 7, 3), LocalDate.of(2026, 7, 9))
            .list())
        .extracting(ActivityRow::time)
        .containsOnly(Duration.ZERO);
  }

  @Test
  void scores_are_listed_spread_and_made_one_grade_of() {
    work();

    assertThat(lms.reports().scores(LOADING).list())
        .extracting(row -> row.learner() + " " + row.unit() + " " + row.attempts() + " "
            + row.share().orElseThrow())
        .containsExactlyInAnyOrder("ann u1 1 2/3", "ann u2 1 3/4", "ben u1 2 1/6");
    ScoreDistribution theory = lms.reports().scoreDistribution(LOADING, U1);
    assertThat(theory.count()).isEqualTo(2);
    assertThat(theory.tenths()).containsExactly(0, 1, 0, 0, 0, 0, 1, 0, 0, 0);
    assertThat(theory.deviation()).isPresent();
    assertThat(lms.reports().scoreDistribution(LOADING, new UnitId("none")).mean())
        .isEmpty();
    Gradebook book = Gradebook.of(EmptyGrades.EXCLUDE_EMPTY)
        .column("u1", Rational.ONE)
        .column("u2", Rational.of(3));
    assertThat(lms.reports().grades(LOADING, book).list())
        .extracting(row ->
            row.learner() + " " + row.grade().total().map(Rational::toString).orElse("-"))
        .containsExactlyInAnyOrder("ann 35/48", "ben 1/6", "carla -");
    assertThat(lms.reports().grades(LOADING, book).columns())
        .containsExactly("learner", "name", "enrollment", "unit u1", "unit u2", "dropped", "total");
  }

  @Test
  void learners_are_at_risk_for_reasons() {
    lms.certifications().complete(BEN, FORKLIFT, Path.PRIMARY, LocalDate.of(2025, 8, 3));
    test.time.set(Instant.parse("2026-07-08T10:00:00Z"));
    assertThat(lms.reports().atRisk(WAREHOUSE, new RiskPolicy(7, 14, 2, 0)).list())
        .extracting(row -> row.learner() + " " + row.reasons())
        .contains("carla [not started course loading due 2026-07-15]");
    test.time.set(Instant.parse("2026-07-03T10:00:00Z"));
    work();

    List<RiskRow> rows = lms.reports().atRisk(WAREHOUSE, RiskPolicy.DEFAULT).list();

    assertThat(rows)
        .extracting(row -> row.learner() + " " + row.reasons())
        .containsExactlyInAnyOrder(
            "ben [overdue course loading since 2026-07-15, inactive course loading since "
                + "2026-07-03, failed course loading unit u1 2 times, expiring certification "
                + "forklift valid until 2026-08-03]",
            "carla [overdue course loading since 2026-07-15, inactive course loading since "
                + "2026-07-01]");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> lms.reports().expiring(WAREHOUSE, TODAY, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lms.reports().coverage(List.of(), TODAY, TODAY.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lms.reports().activity(WAREHOUSE, TODAY, TODAY.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CoverageNeed("x", WAREHOUSE, FORKLIFT, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RiskPolicy(1, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
