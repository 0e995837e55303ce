package org.lmskit.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lmskit.learning.Fact;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.store.Kind;

/**
 * What one submitted attempt brought, item by item: all that statistics need. Built from its events alone; a grade and a
 * regrade change it.
 *
 * @param attempt which
 * @param enrollment in which it was made
 * @param course of the enrollment
 * @param unit that was worked on
 * @param learner whose
 * @param number 1 for the first attempt on this unit in this enrollment
 * @param assessment which
 * @param version the number of the assessment's version
 * @param submittedAt when; the deadline if time ran out
 * @param passingOrNull the share of the most possible points that passes, 0 to 1; null if nothing has to be passed
 * @param items in the order in which they were put
 */
public record ScoreRow(
    AttemptId attempt,
    EnrollmentId enrollment,
    CourseId course,
    UnitId unit,
    LearnerKey learner,
    int number,
    AssessmentId assessment,
    int version,
    Instant submittedAt,
    @Nullable BigDecimal passingOrNull,
    List<ItemScore> items) {
  /** Rows by attempt, in the order of submission; found by assessment, learner and enrollment. */
  public static final Kind<ScoreRow> KIND = Kind.<ScoreRow>mutable(
          "score_row", row -> row.attempt().value())
      .time(ScoreRow::submittedAt)
      .index("assessment", row -> row.assessment().value())
      .index("learner", row -> row.learner().value())
      .index("enrollment", row -> row.enrollment().value())
      .body(PackedRow.BODY);

  /** Copies the list. */
  public ScoreRow {
    items = items instanceof PackedItems ? items : List.copyOf(items);
  }

  /** What was earned, as far as it is known. */
  public Rational total() {
    return items.stream()
        .map(ItemScore::scoreOrNull)
        .filter(Objects::nonNull)
        .reduce(Rational.ZERO, Rational::plus);
  }

  /** The most that could be earned. */
  public Rational max() {
    return items.stream().map(ItemScore::max).reduce(Rational.ZERO, Rational::plus);
  }

  /** What was earned as a share of the most that could be, exact. */
  public Rational scaled() {
    return total().dividedBy(max());
  }

  /** Whether every item has its score. */
  public boolean graded() {
    return items.stream().allMatch(item -> item.scoreOrNull() != null);
  }

  /** Whether it is graded and earned enough; always, once graded, if nothing has to be passed. */
  public boolean passed() {
    BigDecimal passing = passingOrNull;
    return graded() && (passing == null || scaled().compareTo(Rational.of(passing)) >= 0);
  }

  /**
   * What follows for the attempt from what is known: its score once it is graded, then that it is completed, and whether it was
   * successful if something has to be passed. Where that waits for a grade, completion waits too: until then nobody knows
   * whether the unit has to be done again.
   */
  public List<Fact> facts() {
    if (!graded()) {
      return passingOrNull == null ? List.of(new Fact.Completion()) : List.of();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Score(new Score(
        scaled().toDecimal(), total().toDecimal(), BigDecimal.ZERO, max().toDecimal())));
    facts.add(new Fact.Completion());
    if (passingOrNull != null) {
      facts.add(new Fact.Success(passed()));
    }
    return facts;
  }

  /** The same with other scores. */
  public ScoreRow withItems(List<ItemScore> next) {
    return new ScoreRow(
        attempt,
        enrollment,
        course,
        unit,
        learner,
        number,
        assessment,
        version,
        submittedAt,
        passingOrNull,
        next);
  }
}
