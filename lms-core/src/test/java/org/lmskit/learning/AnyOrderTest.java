package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.catalog.Requirement.all;
import static org.lmskit.catalog.Requirement.any;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Unit;
import org.lmskit.certification.Award;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.event.EventHeader;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.EventId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.viewing.ViewingRule;

/** What is known from outside carries its own date: whatever the order in which it is told, the same is so in the end. */
class AnyOrderTest {
  private static final Instant FROM = Instant.parse("2026-05-01T10:00:00Z");
  private static final CourseId COURSE = new CourseId("course");

  /** One attempt that was made elsewhere. */
  private record Told(UnitId unit, int day, List<Fact> facts) {
    Instant at() {
      return FROM.plus(day, ChronoUnit.DAYS);
    }
  }

  /** One who takes the course, and to whom all is told afterwards. */
  private static final class Life {
    final TestLms test = new TestLms();
    final Lms lms = test.start();
    final EnrollmentId enrollment;

    Life(ScorePolicy policy, boolean chooses) {
      test.time.set(FROM);
      Course course = Course.of("course", "Course");
      for (String unit : List.of("u1", "u2", "u3")) {
        course = course.unit(
            Unit.of(unit, unit, test.page(unit, ViewingRule.OPENED)).withScorePolicy(policy));
      }
      Requirement choice = all(done("u1"), any(done("u2"), done("u3")));
      lms.catalog().publish(chooses ? course.withCompletion(choice) : course);
      enrollment = lms.enrollments().enroll(ANN, COURSE).id();
      test.time.set(FROM.plus(100, ChronoUnit.DAYS));
    }

    private static Requirement done(String unit) {
      return new Requirement.Completed(Subject.unit(unit));
    }

    void certified() {
      lms.certifications()
          .publish(Certification.of("c", "C", Period.ofMonths(1), day(0))
              .renewalWindow(Period.ofDays(25))
              .primary(Subject.course("course")));
    }

    List<Object> outcome() {
      List<Object> all = summary(lms.enrollments().find(enrollment).orElseThrow(), true);
      CertificationHistory history = lms.certifications().history(ANN, new CertificationId("c"));
      all.add(history.awards());
      all.add(history.statusOn(day(130)));
      return all;
    }

    Enrollment told(List<Told> all) {
      all.forEach(one -> lms.attempts().record(enrollment, one.unit(), one.facts(), one.at()));
      return lms.enrollments().find(enrollment).orElseThrow();
    }
  }

  private static Told completed(String unit, int day) {
    return new Told(new UnitId(unit), day, List.of(new Fact.Completion()));
  }

  private static LocalDate day(int day) {
    return LocalDate.ofInstant(FROM, ZoneOffset.UTC).plusDays(day);
  }

  @Example
  void a_course_is_completed_on_the_day_of_what_was_done_last_and_not_of_what_was_told_last() {
    Life life = new Life(ScorePolicy.BEST, false);
    life.lms
        .certifications()
        .publish(Certification.of("c", "C", Period.ofMonths(1), day(0))
            .primary(Subject.course("course")));

    Enrollment ann =
        life.told(List.of(completed("u2", 9), completed("u3", 20), completed("u1", 2)));

    assertThat(ann.completed().orElseThrow().on()).isEqualTo(day(20));
    assertThat(life.lms.certifications().history(ANN, new CertificationId("c")).awards())
        .singleElement()
        .satisfies(award -> assertThat(award.validFrom()).isEqualTo(day(20)));
  }

  @Example
  void what_was_failed_is_done_since_it_was_passed() {
    Life life = new Life(ScorePolicy.LAST, true);
    UnitId u1 = new UnitId("u1");
    Told passed = new Told(u1, 30, List.of(new Fact.Completion(), new Fact.Success(true)));
    Told failed = new Told(u1, 5, List.of(new Fact.Completion(), new Fact.Success(false)));

    Enrollment ann = life.told(List.of(passed, failed, completed("u3", 12)));

    assertThat(ann.completed().orElseThrow().on()).isEqualTo(day(30));
    assertThat(ann.startedAt()).contains(failed.at());
    assertThat(ann.unit(u1).completedAt()).contains(failed.at());
  }

  @Example
  void time_that_has_yet_to_be_worked_is_refused() {
    Life life = new Life(ScorePolicy.BEST, false);
    Instant now = life.test.time.get();
    Fact ahead = new Fact.Time(now.minusSeconds(60), now.plusMillis(1));

    assertThatThrownBy(() ->
            life.lms.attempts().record(life.enrollment, new UnitId("u1"), List.of(ahead), now))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("FUTURE_FACT")
        .hasMessageContaining(now.plusMillis(1).toString());
  }

  @Example
  void what_comes_late_moves_a_completion_to_the_day_on_which_all_was_done() {
    Life life = new Life(ScorePolicy.BEST, false);
    CertificationId id = new CertificationId("c");
    life.lms
        .certifications()
        .publish(Certification.of("c", "C", Period.ofMonths(1), day(0))
            .renewalWindow(Period.ofDays(25))
            .primary(Subject.course("course")));
    life.told(List.of(completed("u1", 2), completed("u2", 9), completed("u3", 20)));
    Instant before = life.test.time.get();
    life.test.pass(Duration.ofDays(1));
    life.test.events();

    Enrollment ann = life.told(List.of(completed("u3", 12)));

    assertThat(ann.completed().orElseThrow().on()).isEqualTo(day(12));
    assertThat(life.test.events())
        .endsWith(
            "CompletionCorrected", "CertificationAwarded", "CertificationCompletionCorrected");
    CertificationHistory history = life.lms.certifications().history(ANN, id);
    assertThat(history.awards()).extracting(Award::validFrom).containsExactly(day(12));
    assertThat(history.asKnownAt(before).awards())
        .extracting(Award::validFrom)
        .containsExactly(day(20));
    assertThat(life.told(List.of(completed("u3", 15))).completed().orElseThrow().on())
        .isEqualTo(day(12));
    assertThat(life.test.events()).doesNotContain("CompletionCorrected");
  }

  @Example
  void what_was_taken_away_does_not_come_back_by_what_is_told_late() {
    Life life = new Life(ScorePolicy.BEST, false);
    life.told(List.of(completed("u1", 2), completed("u2", 9), completed("u3", 20)));
    life.lms.enrollments().withdrawCompletion(life.enrollment, "a mistake");

    Enrollment ann = life.told(List.of(completed("u3", 12)));

    assertThat(ann.completed()).isEmpty();
  }

  @Example
  void in_one_attempt_the_first_completion_and_the_last_decision_hold() {
    Life life = new Life(ScorePolicy.BEST, false);
    Attempt begun = life.lms.attempts().start(life.enrollment, new UnitId("u1"));
    Enrollment enrollment = life.told(List.of());
    Function<Instant, EventHeader> headers = at -> new EventHeader(
        new EventId("e" + at),
        life.test.time.get(),
        at,
        LocalDate.ofInstant(at, ZoneOffset.UTC),
        EventHeader.SYSTEM);
    Worked worked = Worked.of(begun, enrollment);
    List<Told> told = List.of(
        new Told(begun.unit(), 30, List.of(new Fact.Success(true), new Fact.Completion())),
        new Told(begun.unit(), 10, List.of(new Fact.Completion(), new Fact.Success(false))),
        new Told(begun.unit(), 20, List.of(new Fact.Completion(), new Fact.Success(true))));

    for (Told one : told) {
      worked = worked.with(one.facts(), one.at(), true, headers);
    }

    assertThat(worked.attempt().completedAtOrNull()).isEqualTo(told.get(1).at());
    assertThat(worked.attempt().success()).isEqualTo(Success.PASSED);
    assertThat(worked.attempt().decidedAtOrNull()).isEqualTo(told.get(2).at());
    AttemptOutcome outcome = worked.enrollment().unit(begun.unit()).attempts().get(0);
    assertThat(outcome.completedAtOrNull()).isEqualTo(told.get(1).at());
    assertThat(outcome.success()).isEqualTo(Success.PASSED);
    assertThat(worked.events())
        .extracting(event -> event.getClass().getSimpleName() + " " + event.effectiveOn())
        .containsExactly(
            "UnitPassed " + day(30),
            "UnitCompleted " + day(30),
            "UnitCompleted " + day(10),
            "UnitPassed " + day(20));
  }

  /** One sitting at each unit, in which facts are told of any date. */
  private static final class Sittings {
    private final Life life = new Life(ScorePolicy.BEST, false);
    private final Map<UnitId, Attempt> attempts = new HashMap<>();
    private Enrollment enrollment;

    Sittings(ScorePolicy policy) {
      life.test.time.set(FROM.minusSeconds(1));
      for (String unit : List.of("u1", "u2", "u3")) {
        UnitId id = new UnitId(unit);
        attempts.put(id, life.lms.attempts().start(life.enrollment, id));
      }
      Enrollment begun = life.told(List.of());
      enrollment = new Enrollment(
          begun.ref(),
          begun.openedAt(),
          begun.state(),
          begun.stateSince(),
          begun.startedAtOrNull(),
          null,
          begun.units().stream().map(unit -> with(unit, policy)).toList(),
          null,
          Ranges.EMPTY,
          null,
          null);
    }

    private static UnitResult with(UnitResult unit, ScorePolicy policy) {
      return new UnitResult(
          unit.unit(), true, 0, policy, null, null, BigDecimal.ZERO, unit.attempts(), Ranges.EMPTY);
    }

    Enrollment told(List<Told> all, boolean isLate) {
      for (Told one : all) {
        Worked worked = Worked.of(attempts.get(one.unit()), enrollment)
            .with(one.facts(), one.at(), isLate, Sittings::header);
        attempts.put(one.unit(), worked.attempt());
        enrollment = worked.enrollment();
      }
      return enrollment;
    }

    private static EventHeader header(Instant at) {
      LocalDate on = LocalDate.ofInstant(at, ZoneOffset.UTC);
      return new EventHeader(new EventId("e" + at), at, at, on, EventHeader.SYSTEM);
    }
  }

  @Example
  void day_of_a_failure_completes_nothing_though_it_was_passed_later_in_the_same_attempt() {
    Told failed =
        new Told(new UnitId("u1"), 1, List.of(new Fact.Completion(), new Fact.Success(false)));
    Told passed = new Told(new UnitId("u1"), 3, List.of(new Fact.Success(true)));

    Enrollment ann = new Sittings(ScorePolicy.BEST)
        .told(List.of(completed("u3", 0), failed, passed, completed("u2", 2)), true);

    assertThat(ann.completed().orElseThrow().on()).isEqualTo(day(3));
  }

  @Example
  void late_fact_that_shows_no_earlier_day_moves_no_completion() {
    Sittings sittings = new Sittings(ScorePolicy.BEST);
    Enrollment done =
        sittings.told(List.of(completed("u1", 2), completed("u2", 9), completed("u3", 10)), true);
    EventHeader migrated = Sittings.header(FROM.plus(30, ChronoUnit.DAYS));
    sittings.enrollment = EnrollmentFold.after(
        done, new EnrollmentCompleted(migrated, done.ref(), Success.UNKNOWN, null, Duration.ZERO));

    Enrollment ann = sittings.told(List.of(scored("u1", 5, new Random(1))), true);

    assertThat(ann.score()).isPresent();
    assertThat(ann.completed().orElseThrow().on()).isEqualTo(day(30));
  }

  /** Whatever one attempt goes through, told in its order: the others come in between, and one of them last and then earlier. */
  @Property(tries = 200)
  void decisions_and_scores_that_change_in_an_attempt_end_like_what_was_told_at_once(
      @ForAll long seed) {
    Random random = new Random(seed);
    ScorePolicy policy = ScorePolicy.values()[random.nextInt(4)];
    List<Told> changing = changing(random);
    Told other = scored("u2", random.nextInt(20) * 2 + 1, random, new Fact.Completion());
    Told last = completed("u3", 50 + random.nextInt(5));
    Told earlier = completed("u3", random.nextInt(20) * 2 + 1);
    List<Told> told = new ArrayList<>(changing);
    told.add(random.nextInt(told.size() + 1), other);
    told.add(last);
    told.add(earlier);
    List<Told> dated = new ArrayList<>(told);
    dated.sort(Comparator.comparing(Told::day));

    Enrollment live = new Sittings(policy).told(dated, false);
    Enrollment late = new Sittings(policy).told(told, true);

    assertThat(summary(late, true)).as("%s", told).isEqualTo(summary(live, true));
  }

  private static List<Told> changing(Random random) {
    List<Told> told = new ArrayList<>();
    int completed = random.nextInt(5);
    for (int i = 0; i < 5; i++) {
      List<Fact> facts = new ArrayList<>();
      if (i == completed) {
        facts.add(new Fact.Completion());
      }
      if (random.nextBoolean()) {
        facts.add(new Fact.Success(random.nextBoolean()));
      }
      told.add(scored("u1", 8 * i + 2 * random.nextInt(4), random, facts.toArray(Fact[]::new)));
    }
    return told;
  }

  @Example
  void what_changed_too_often_to_be_kept_is_not_taken_for_done() {
    AttemptOutcome often = AttemptOutcome.started(1, FROM);
    for (int second = 1; second <= 40; second++) {
      Success next = second % 2 == 0 ? Success.PASSED : Success.FAILED;
      often = often.decided(next, FROM.plusSeconds(second));
    }

    assertThat(often.decisions()).hasSize(Dated.KEPT);
    assertThat(often.success()).isEqualTo(Success.PASSED);
    assertThat(often.asOf(FROM).isKnown()).isTrue();
    assertThat(often.asOf(FROM.plusSeconds(1)).success()).isEqualTo(Success.FAILED);
    assertThat(often.asOf(FROM.plusSeconds(2)).isKnown()).isFalse();
    assertThat(often.asOf(FROM.plusSeconds(34)).isKnown()).isFalse();
    assertThat(often.asOf(FROM.plusSeconds(35)).success()).isEqualTo(Success.FAILED);
    assertThat(often.asOf(FROM.plusSeconds(39)).success()).isEqualTo(Success.FAILED);
    assertThat(often.decided(Success.PASSED, FROM.plusSeconds(9))).isEqualTo(often);
  }

  @Example
  void day_of_which_too_little_is_known_completes_nothing() {
    List<Told> told = new ArrayList<>(List.of(completed("u3", 1)));
    for (int day = 2; day <= 30; day++) {
      Fact decision = new Fact.Success(day % 2 == 0);
      told.add(new Told(new UnitId("u1"), day, List.of(new Fact.Completion(), decision)));
    }
    told.add(new Told(new UnitId("u1"), 40, List.of(new Fact.Success(true))));
    told.add(completed("u2", 10));

    Enrollment ann = new Sittings(ScorePolicy.BEST).told(told, true);

    // it was passed on the 10th already; of the last changes it is known that it was on the 26th
    assertThat(ann.completed().orElseThrow().on()).isEqualTo(day(26));
  }

  /** What is told when it happens is the measure: each other order, in one batch or with days in between, ends the same. */
  @Property(tries = 4)
  void every_order_and_batching_ends_like_what_was_told_at_once(@ForAll long seed) {
    Random random = new Random(seed);
    List<Told> told = anything(random);
    Life live = new Life(ScorePolicy.BEST, true);
    live.certified();
    for (Told one : told) {
      live.test.time.set(one.at());
      live.lms.advance();
      live.told(List.of(one));
    }
    live.test.time.set(FROM.plus(130, ChronoUnit.DAYS));
    List<Object> measure = live.outcome();

    for (List<Told> order : permutations(told)) {
      Life life = new Life(ScorePolicy.BEST, true);
      life.certified();
      for (Told one : order) {
        if (random.nextInt(3) == 0) {
          life.test.pass(Duration.ofDays(1 + random.nextInt(5)));
          life.lms.advance();
        }
        life.told(List.of(one));
      }
      life.test.time.set(FROM.plus(130, ChronoUnit.DAYS));
      assertThat(life.outcome()).as("%s", order).isEqualTo(measure);
    }
  }

  /** What cannot show that a course was completed too soon, which stays so. */
  private static List<Told> anything(Random random) {
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String unit = List.of("u1", "u2", "u3").get(random.nextInt(3));
      int day = 3 + 9 * i + random.nextInt(9);
      if (unit.equals("u3")) {
        told.add(scored(unit, day, random, new Fact.Completion()));
      } else if (random.nextInt(4) == 0) {
        told.add(scored(unit, day, random, new Fact.Success(false)));
      } else {
        told.add(scored(unit, day, random, new Fact.Completion(), new Fact.Success(true)));
      }
    }
    return told;
  }

  private static List<List<Told>> permutations(List<Told> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Told>> all = new ArrayList<>();
    for (Told first : of) {
      List<Told> others = new ArrayList<>(of);
      others.remove(first);
      for (List<Told> rest : permutations(others)) {
        List<Told> one = new ArrayList<>(List.of(first));
        one.addAll(rest);
        all.add(one);
      }
    }
    return all;
  }

  @Property(tries = 40)
  void the_same_is_known_in_the_end(@ForAll long seed) {
    Random random = new Random(seed);
    ScorePolicy policy = ScorePolicy.values()[random.nextInt(4)];
    boolean chooses = random.nextBoolean();
    List<Told> told = told(random, chooses);
    // under other policies a later fact can show that a course was completed too soon; that it was
    // stays
    boolean isCompletionSure = policy == ScorePolicy.BEST;
    Enrollment inOrder = new Life(policy, chooses)
        .told(told.stream().sorted(Comparator.comparing(Told::day)).toList());
    Collections.shuffle(told, random);

    Enrollment inAnyOrder = new Life(policy, chooses).told(told);

    assertThat(summary(inAnyOrder, isCompletionSure)).isEqualTo(summary(inOrder, isCompletionSure));
  }

  /** Failed attempts of any unit, and the one that completes it; each on a day of its own. */
  private static List<Told> told(Random random, boolean chooses) {
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      days.add(day);
    }
    Collections.shuffle(days, random);
    List<Told> told = new ArrayList<>();
    for (String unit : List.of("u1", chooses ? "u1" : "u2", "u3")) {
      for (int i = random.nextInt(3); i > 0; i--) {
        told.add(scored(unit, days.remove(0), random, new Fact.Success(false)));
      }
    }
    for (String unit : chooses ? List.of("u1", "u2") : List.of("u1", "u2", "u3")) {
      told.add(scored(unit, days.remove(0), random, new Fact.Completion(), new Fact.Success(true)));
    }
    return told;
  }

  private static Told scored(String unit, int day, Random random, Fact... facts) {
    List<Fact> all = new ArrayList<>(List.of(facts));
    Score score =
        Score.ofRaw(BigDecimal.valueOf(random.nextInt(10)), BigDecimal.ZERO, BigDecimal.valueOf(9));
    all.add(new Fact.Score(score));
    return new Told(new UnitId(unit), day, all);
  }

  private static List<Object> summary(Enrollment of, boolean withCompletion) {
    List<Object> all = new ArrayList<>();
    if (withCompletion) {
      all.add(of.state());
      all.add(of.completed().map(Completed::on));
      all.add(of.completed().map(Completed::at));
      all.add(of.completed().map(Completed::success));
      all.add(of.completed().flatMap(done -> Optional.ofNullable(done.scoreOrNull())));
    }
    all.add(of.startedAt());
    all.add(of.success());
    for (UnitResult unit : of.units()) {
      all.add(unit.completedAt());
      all.add(unit.success());
      all.add(unit.score());
    }
    return all;
  }
}
