package org.lmskit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.catalog.Requirement.after;
import static org.lmskit.catalog.Requirement.all;
import static org.lmskit.catalog.Requirement.any;
import static org.lmskit.catalog.Requirement.atLeast;
import static org.lmskit.catalog.Requirement.certified;
import static org.lmskit.catalog.Requirement.completed;
import static org.lmskit.catalog.Requirement.observed;
import static org.lmskit.catalog.Requirement.option;
import static org.lmskit.catalog.Requirement.passed;
import static org.lmskit.catalog.Satisfaction.IMPOSSIBLE;
import static org.lmskit.catalog.Satisfaction.NOT_YET;
import static org.lmskit.catalog.Satisfaction.SATISFIED;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-07-01");

  /** Scenario S4. */
  private static final Requirement RULE = all(
      completed("A"),
      completed("B"),
      atLeast(
          2,
          new BigDecimal("4"),
          option(completed("E1"), new BigDecimal("1")),
          option(completed("E2"), new BigDecimal("2")),
          option(completed("E3"), new BigDecimal("2")),
          option(completed("E4"), new BigDecimal("3")),
          option(completed("E5"), new BigDecimal("3"))),
      any(completed("X"), all(completed("Y"), completed("Z"))));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Ines, '',            NOT_YET,   5",
    "Jon,  A B E1 E2 X,   NOT_YET,   1",
    "Kim,  A B E4 Y,      NOT_YET,   2",
    "Lea,  A B E4 E1 Y Z, SATISFIED, 0",
    "Max,  A B E2 E3 X,   SATISFIED, 0",
    "Noa,  A B E4 X,      NOT_YET,   1"
  })
  void the_rule_of_electives_and_credits_says_how_much_remains(
      String learner, String done, Satisfaction satisfaction, int remaining) {
    Evaluation evaluation = Evaluation.of(RULE, done(done));

    assertThat(evaluation.satisfaction()).isEqualTo(satisfaction);
    assertThat(evaluation.remaining()).hasValue(remaining);
    assertThat(evaluation.cheapestWay()).hasSize(remaining);
  }

  @Test
  void the_cheapest_way_leads_to_the_end() {
    Evaluation jon = Evaluation.of(RULE, done("A B E1 E2 X"));

    assertThat(jon.missing())
        .extracting(leaf -> leaf.subject().orElseThrow().id())
        .containsExactly("E3", "E4", "E5");
    String next = jon.cheapestWay().get(0).id();
    assertThat(Evaluation.of(RULE, done("A B E1 E2 X " + next)).isSatisfied()).isTrue();
  }

  @Test
  void one_course_counts_for_all_branches_that_ask_for_it() {
    Requirement shared = all(
        any(completed("A"), completed("B")),
        any(completed("A"), completed("C")),
        any(completed("A"), completed("D")),
        atLeast(2, completed("A"), completed("E"), completed("F")));

    Evaluation evaluation = Evaluation.of(shared, done(""));

    assertThat(evaluation.remaining()).hasValue(2);
    assertThat(evaluation.cheapestWay()).contains(Subject.course("A"));
  }

  @Test
  void completing_and_passing_a_course_is_one_thing_to_do() {
    Requirement both = all(completed("A"), passed("A", new BigDecimal("0.8")));

    assertThat(Evaluation.of(both, done("")).remaining()).hasValue(1);
  }

  @Test
  void a_date_that_has_to_come_costs_nothing() {
    Requirement later = all(completed("A"), after(LocalDate.parse("2026-07-02")));

    Evaluation waiting = Evaluation.of(later, done("A"));

    assertThat(waiting.satisfaction()).isEqualTo(NOT_YET);
    assertThat(waiting.remaining()).hasValue(0);
    assertThat(waiting.opensOn()).contains(LocalDate.parse("2026-07-02"));
    assertThat(waiting.missing())
        .containsExactly(new Requirement.After(LocalDate.parse("2026-07-02")));
    assertThat(Evaluation.of(later, done("")).remaining()).hasValue(1);
  }

  @Test
  void a_date_holds_from_that_day_on() {
    assertThat(Evaluation.of(after(TODAY), done("")).satisfaction()).isEqualTo(SATISFIED);
    assertThat(Evaluation.of(after(TODAY.plusDays(1)), done("")).satisfaction()).isEqualTo(NOT_YET);
    assertThat(Evaluation.of(any(after(TODAY.plusDays(9)), after(TODAY.plusDays(3))), done(""))
            .opensOn())
        .contains(TODAY.plusDays(3));
    assertThat(Evaluation.of(all(after(TODAY.plusDays(9)), after(TODAY.plusDays(3))), done(""))
            .opensOn())
        .contains(TODAY.plusDays(9));
  }

  @Test
  void what_cannot_be_done_any_more_makes_a_rule_impossible_or_longer() {
    Evaluation without = Evaluation.of(RULE, done("A B E1 E2").impossible("X"));
    Evaluation none = Evaluation.of(RULE, done("A E1 E2").impossible("B"));

    assertThat(without.remaining()).hasValue(3);
    assertThat(without.blocked()).containsExactly(new Requirement.Completed(Subject.course("X")));
    assertThat(none.satisfaction()).isEqualTo(IMPOSSIBLE);
    assertThat(none.remaining()).isEmpty();
    assertThat(none.cheapestWay()).isEmpty();
    assertThat(none.blocked()).containsExactly(new Requirement.Completed(Subject.course("B")));
  }

  @Test
  void a_waiver_counts_as_done_and_earns_the_credits() {
    Evaluation waived = Evaluation.of(RULE, done("A B E1 X").impossible("E4").waive("E4"));

    assertThat(waived.satisfaction()).isEqualTo(SATISFIED);
  }

  @Test
  void credits_may_be_fractions_and_are_exact() {
    Requirement tenths = atLeast(
        0,
        new BigDecimal("0.30"),
        option(completed("A"), new BigDecimal("0.1")),
        option(completed("B"), new BigDecimal("0.2")),
        option(completed("C"), new BigDecimal("0.29")));

    assertThat(Evaluation.of(tenths, done("A B")).isSatisfied()).isTrue();
    assertThat(Evaluation.of(tenths, done("C")).remaining()).hasValue(1);
  }

  @Test
  void observations_and_certifications_count_like_courses() {
    Requirement mixed = all(observed("practical"), certified("forklift"), completed("A"));

    assertThat(Evaluation.of(mixed, done("A forklift")).remaining()).hasValue(1);
  }

  @Test
  void a_large_rule_with_many_shared_courses_is_decided_at_once() {
    Random random = new Random(7);
    List<Requirement> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pairs.add(any(completed("C" + random.nextInt(40)), completed("D" + random.nextInt(40))));
    }
    Requirement[] electives = new Requirement[30];
    Arrays.setAll(electives, i -> completed((i % 2 == 0 ? "C" : "X") + i));
    pairs.add(atLeast(12, electives));

    Evaluation evaluation = Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> Evaluation.of(new Requirement.All(pairs), done("")));

    assertThat(evaluation.remaining()).isPresent();
    assertThat(Evaluation.of(new Requirement.All(pairs), done(evaluation)).isSatisfied())
        .isTrue();
  }

  @Test
  void a_path_of_300_courses_is_decided_at_once() {
    List<Requirement> levels = new ArrayList<>();
    for (int level = 0; level < 30; level++) {
      Requirement[] courses = new Requirement[10];
      int base = level * 10;
      Arrays.setAll(courses, i -> completed("K" + (base + i)));
      levels.add(level % 3 == 0 ? all(courses) : atLeast(4, courses));
    }

    Evaluation evaluation = Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> Evaluation.of(new Requirement.All(levels), done("")));

    assertThat(evaluation.remaining()).hasValue(10 * 10 + 20 * 4);
  }

  private static Known done(String ids) {
    return new Known(
        new HashSet<>(Arrays.asList(ids.split(" "))), new HashSet<>(), new HashSet<>());
  }

  private static Known done(Evaluation evaluation) {
    Set<String> ids = new HashSet<>();
    evaluation.cheapestWay().forEach(subject -> ids.add(subject.id()));
    return new Known(ids, new HashSet<>(), new HashSet<>());
  }

  private record Known(Set<String> done, Set<String> impossible, Set<String> waived)
      implements Facts {
    Known impossible(String id) {
      impossible.add(id);
      return this;
    }

    Known waive(String id) {
      waived.add(id);
      return this;
    }

    @Override
    public LocalDate day() {
      return TODAY;
    }

    @Override
    public Satisfaction of(Requirement.Leaf leaf) {
      String id = leaf.subject().orElseThrow().id();
      return done.contains(id) ? SATISFIED : impossible.contains(id) ? IMPOSSIBLE : NOT_YET;
    }

    @Override
    public boolean waived(Subject subject) {
      return waived.contains(subject.id());
    }
  }
}
