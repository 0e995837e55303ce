package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.learning.Life.FROM;
import static org.lmskit.learning.Life.day;
import static org.lmskit.learning.Life.summary;
import static org.lmskit.learning.Told.completed;
import static org.lmskit.learning.Told.scored;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Award;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;

/** What is known from outside carries its own date: whatever the order in which it is told, the same is so in the end. */
class AnyOrderTest {
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
}
