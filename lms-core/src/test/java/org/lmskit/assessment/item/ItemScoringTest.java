package org.lmskit.assessment.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.model.Rational;
import org.lmskit.model.Sha256;

class ItemScoringTest {
  private static final Rubric RUBRIC = Rubric.of(Rubric.Criterion.of("c1", "Argument", 4));

  /** A, B and C are right of five. */
  private static Item multiple() {
    return Item.multipleChoice("m", "Which?", List.of("A", "B", "C"), options("ABCDE"));
  }

  private static SimpleChoice[] options(String ids) {
    return ids.chars()
        .mapToObj(c -> SimpleChoice.of(String.valueOf((char) c), "Option " + (char) c))
        .toArray(SimpleChoice[]::new);
  }

  private static Response choosing(String ids) {
    return Response.choices(ids.isEmpty() ? new String[0] : ids.split(""));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "A, 1/3",
    "ABC, 1",
    "AB, 2/3",
    "AD, 0",
    "ABD, 1/6",
    "ABCD, 1/2",
    "ABCDE, 0",
    "D, 0"
  })
  void each_hit_earns_its_share_and_each_wrong_choice_costs_its_share_but_never_below_0(
      String chosen, String score) {
    assertThat(multiple().score(choosing(chosen))).isEqualTo(Rational.parse(score));
  }

  @Test
  void the_penalty_is_the_authors_and_scales_with_the_score() {
    Item half = multiple().withScoring(Scoring.partial("0.5")).withMaxScore(6);

    assertThat(half.score(choosing("ABD"))).isEqualTo(Rational.parse("5/2"));
    assertThat(multiple().withScoring(Scoring.partial("0")).score(choosing("ABDE")))
        .isEqualTo(Rational.parse("2/3"));
  }

  @Test
  void where_every_option_is_right_nothing_can_be_lost() {
    Item all = Item.multipleChoice("m", "Which?", List.of("A", "B"), options("AB"));

    assertThat(all.score(choosing("A"))).isEqualTo(Rational.parse("1/2"));
    assertThat(all.score(choosing("AB"))).isEqualTo(Rational.ONE);
  }

  @Test
  void all_or_nothing_gives_the_whole_for_exactly_what_is_right() {
    Item all = multiple().withScoring(Scoring.ALL_OR_NOTHING);

    assertThat(all.score(choosing("CBA"))).isEqualTo(Rational.ONE);
    assertThat(all.score(choosing("AB"))).isEqualTo(Rational.ZERO);
    assertThat(all.score(choosing("ABCD"))).isEqualTo(Rational.ZERO);
  }

  @Test
  void a_single_choice_and_a_statement_are_right_or_wrong() {
    Item single = Item.singleChoice("s", "Which?", "B", options("ABCD")).withMaxScore(3);

    assertThat(single.score(choosing("B"))).isEqualTo(Rational.of(3));
    assertThat(single.score(choosing("A"))).isEqualTo(Rational.ZERO);
    assertThat(Item.trueFalse("t", "So?", false).score(Response.choices("false")))
        .isEqualTo(Rational.ONE);
  }

  @ParameterizedTest
  @CsvSource({"9.5, 1", "10.5, 1", "10, 1", "9.49999, 0", "10.50001, 0", "1.0E1, 1"})
  void a_tolerance_is_inclusive_at_both_ends(String given, String score) {
    Item item = Item.numeric("n", "How many?", "10", "0.5");

    assertThat(item.score(Response.number(given))).isEqualTo(Rational.parse(score));
  }

  @Test
  void a_short_text_matches_whatever_its_blanks_and_capitals_unless_capitals_matter() {
    Item item = Item.textEntry("t", "Capital?", "São  Paulo", "Sampa");

    assertThat(item.score(Response.text("  SÃO PAULO "))).isEqualTo(Rational.ONE);
    assertThat(item.score(Response.text("sa\u0303o paulo"))).isEqualTo(Rational.ONE);
    assertThat(item.score(Response.text("Sao Paulo"))).isEqualTo(Rational.ZERO);
    assertThat(item.withKey(new Key.Texts(List.of("Sampa"), true)).score(Response.text("sampa")))
        .isEqualTo(Rational.ZERO);
  }

  @Test
  void each_pair_and_each_position_earns_its_share() {
    Item match = Item.matching(
        "m",
        "Match",
        Map.of("A", "X", "B", "Y", "C", "X"),
        List.of(options("ABC")),
        List.of(options("XYZ")));
    Item order = Item.ordering("o", "Order", options("ABCD"));

    assertThat(match.score(new Response.Pairs(Map.of("A", "X", "B", "Z", "C", "X"))))
        .isEqualTo(Rational.parse("2/3"));
    assertThat(order.score(Response.sequence("A", "C", "B", "D"))).isEqualTo(Rational.parse("1/2"));
    assertThat(order.score(Response.sequence("A"))).isEqualTo(Rational.parse("1/4"));
    assertThat(
            order.withScoring(Scoring.ALL_OR_NOTHING).score(Response.sequence("B", "A", "C", "D")))
        .isEqualTo(Rational.ZERO);
    assertThat(match
            .withScoring(Scoring.ALL_OR_NOTHING)
            .score(new Response.Pairs(Map.of("A", "X", "B", "Y", "C", "X"))))
        .isEqualTo(Rational.ONE);
  }

  @Test
  void a_place_in_an_image_is_the_first_area_that_has_it_and_borders_belong_to_it() {
    ItemInteraction.Hotspot image = new ItemInteraction.Hotspot(
        Sha256.of(new byte[] {1}),
        "image/png",
        200,
        100,
        List.of(
            Area.circle("pin", "Pin", 50, 50, 10),
            Area.rectangle("body", "Body", 20, 20, 120, 80),
            new Area(
                "roof",
                org.lmskit.catalog.Text.of("Roof"),
                Area.Shape.POLY,
                List.of(130, 50, 160, 10, 190, 50))),
        1);

    assertThat(image.areaAt(50, 60).orElseThrow().id()).isEqualTo("pin");
    assertThat(image.areaAt(50, 61).orElseThrow().id()).isEqualTo("body");
    assertThat(image.areaAt(120, 80).orElseThrow().id()).isEqualTo("body");
    assertThat(image.areaAt(160, 10).orElseThrow().id()).isEqualTo("roof");
    assertThat(image.areaAt(160, 49).orElseThrow().id()).isEqualTo("roof");
    assertThat(image.areaAt(131, 48)).isEmpty();
    assertThat(image.areaAt(160, 51)).isEmpty();
    Item item = Item.hotspot("h", "Where is the pin?", List.of("pin"), image);
    assertThat(item.check()).isEmpty();
    assertThat(item.score(Response.choices("pin"))).isEqualTo(Rational.ONE);
  }

  @Test
  void what_a_person_grades_has_no_score_of_its_own() {
    Item essay = Item.essay("e", "Why?", RUBRIC);

    assertThat(essay.check()).isEmpty();
    assertThatThrownBy(() -> essay.score(Response.text("Because")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("graded by a person");
  }

  @Test
  void an_item_whose_key_does_not_fit_has_errors_that_name_the_place() {
    assertThat(Item.singleChoice("s", "Which?", "Z", options("AB")).check())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("ITEM-005");
          assertThat(problem.location()).isEqualTo("/s/key");
          assertThat(problem.message()).contains("Z");
        });
    assertThat(multiple().withKey(new Key.Texts(List.of("A"), false)).check())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("ITEM-002"));
    assertThat(Item.singleChoice("s", " ", "A", options("AA")).check())
        .extracting("code")
        .containsExactly("ITEM-001", "ITEM-003");
    assertThat(Item.numeric("n", "?", "1", "-1").check()).extracting("code").contains("ITEM-007");
    assertThat(Item.essay("e", "?", RUBRIC).withMaxScore(9).check())
        .extracting("code")
        .containsExactly("ITEM-008");
    assertThat(Item.ordering("o", "?", options("ABC"))
            .withKey(new Key.Sequence(List.of("A", "B")))
            .check())
        .extracting("code")
        .containsExactly("ITEM-005");
  }
}
