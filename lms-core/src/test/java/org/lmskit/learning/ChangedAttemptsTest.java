package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.learning.Life.FROM;
import static org.lmskit.learning.Life.day;
import static org.lmskit.learning.Life.summary;
import static org.lmskit.learning.Told.completed;
import static org.lmskit.learning.Told.scored;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.event.EventHeader;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.model.EventId;
import org.lmskit.model.UnitId;

/** Facts of any date that are told of one attempt, in which decisions and scores change. */
class ChangedAttemptsTest {
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
}
