package org.lmskit.assessment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lmskit.assessment.analysis.AnalysedAttempt.Answer;
import org.lmskit.model.Rational;

/** Scenario S5: twelve learners, six items, one wrong key. */
class QuizScenarioTest {
  private static final Offset<Double> EXACT = within(1e-6);
  private static final List<String> OPTIONS = List.of("A", "B", "C", "D");
  private static final String KEY = "ACDBA";
  private static final String ANSWERS = """
      L01 A C D C A 2
      L02 A C D C A 2
      L03 A C D C A 1
      L04 A C D C B 2
      L05 A C A C A 1
      L06 A C D B A 0
      L07 A B D C B 1
      L08 A C B B A 0
      L09 A B A B C 1
      L10 A D C B D 0
      L11 B C A B B 0
      L12 A B C A C 0
      """;

  private final ItemAnalysis analysis = analyse(AttemptChoice.FIRST, attempts());

  static List<AnalysedItem> items() {
    List<AnalysedItem> items = new ArrayList<>();
    for (int i = 0; i < KEY.length(); i++) {
      items.add(AnalysedItem.choice("Q" + (i + 1), Rational.ONE, OPTIONS, KEY.substring(i, i + 1)));
    }
    items.add(AnalysedItem.of("Q6", Rational.of(2)));
    return items;
  }

  static List<AnalysedAttempt> attempts() {
    List<AnalysedAttempt> all = new ArrayList<>();
    for (String line : ANSWERS.lines().toList()) {
      String[] words = line.split(" ");
      List<Answer> answers = new ArrayList<>();
      for (int i = 0; i < KEY.length(); i++) {
        String chosen = words[i + 1];
        int score = chosen.charAt(0) == KEY.charAt(i) ? 1 : 0;
        answers.add(new Answer("Q" + (i + 1), Rational.of(score), Set.of(chosen)));
      }
      answers.add(new Answer("Q6", Rational.of(Long.parseLong(words[6])), Set.of()));
      all.add(new AnalysedAttempt(words[0], 1, answers));
    }
    return all;
  }

  private static ItemAnalysis analyse(AttemptChoice choice, List<AnalysedAttempt> attempts) {
    return ItemAnalysis.of(items(), choice, attempts::forEach);
  }

  private ItemFigures item(int number) {
    return analysis.items().get(number - 1);
  }

  private void each(Function<ItemFigures, OptionalDouble> figure, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(figure.apply(item(i + 1)).orElseThrow()).isCloseTo(expected[i], EXACT);
    }
  }

  @Test
  void totals_have_these_figures() {
    assertThat(analysis.attempts()).isEqualTo(12);
    assertThat(analysis.mean().orElseThrow()).isCloseTo(23.0 / 6, EXACT);
    assertThat(analysis.median()).hasValue(4);
    assertThat(analysis.variance().orElseThrow()).isCloseTo(89.0 / 33, EXACT);
    assertThat(analysis.deviation().orElseThrow()).isCloseTo(1.642245, EXACT);
    assertThat(analysis.alpha().orElseThrow()).isCloseTo(171.0 / 445, EXACT);
    assertThat(analysis.error().orElseThrow()).isCloseTo(1.288645, EXACT);
    assertThat(analysis.errorRatio().orElseThrow()).isCloseTo(78.4685, within(1e-4));
  }

  @Test
  void items_have_these_figures() {
    each(ItemFigures::facility, 11.0 / 12, 2.0 / 3, 0.5, 5.0 / 12, 0.5, 5.0 / 12);
    each(
        ItemFigures::totalCorrelation, 0.351562, 0.712055, 0.741999, -0.340427, 0.741999, 0.707279);
    each(ItemFigures::restCorrelation, 0.184542, 0.506316, 0.534522, -0.570992, 0.534522, 0.270868);
    each(ItemFigures::upperLower, 1.0 / 3, 2.0 / 3, 1, -2.0 / 3, 1, 5.0 / 6);
    each(ItemFigures::efficiency, 31.428571, 64.705882, 66.666667, -68.224299, 66.666667, 30.0);
    each(ItemFigures::alphaIfDeleted, 0.356037, 0.137712, 0.100446, 0.695931, 0.100446, 0.273438);
  }

  @Test
  void the_wrong_key_is_suspected_and_the_right_one_named() {
    assertThat(item(4).flags()).containsExactly(ItemFlag.SUSPECT_KEY);
    assertThat(item(4).likelyKey()).contains("C");
    assertThat(item(1).flags()).containsExactly(ItemFlag.TOO_EASY, ItemFlag.WEAK);
    assertThat(analysis.flagged()).containsExactly(item(1), item(4));
  }

  @Test
  void options_have_these_figures() {
    options(4, "A 1 0 1 -0.4046", "B* 5 0 2 -0.5710", "C 6 3 0 0.7867", "D 0 0 0 -");
    options(2, "A 0 0 0 -", "B 3 0 1 -0.3758", "C* 8 3 1 0.5063", "D 1 0 1 -0.2748");
    options(3, "A 3 0 1 -0.1543", "B 1 0 0 0.1612", "C 2 0 2 -0.6574", "D* 6 3 0 0.5345");
    assertThat(item(4).options().get(3).nonFunctioning()).isTrue();
    assertThat(item(6).options()).isEmpty();
  }

  private void options(int item, String... lines) {
    assertThat(item(item).options().stream().map(QuizScenarioTest::line)).containsExactly(lines);
  }

  private static String line(OptionFigures option) {
    String r = option.restCorrelation().isEmpty()
        ? "-"
        : String.format(java.util.Locale.ROOT, "%.4f", option.restCorrelation().orElseThrow());
    return option.option() + (option.isKey() ? "* " : " ") + option.count() + " " + option.upper()
        + " " + option.lower() + " " + r;
  }

  @Test
  void the_order_in_which_attempts_come_changes_nothing() {
    List<AnalysedAttempt> other = new ArrayList<>(attempts());
    java.util.Collections.reverse(other);

    assertThat(analyse(AttemptChoice.FIRST, other)).isEqualTo(analysis);
  }

  @Test
  void only_the_chosen_attempts_of_a_learner_count() {
    List<AnalysedAttempt> twice = new ArrayList<>();
    attempts().forEach(attempt -> {
      twice.add(new AnalysedAttempt(attempt.learner(), 2, attempt.answers()));
      twice.add(new AnalysedAttempt(
          attempt.learner(),
          1,
          attempt.answers().stream()
              .map(answer -> new Answer(answer.item(), Rational.ZERO, Set.of()))
              .toList()));
    });

    assertThat(analyse(AttemptChoice.LAST, twice).items()).isEqualTo(analysis.items());
    assertThat(analyse(AttemptChoice.FIRST, twice).mean()).hasValue(0);
    assertThat(analyse(AttemptChoice.ALL, twice).attempts()).isEqualTo(24);
  }
}
