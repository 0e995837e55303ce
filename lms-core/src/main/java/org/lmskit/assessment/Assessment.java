package org.lmskit.assessment;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Text;
import org.lmskit.model.Problem;
import org.lmskit.model.Rational;

/**
 * A test: which items are put, for how long, how often, and when it is passed.
 *
 * @param id unique within the tenant
 * @param title shown to learners
 * @param sections in order
 * @param timeLimitOrNull how long an attempt may take from its start; null without a limit
 * @param attempts how often it may be tried
 * @param passingOrNull the share of the most possible points that passes, 0 to 1; null if nothing has to be passed
 * @param release when a learner sees what came of it
 * @param feedback what he is told of the whole, by what he earned; shown with the score, once everything is graded
 * @see "QTI 3.0 ASI, AssessmentTest"
 */
public record Assessment(
    AssessmentId id,
    Text title,
    List<Section> sections,
    @Nullable Duration timeLimitOrNull,
    AttemptRule attempts,
    @Nullable BigDecimal passingOrNull,
    Release release,
    List<ScoreBand> feedback) {
  /**
   * How often an assessment may be tried.
   *
   * @param most at most so many attempts in one enrollment; 0 for any number
   * @param coolDown how long after an attempt ended the next may begin
   * @param policy which attempt's score counts
   */
  public record AttemptRule(int most, Duration coolDown, ScorePolicy policy) {
    /** Any number, at once; the best counts. */
    public static final AttemptRule FREE = new AttemptRule(0, Duration.ZERO, ScorePolicy.BEST);

    /** @throws IllegalArgumentException if something is negative */
    public AttemptRule {
      if (most < 0 || coolDown.isNegative()) {
        throw new IllegalArgumentException(most + " attempts with a pause of " + coolDown);
      }
    }
  }

  /** Copies the lists. */
  public Assessment {
    sections = List.copyOf(sections);
    feedback = List.copyOf(feedback);
  }

  /** An assessment without sections, limits or a passing score. */
  public static Assessment of(String id, String title) {
    return new Assessment(
        new AssessmentId(id),
        Text.of(title),
        List.of(),
        null,
        AttemptRule.FREE,
        null,
        Release.CAREFUL,
        List.of());
  }

  /** The same with one more section. */
  public Assessment section(Section next) {
    List<Section> more = new ArrayList<>(sections);
    more.add(next);
    return new Assessment(
        id, title, more, timeLimitOrNull, attempts, passingOrNull, release, feedback);
  }

  /** The same with this title. */
  public Assessment withTitle(Text next) {
    return new Assessment(
        id, next, sections, timeLimitOrNull, attempts, passingOrNull, release, feedback);
  }

  /** The same with a time limit. */
  public Assessment withTimeLimit(Duration limit) {
    return new Assessment(id, title, sections, limit, attempts, passingOrNull, release, feedback);
  }

  /** The same with another rule for attempts. */
  public Assessment withAttempts(int most, Duration coolDown, ScorePolicy policy) {
    AttemptRule rule = new AttemptRule(most, coolDown, policy);
    return new Assessment(
        id, title, sections, timeLimitOrNull, rule, passingOrNull, release, feedback);
  }

  /**
   * The same, passed with this share of the most possible points.
   *
   * @param share a decimal from 0 to 1, such as {@code 0.8}
   */
  public Assessment withPassing(String share) {
    BigDecimal passing = new BigDecimal(share);
    return new Assessment(
        id, title, sections, timeLimitOrNull, attempts, passing, release, feedback);
  }

  /** The same with other rules of what a learner sees when. */
  public Assessment withRelease(Release next) {
    return new Assessment(
        id, title, sections, timeLimitOrNull, attempts, passingOrNull, next, feedback);
  }

  /**
   * The same with something to tell those who earned so much.
   *
   * @param from the least share of the most possible points, a decimal from 0 to 1, such as {@code 0.8}
   */
  public Assessment withFeedback(String from, Text text) {
    List<ScoreBand> more = new ArrayList<>(feedback);
    more.add(new ScoreBand(new BigDecimal(from), text));
    return new Assessment(
        id, title, sections, timeLimitOrNull, attempts, passingOrNull, release, more);
  }

  /** How long an attempt may take; absent without a limit. */
  public Optional<Duration> timeLimit() {
    return Optional.ofNullable(timeLimitOrNull);
  }

  /** The share of the most possible points that passes; absent if nothing has to be passed. */
  public Optional<BigDecimal> passing() {
    return Optional.ofNullable(passingOrNull);
  }

  /** What is said of the whole to those who earned this share of the most possible points. */
  public Optional<Text> feedback(Rational share) {
    return feedback.stream()
        .filter(band -> share.compareTo(Rational.of(band.from())) >= 0)
        .max(Comparator.comparing(ScoreBand::from))
        .map(ScoreBand::text);
  }

  /** All candidates, in order. */
  public List<ItemId> items() {
    return sections.stream()
        .flatMap(section -> section.pools().stream())
        .flatMap(pool -> pool.items().stream())
        .toList();
  }

  /** What is wrong with it, as far as it can be said without its items. Empty if nothing is. */
  public List<Problem> check() {
    return AssessmentCheck.of(this);
  }

  /**
   * What an attempt with this seed is made of. The same seed always gives the same.
   *
   * @param seed any text
   */
  public Draw draw(String seed) {
    return Draw.of(this, seed);
  }
}
