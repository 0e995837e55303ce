package org.lmskit.assessment.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.assessment.gradebook.EmptyGrades.EMPTY_AS_ZERO;
import static org.lmskit.assessment.gradebook.EmptyGrades.EXCLUDE_EMPTY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Rational;

class GradebookTest {
  private static final Map<String, Rational> THREE_OF_FOUR =
      Map.of("q1", Rational.of(9, 10), "q2", Rational.of(1, 3), "q4", Rational.of(1, 2));

  private static Gradebook four(EmptyGrades empty) {
    return Gradebook.of(empty).column("q1").column("q2").column("q3").column("q4");
  }

  @Test
  void weights_are_relative_and_nothing_is_rounded() {
    Gradebook book = Gradebook.of(EXCLUDE_EMPTY)
        .column("quiz", Rational.of(1, 3))
        .column("essay", Rational.of(2, 3))
        .column("exam", Rational.of(2));

    Grade grade = book.grade(
        Map.of("quiz", Rational.of(1, 7), "essay", Rational.of(1), "exam", Rational.of(4, 5)));

    assertThat(grade.total()).contains(Rational.of(1 * 5 + 2 * 35 + 6 * 28, 9 * 35));
    assertThat(grade.counted()).containsExactly("quiz", "essay", "exam");
  }

  @Test
  void empty_grades_are_left_out_or_are_0() {
    assertThat(four(EXCLUDE_EMPTY).grade(THREE_OF_FOUR).total()).contains(Rational.of(26, 45));
    assertThat(four(EMPTY_AS_ZERO).grade(THREE_OF_FOUR).total()).contains(Rational.of(13, 30));
  }

  @Test
  void empty_grades_become_0_before_the_lowest_are_dropped() {
    Grade zero = four(EMPTY_AS_ZERO).dropLowest(1).grade(THREE_OF_FOUR);
    Grade excluded = four(EXCLUDE_EMPTY).dropLowest(1).grade(THREE_OF_FOUR);

    assertThat(zero.total()).contains(Rational.of(26, 45));
    assertThat(zero.dropped()).containsExactly("q3");
    assertThat(excluded.total()).contains(Rational.of(7, 10));
    assertThat(excluded.dropped()).containsExactly("q2");
  }

  @Test
  void the_highest_are_kept_and_fewer_are_all_kept() {
    assertThat(four(EMPTY_AS_ZERO).keepHighest(2).grade(THREE_OF_FOUR).total())
        .contains(Rational.of(7, 10));
    assertThat(four(EXCLUDE_EMPTY).keepHighest(4).grade(THREE_OF_FOUR).counted())
        .containsExactly("q1", "q2", "q4");
    assertThat(four(EMPTY_AS_ZERO).keepHighest(9).grade(THREE_OF_FOUR).total())
        .contains(Rational.of(13, 30));
  }

  @Test
  void without_any_grade_there_is_none_or_it_is_0() {
    for (Gradebook excluding : List.of(
        four(EXCLUDE_EMPTY),
        four(EXCLUDE_EMPTY).dropLowest(1),
        four(EXCLUDE_EMPTY).keepHighest(2),
        Gradebook.of(EMPTY_AS_ZERO))) {
      assertThat(excluding.grade(Map.of()).total()).isEmpty();
    }
    for (Gradebook zeros : List.of(
        four(EMPTY_AS_ZERO),
        four(EMPTY_AS_ZERO).dropLowest(3),
        four(EMPTY_AS_ZERO).keepHighest(1))) {
      assertThat(zeros.grade(Map.of()).total()).contains(Rational.ZERO);
    }
  }

  @Test
  void nothing_is_left_of_no_more_grades_than_are_dropped() {
    Grade grade =
        four(EXCLUDE_EMPTY).dropLowest(2).grade(Map.of("q1", Rational.ONE, "q3", Rational.ONE));

    assertThat(grade.total()).isEmpty();
    assertThat(grade.dropped()).containsExactly("q1", "q3");
  }

  @Test
  void of_equal_grades_the_earlier_column_is_kept() {
    Grade grade = four(EXCLUDE_EMPTY)
        .keepHighest(1)
        .grade(Map.of("q2", Rational.of(2, 4), "q4", Rational.of(1, 2)));

    assertThat(grade.counted()).containsExactly("q2");
  }

  @Test
  void grades_of_columns_that_weigh_nothing_are_no_grade() {
    Gradebook book =
        Gradebook.of(EXCLUDE_EMPTY).column("practice", Rational.ZERO).column("exam", Rational.ONE);

    assertThat(book.grade(Map.of("practice", Rational.ONE)).total()).isEmpty();
  }

  @Test
  void what_cannot_be_is_refused() {
    Gradebook unequal = Gradebook.of(EXCLUDE_EMPTY).column("a").column("b", Rational.of(2));
    assertRefused(GradebookReason.WEIGHTS_UNEQUAL, () -> unequal.dropLowest(1));
    assertRefused(GradebookReason.WEIGHTS_UNEQUAL, () -> unequal.keepHighest(1));
    assertRefused(
        GradebookReason.WEIGHTS_UNEQUAL,
        () -> four(EXCLUDE_EMPTY).dropLowest(1).column("q5", Rational.of(3)));
    assertRefused(GradebookReason.LIMIT_OUT_OF_RANGE, () -> four(EXCLUDE_EMPTY).dropLowest(4));
    assertRefused(GradebookReason.LIMIT_OUT_OF_RANGE, () -> four(EXCLUDE_EMPTY).dropLowest(-1));
    assertRefused(GradebookReason.LIMIT_OUT_OF_RANGE, () -> four(EXCLUDE_EMPTY).keepHighest(0));
    assertRefused(GradebookReason.COLUMN_TWICE, () -> four(EXCLUDE_EMPTY).column("q1"));
    assertRefused(
        GradebookReason.WEIGHT_OUT_OF_RANGE,
        () -> four(EXCLUDE_EMPTY).column("q5", Rational.of(-1)));
    assertRefused(
        GradebookReason.COLUMN_UNKNOWN,
        () -> four(EXCLUDE_EMPTY).grade(Map.of("q9", Rational.ONE)));
  }

  @Property(tries = 200)
  void a_better_grade_never_makes_the_whole_worse(@ForAll long seed) {
    Random random = new Random(seed);
    int columns = 2 + random.nextInt(5);
    Gradebook book = Gradebook.of(EMPTY_AS_ZERO);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      ids.add("c" + i);
      book = book.column("c" + i);
    }
    Gradebook limited = random.nextBoolean()
        ? book.dropLowest(random.nextInt(columns))
        : book.keepHighest(1 + random.nextInt(columns));
    Map<String, Rational> grades = ids.stream()
        .filter(id -> random.nextBoolean())
        .collect(Collectors.toMap(id -> id, id -> Rational.of(random.nextInt(13), 12)));
    Map<String, Rational> better = new HashMap<>(grades);
    better.merge(
        ids.get(random.nextInt(columns)), Rational.of(random.nextInt(5), 7), Rational::plus);

    Rational before = limited.grade(grades).total().orElseThrow();
    Rational after = limited.grade(better).total().orElseThrow();

    assertThat(after).isGreaterThanOrEqualTo(before);
    assertThat(before).isBetween(Rational.ZERO, Rational.ONE);
  }
}
