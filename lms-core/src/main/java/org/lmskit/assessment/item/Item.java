package org.lmskit.assessment.item;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lmskit.catalog.Text;
import org.lmskit.model.Problem;
import org.lmskit.model.Rational;
import org.lmskit.model.Sha256;

/**
 * A question. {@link #check} says whether it can be published.
 *
 * @param id unique within the tenant
 * @param prompt what is asked
 * @param interaction how it is put
 * @param key what is right
 * @param scoring what an answer earns that is not all right
 * @param maxScore what a right answer earns, above 0
 * @param feedback what a learner is told afterwards
 * @see "QTI 3.0 ASI, AssessmentItem"
 */
public record Item(
    ItemId id,
    Text prompt,
    ItemInteraction interaction,
    Key key,
    Scoring scoring,
    BigDecimal maxScore,
    Feedback feedback) {
  /** @throws IllegalArgumentException if the score is not above 0 */
  public Item {
    if (maxScore.signum() <= 0) {
      throw new IllegalArgumentException("item " + id + " with a score of " + maxScore);
    }
  }

  /** One point, partial credit, no feedback. */
  public static Item of(String id, String prompt, ItemInteraction interaction, Key key) {
    return new Item(
        new ItemId(id),
        Text.of(prompt),
        interaction,
        key,
        Scoring.PARTIAL,
        BigDecimal.ONE,
        Feedback.NONE);
  }

  /** One choice is right; for one point. */
  public static Item singleChoice(
      String id, String prompt, String correct, SimpleChoice... choices) {
    return of(
        id,
        prompt,
        new ItemInteraction.Choice(Arrays.asList(choices), 1, false),
        new Key.Choices(List.of(correct)));
  }

  /** Any number of choices may be right; for one point. */
  public static Item multipleChoice(
      String id, String prompt, List<String> correct, SimpleChoice... choices) {
    return of(
        id,
        prompt,
        new ItemInteraction.Choice(Arrays.asList(choices), 0, false),
        new Key.Choices(correct));
  }

  /** A statement that is true or false; for one point. */
  public static Item trueFalse(String id, String prompt, boolean correct) {
    return singleChoice(
        id,
        prompt,
        correct ? ItemInteraction.TRUE : ItemInteraction.FALSE,
        SimpleChoice.of(ItemInteraction.TRUE, "True"),
        SimpleChoice.of(ItemInteraction.FALSE, "False"));
  }

  /** A short text, whose capitals do not matter; for one point. */
  public static Item textEntry(String id, String prompt, String... accepted) {
    return of(
        id,
        prompt,
        new ItemInteraction.TextEntry(0),
        new Key.Texts(Arrays.asList(accepted), false));
  }

  /** A number, with an inclusive tolerance; for one point. */
  public static Item numeric(String id, String prompt, String value, String tolerance) {
    return of(
        id,
        prompt,
        new ItemInteraction.NumericEntry(0),
        new Key.Number(new BigDecimal(value), new BigDecimal(tolerance)));
  }

  /** Pairs, each worth its share; for one point. */
  public static Item matching(
      String id,
      String prompt,
      Map<String, String> pairs,
      List<SimpleChoice> sources,
      List<SimpleChoice> targets) {
    return of(id, prompt, new ItemInteraction.Match(sources, targets, true), new Key.Pairs(pairs));
  }

  /** An order, each position worth its share; for one point. */
  public static Item ordering(String id, String prompt, SimpleChoice... inOrder) {
    return of(
        id,
        prompt,
        new ItemInteraction.Order(Arrays.asList(inOrder), true),
        new Key.Sequence(Arrays.stream(inOrder).map(SimpleChoice::id).toList()));
  }

  /** Areas of an image, of which some are right; for one point. */
  public static Item hotspot(
      String id, String prompt, List<String> correct, ItemInteraction.Hotspot image) {
    return of(id, prompt, image, new Key.Choices(correct));
  }

  /** A long text that one person grades; for as many points as the rubric has. */
  public static Item essay(String id, String prompt, Rubric rubric) {
    return of(
            id,
            prompt,
            new ItemInteraction.ExtendedText(100_000),
            new Key.Graded(rubric, Marking.ONE_GRADER))
        .withMaxScore(rubric.max());
  }

  /** Files that one person grades; for as many points as the rubric has. */
  public static Item upload(String id, String prompt, ItemInteraction.Upload files, Rubric rubric) {
    return of(id, prompt, files, new Key.Graded(rubric, Marking.ONE_GRADER))
        .withMaxScore(rubric.max());
  }

  /** The same with this prompt. */
  public Item withPrompt(Text next) {
    return new Item(id, next, interaction, key, scoring, maxScore, feedback);
  }

  /** The same, put otherwise. */
  public Item withInteraction(ItemInteraction next) {
    return new Item(id, prompt, next, key, scoring, maxScore, feedback);
  }

  /** The same with another key. */
  public Item withKey(Key next) {
    return new Item(id, prompt, interaction, next, scoring, maxScore, feedback);
  }

  /** The same, scored otherwise. */
  public Item withScoring(Scoring next) {
    return new Item(id, prompt, interaction, key, next, maxScore, feedback);
  }

  /** The same for so many points. */
  public Item withMaxScore(BigDecimal next) {
    return new Item(id, prompt, interaction, key, scoring, next, feedback);
  }

  /** The same for so many points. */
  public Item withMaxScore(int next) {
    return withMaxScore(BigDecimal.valueOf(next));
  }

  /** The same with feedback. */
  public Item withFeedback(Feedback next) {
    return new Item(id, prompt, interaction, key, scoring, maxScore, next);
  }

  /** The same, graded so; only for what people grade. */
  public Item withMarking(Marking next) {
    if (!(key instanceof Key.Graded graded)) {
      throw new IllegalArgumentException("nobody grades item " + id);
    }
    return withKey(new Key.Graded(graded.rubric(), next));
  }

  /** Whether a person has to grade answers. */
  public boolean isGradedByHand() {
    return key instanceof Key.Graded;
  }

  /**
   * What an answer earns.
   *
   * @throws IllegalArgumentException if a person has to grade it
   */
  public Rational score(Response response) {
    return Credit.of(this, response).times(Rational.of(maxScore));
  }

  /** What is wrong with it: how it is put and what is right have to fit together. Empty if it can be published. */
  public List<Problem> check() {
    return ItemCheck.of(this);
  }

  /** The digests of the files that it needs. */
  public List<Sha256> files() {
    return interaction instanceof ItemInteraction.Hotspot hotspot
        ? List.of(hotspot.image())
        : List.of();
  }
}
