package org.lmskit.assessment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lmskit.assessment.analysis.AnalysedAttempt.Answer;
import org.lmskit.model.Rational;

class ItemAnalysisTest {
  private static final List<AnalysedItem> TWO =
      List.of(AnalysedItem.of("a", Rational.ONE), AnalysedItem.of("b", Rational.ONE));

  private static AnalysedAttempt attempt(String learner, int number, Rational a, Rational b) {
    return new AnalysedAttempt(
        learner, number, List.of(new Answer("a", a, Set.of()), new Answer("b", b, Set.of())));
  }

  private static ItemAnalysis analyse(List<AnalysedItem> items, AnalysedAttempt... attempts) {
    return ItemAnalysis.of(items, AttemptChoice.ALL, Arrays.asList(attempts)::forEach);
  }

  @Test
  void without_attempts_every_figure_is_absent() {
    ItemAnalysis none = analyse(TWO);

    assertThat(none.attempts()).isZero();
    assertThat(none.mean()).isEmpty();
    assertThat(none.median()).isEmpty();
    assertThat(none.variance()).isEmpty();
    assertThat(none.alpha()).isEmpty();
    assertThat(none.items().get(0).facility()).isEmpty();
    assertThat(none.items().get(0).upperLower()).isEmpty();
    assertThat(none.flagged()).isEmpty();
  }

  @Test
  void one_attempt_has_a_mean_and_no_variance() {
    ItemAnalysis one = analyse(TWO, attempt("l", 1, Rational.ONE, Rational.ZERO));

    assertThat(one.mean()).hasValue(1);
    assertThat(one.variance()).isEmpty();
    assertThat(one.deviation()).isEmpty();
    assertThat(one.items().get(0).facility()).hasValue(1);
    assertThat(one.items().get(0).restCorrelation()).isEmpty();
    assertThat(one.items().get(0).upperLower()).isEmpty();
    assertThat(one.items().get(0).flags()).containsExactly(ItemFlag.TOO_EASY);
  }

  @Test
  void sums_of_decimals_that_do_not_differ_have_no_correlation() {
    Rational tenth = Rational.of(1, 10);
    Rational fifth = Rational.of(2, 10);
    Rational third = Rational.of(3, 10);
    List<AnalysedItem> items = List.of(
        AnalysedItem.of("a", Rational.ONE),
        AnalysedItem.of("b", Rational.ONE),
        AnalysedItem.of("c", Rational.ONE));
    List<AnalysedAttempt> attempts = new ArrayList<>();
    for (Rational[] row :
        new Rational[][] {{tenth, fifth, third}, {third, tenth, fifth}, {fifth, third, tenth}}) {
      attempts.add(new AnalysedAttempt(
          "l" + attempts.size(),
          1,
          List.of(
              new Answer("a", row[0], Set.of()),
              new Answer("b", row[1], Set.of()),
              new Answer("c", row[2], Set.of()))));
    }

    ItemAnalysis analysis = ItemAnalysis.of(items, AttemptChoice.ALL, attempts::forEach);

    assertThat(analysis.variance()).hasValue(0);
    assertThat(analysis.alpha()).isEmpty();
    assertThat(analysis.items().get(0).totalCorrelation()).isEmpty();
    assertThat(analysis.items().get(0).restCorrelation().orElseThrow())
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void limits_of_flags_are_compared_before_anything_is_rounded() {
    AnalysedAttempt[] tenth = new AnalysedAttempt[10];
    AnalysedAttempt[] fifth = new AnalysedAttempt[10];
    for (int i = 0; i < 10; i++) {
      tenth[i] = attempt("l" + i, 1, Rational.of(9, 10), Rational.of(i == 0 ? 0 : 1));
      fifth[i] = attempt("l" + i, 1, Rational.of(1, 5), Rational.of(i < 2 ? 1 : 0));
    }

    assertThat(analyse(TWO, tenth).flagged()).isEmpty();
    assertThat(analyse(TWO, fifth).flagged()).isEmpty();
  }

  @Test
  void ties_are_broken_by_learner_then_by_number() {
    List<AnalysedItem> items = List.of(
        AnalysedItem.choice("a", Rational.ONE, List.of("x", "y"), "x"),
        AnalysedItem.of("b", Rational.ONE));
    List<AnalysedAttempt> attempts = List.of(
        new AnalysedAttempt("k2", 1, List.of(new Answer("a", Rational.ONE, Set.of("x")))),
        new AnalysedAttempt("k1", 2, List.of(new Answer("a", Rational.ONE, Set.of("x", "y")))),
        new AnalysedAttempt("k1", 1, List.of(new Answer("a", Rational.ONE, Set.of("x")))));

    ItemAnalysis byKey = ItemAnalysis.of(items, AttemptChoice.ALL, attempts::forEach);
    ItemAnalysis byName = ItemAnalysis.of(
        items, AttemptChoice.ALL, attempts::forEach, learners -> Map.of("k1", "zoe", "k2", "ann"));

    assertThat(byKey.items().get(0).options().get(1).upper()).isZero();
    assertThat(byKey.items().get(0).options().get(1).lower()).isZero();
    assertThat(byName.items().get(0).options().get(1).lower()).isEqualTo(1);
  }

  @Test
  void an_item_that_was_not_given_is_not_a_blank_answer() {
    ItemAnalysis analysis = analyse(
        TWO,
        attempt("l1", 1, Rational.ONE, Rational.ONE),
        new AnalysedAttempt("l2", 1, List.of(new Answer("a", Rational.ZERO, Set.of()))),
        attempt("l3", 1, Rational.ONE, Rational.ZERO));

    assertThat(analysis.items().get(1).attempts()).isEqualTo(2);
    assertThat(analysis.items().get(1).facility()).hasValue(0.5);
    assertThat(analysis.alpha()).isEmpty();
    assertThat(analysis.items().get(0).alphaIfDeleted()).isEmpty();
  }

  @Test
  void the_first_of_several_likely_options_is_named() {
    List<AnalysedItem> items = List.of(
        AnalysedItem.choice("a", Rational.ONE, List.of("p", "q", "r"), "p"),
        AnalysedItem.of("b", Rational.ONE));
    List<AnalysedAttempt> attempts = new ArrayList<>();
    for (String line : List.of("p 0", "p 0", "q 1", "r 1")) {
      String chosen = line.substring(0, 1);
      attempts.add(new AnalysedAttempt(
          "l" + attempts.size(),
          1,
          List.of(
              new Answer("a", Rational.of(chosen.equals("p") ? 1 : 0), Set.of(chosen)),
              new Answer("b", Rational.of(Long.parseLong(line.substring(2))), Set.of()))));
    }

    ItemAnalysis analysis = ItemAnalysis.of(items, AttemptChoice.ALL, attempts::forEach);

    assertThat(analysis.items().get(0).likelyKey()).contains("q");
  }

  @Test
  void a_group_is_27_percent_rounded_half_up() {
    assertThat(List.of(0, 1, 2, 12, 50, 100).stream().map(Ranking::groupOf))
        .containsExactly(0, 0, 1, 3, 14, 27);
  }

  @Test
  void sums_do_not_overflow() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < 100; i++) {
      sum.addProduct(1L << 40, 1L << 40);
      sum.addProduct(1L << 30, 1L << 31);
      sum.add((1L << 62) - 1);
    }

    assertThat(sum.value().bitLength()).isEqualTo(87);
    assertThat(sum.value())
        .isEqualTo(java.math.BigInteger.ONE
            .shiftLeft(80)
            .add(java.math.BigInteger.ONE.shiftLeft(61))
            .add(java.math.BigInteger.valueOf((1L << 62) - 1))
            .multiply(java.math.BigInteger.valueOf(100)));
  }
}
