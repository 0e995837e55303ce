package org.lmskit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.catalog.Requirement.all;
import static org.lmskit.catalog.Requirement.any;
import static org.lmskit.catalog.Requirement.atLeast;
import static org.lmskit.catalog.Requirement.completed;
import static org.lmskit.catalog.Requirement.option;
import static org.lmskit.catalog.Requirement.passed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Problem;

class RequirementCheckTest {
  private static final BigDecimal ONE = BigDecimal.ONE;

  @Test
  void a_sound_rule_has_no_problems() {
    assertThat(codes(
            all(completed("A"), any(completed("B"), atLeast(1, completed("C"), completed("D"))))))
        .isEmpty();
  }

  @Test
  void six_of_five_is_refused() {
    Requirement six =
        atLeast(6, completed("A"), completed("B"), completed("C"), completed("D"), completed("E"));

    assertThat(codes(six)).containsExactly("REQUIREMENT-002");
    assertThat(codes(all(completed("Z"), any(completed("Y"), six))))
        .containsExactly("REQUIREMENT-002");
    assertThat(RequirementCheck.of(all(completed("Z"), six), "path P").get(0).location())
        .isEqualTo("path P/2");
  }

  @Test
  void more_credits_than_are_offered_are_refused() {
    Requirement credits =
        atLeast(1, new BigDecimal("2.1"), option(completed("A"), ONE), option(completed("B"), ONE));

    assertThat(codes(credits)).containsExactly("REQUIREMENT-002");
  }

  @Test
  void empty_parts_are_refused() {
    assertThat(codes(all())).containsExactly("REQUIREMENT-001");
    assertThat(codes(any())).containsExactly("REQUIREMENT-001");
    assertThat(codes(all(completed("A"), any()))).containsExactly("REQUIREMENT-001");
    assertThat(codes(atLeast(1))).containsExactly("REQUIREMENT-001", "REQUIREMENT-002");
  }

  @Test
  void asking_for_nothing_for_less_than_nothing_or_for_an_impossible_score_is_refused() {
    assertThat(codes(atLeast(0, completed("A")))).containsExactly("REQUIREMENT-003");
    assertThat(codes(atLeast(-1, completed("A")))).containsExactly("REQUIREMENT-005");
    assertThat(codes(atLeast(1, ONE.negate(), option(completed("A"), ONE))))
        .containsExactly("REQUIREMENT-005");
    assertThat(codes(
            atLeast(1, ONE, option(completed("A"), ONE.negate()), option(completed("B"), ONE))))
        .containsExactly("REQUIREMENT-005");
    assertThat(codes(passed("A", new BigDecimal("1.01")))).containsExactly("REQUIREMENT-004");
    assertThat(codes(passed("A", ONE))).isEmpty();
  }

  @Test
  void one_thing_offered_twice_is_a_warning() {
    List<Problem> problems = RequirementCheck.of(atLeast(2, completed("A"), completed("A")), "x");

    assertThat(problems).extracting(Problem::code).containsExactly("REQUIREMENT-007");
    assertThat(problems).noneMatch(Problem::isError);
  }

  @Test
  void prerequisites_that_lead_back_are_refused_with_the_whole_circle() {
    Map<Subject, Requirement> prerequisites = Map.of(
        Subject.course("A"), completed("B"),
        Subject.course("B"), any(completed("C"), completed("Q")),
        Subject.course("C"), all(completed("A")),
        Subject.course("D"), completed("A"));

    assertThat(RequirementCheck.cycles(prerequisites))
        .extracting(Problem::message)
        .containsExactly(
            "course A needs course B needs course C needs course A; remove one of them");
  }

  @Test
  void what_needs_itself_leads_back_and_a_diamond_does_not() {
    assertThat(RequirementCheck.cycles(Map.of(Subject.course("A"), completed("A"))))
        .hasSize(1);
    assertThat(RequirementCheck.cycles(Map.of(
            Subject.course("A"), all(completed("B"), completed("C")),
            Subject.course("B"), completed("D"),
            Subject.course("C"), completed("D"))))
        .isEmpty();
  }

  private static List<String> codes(Requirement rule) {
    return RequirementCheck.of(rule, "rule").stream().map(Problem::code).toList();
  }
}
