package org.lmskit.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assessment.sitting.Quizzes.assertRefused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.sitting.Quizzes;

/** What an attempt is made of, and what cannot be published. */
class DrawTest {
  private static String[] ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "I" + i).toArray(String[]::new);
  }

  private static Assessment drawing(int count, int of, boolean shuffled) {
    Section section = Section.of("s", "S", Pool.draw(count, ids(of)), Pool.of("F1", "F2"));
    return Assessment.of("a", "A").section(shuffled ? section.shuffled() : section);
  }

  @Property(tries = 100)
  void a_draw_takes_so_many_of_its_pool_each_once_and_can_be_repeated(
      @ForAll @IntRange(min = 1, max = 10) int count,
      @ForAll @IntRange(max = 10) int more,
      @ForAll boolean shuffled,
      @ForAll String seed) {
    Assessment assessment = drawing(count, count + more, shuffled);

    List<ItemId> drawn = assessment.draw(seed).items();

    assertThat(drawn).hasSize(count + 2).doesNotHaveDuplicates();
    assertThat(assessment.items()).containsAll(drawn);
    assertThat(assessment.draw(seed)).isEqualTo(assessment.draw(seed));
    if (!shuffled) {
      assertThat(drawn.subList(count, count + 2)).extracting("value").containsExactly("F1", "F2");
    }
  }

  /** Chi-square with 11 degrees of freedom is above 31.3 in one of a thousand draws; the seeds are fixed. */
  @Example
  void over_many_seeds_each_candidate_is_drawn_as_often_as_any_other() {
    Assessment assessment =
        Assessment.of("a", "A").section(Section.of("s", "S", Pool.draw(3, ids(12))));
    Map<ItemId, Integer> counts = new HashMap<>();
    int seeds = 4_000;
    for (int seed = 0; seed < seeds; seed++) {
      assessment.draw("seed-" + seed).items().forEach(item -> counts.merge(item, 1, Integer::sum));
    }

    double expected = seeds * 3 / 12.0;
    double chiSquare = counts.values().stream()
        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
        .sum();
    assertThat(counts).hasSize(12);
    assertThat(chiSquare).isLessThan(31.3);
  }

  @Example
  void what_contradicts_itself_is_refused_with_the_value() {
    Quizzes quizzes = new Quizzes();
    var assessments = quizzes.lms.assessments();
    Section twice = Section.of("s", "S", Pool.of("Q1"), Pool.draw(1, "Q1", "Q2"));

    assertRefused(
        AssessmentReason.ITEM_IN_TWO_POOLS,
        "Q1",
        () -> assessments.publish(Assessment.of("a", "A").section(twice)));
    assertRefused(
        AssessmentReason.DRAW_TOO_LARGE,
        "a draw of 3 from a pool of 2",
        () -> assessments.publish(
            Assessment.of("a", "A").section(Section.of("s", "S", Pool.draw(3, "Q1", "Q2")))));
    assertRefused(
        AssessmentReason.ITEM_UNKNOWN,
        "Q9",
        () -> assessments.publish(
            Assessment.of("a", "A").section(Section.of("s", "S", Pool.of("Q9")))));
    assertRefused(
        AssessmentReason.ASSESSMENT_INVALID,
        "1.5",
        () -> assessments.publish(Quizzes.both().withPassing("1.5")));
    assertRefused(
        AssessmentReason.ASSESSMENT_INVALID,
        "without items",
        () -> assessments.publish(Assessment.of("a", "A")));
    assertThat(assessments.find(new AssessmentId("a"))).isEmpty();
  }

  @Example
  void a_published_version_cannot_be_edited() {
    Quizzes quizzes = new Quizzes();
    var assessments = quizzes.lms.assessments();
    AssessmentVersion first = assessments.publish(Quizzes.both());

    assertThat(assessments.publish(Quizzes.both(), 1)).isEqualTo(first);
    assertRefused(
        AssessmentReason.VERSION_PUBLISHED,
        "version 1",
        () -> assessments.publish(Quizzes.both().withPassing("0.5"), 1));
    assertThat(assessments.publish(Quizzes.both().withPassing("0.5")).number()).isEqualTo(2);
    assertThat(assessments.find(Quizzes.both().id(), 1)).contains(first);
  }
}
