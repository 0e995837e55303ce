package org.lmskit.assessment.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lmskit.model.Rational;

/** What holds of every score, whatever the item. */
class ItemPropertiesTest {
  private static String id(int number) {
    return "o" + number;
  }

  private static Item item(int correct, int wrong, int penalty, int max) {
    List<SimpleChoice> choices = IntStream.range(0, correct + wrong)
        .mapToObj(i -> SimpleChoice.of(id(i), "Option"))
        .toList();
    List<String> right =
        IntStream.range(0, correct).mapToObj(ItemPropertiesTest::id).toList();
    return Item.of("i", "?", new ItemInteraction.Choice(choices, 0, false), new Key.Choices(right))
        .withScoring(new Scoring(true, BigDecimal.valueOf(penalty, 1)))
        .withMaxScore(max);
  }

  private static Rational score(Item item, Set<String> chosen) {
    return item.score(new Response.Choices(List.copyOf(chosen)));
  }

  @Property(tries = 300)
  void scores_stay_within_bounds_and_grow_with_each_correct_choice(
      @ForAll @IntRange(min = 1, max = 6) int correct,
      @ForAll @IntRange(max = 6) int wrong,
      @ForAll @IntRange(max = 30) int penalty,
      @ForAll @IntRange(min = 1, max = 9) int max,
      @ForAll List<@IntRange(max = 11) Integer> picks) {
    Item item = item(correct, wrong, penalty, max);
    Set<String> chosen = new LinkedHashSet<>();
    picks.stream().filter(pick -> pick < correct + wrong).forEach(pick -> chosen.add(id(pick)));

    Rational score = score(item, chosen);

    assertThat(score).isBetween(Rational.ZERO, Rational.of(max));
    for (int i = 0; i < correct + wrong; i++) {
      Set<String> more = new LinkedHashSet<>(chosen);
      if (more.add(id(i))) {
        assertThat(score(item, more).compareTo(score) * (i < correct ? 1 : -1))
            .as("choosing %s as well", id(i))
            .isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Property(tries = 200)
  void an_order_earns_as_many_shares_as_there_are_right_positions(
      @ForAll @IntRange(min = 2, max = 8) int size, @ForAll long seed) {
    SimpleChoice[] choices = IntStream.range(0, size)
        .mapToObj(i -> SimpleChoice.of(id(i), "Step"))
        .toArray(SimpleChoice[]::new);
    List<String> given = new ArrayList<>(
        IntStream.range(0, size).mapToObj(ItemPropertiesTest::id).toList());
    java.util.Collections.shuffle(given, new java.util.Random(seed));

    long right =
        IntStream.range(0, size).filter(i -> given.get(i).equals(id(i))).count();

    assertThat(Item.ordering("i", "?", choices).score(new Response.Sequence(given)))
        .isEqualTo(Rational.of(right, size));
  }

  @Property(tries = 200)
  void a_decimal_limit_is_reached_exactly_when_the_fraction_reaches_it(
      @ForAll @IntRange(max = 200) int numerator,
      @ForAll @IntRange(min = 1, max = 200) int denominator,
      @ForAll @IntRange(max = 1_000) int limit) {
    Rational exact = Rational.of(numerator, denominator);
    BigDecimal least = BigDecimal.valueOf(limit, 3);

    assertThat(exact.toDecimal().compareTo(least) >= 0)
        .isEqualTo(exact.compareTo(Rational.of(least)) >= 0);
    assertThat(Rational.parse(exact.toString())).isEqualTo(exact);
  }
}
