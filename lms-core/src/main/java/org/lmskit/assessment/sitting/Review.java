package org.lmskit.assessment.sitting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.Feedback;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.Response;
import org.lmskit.catalog.Text;
import org.lmskit.model.AttemptId;
import org.lmskit.model.Rational;

/**
 * What came of an attempt, as far as it may be seen.
 *
 * @param attempt which
 * @param number 1 for the first attempt on the unit; 0 before it is submitted
 * @param submitted whether answers can no longer change
 * @param graded whether every answer has its score
 * @param max the most points
 * @param scoreOrNull what was earned so far; null if it is not released
 * @param passedOrNull whether that passes; null if it is not released, not known, or nothing has to be passed
 * @param feedbackOrNull what is said of the whole; null if the score is not released or not final, or nothing is said
 * @param items in the order of the attempt; none of a section with time limits that the learner never entered
 */
public record Review(
    AttemptId attempt,
    int number,
    boolean submitted,
    boolean graded,
    Rational max,
    @Nullable Rational scoreOrNull,
    @Nullable Boolean passedOrNull,
    @Nullable Text feedbackOrNull,
    List<ReviewItem> items) {
  /**
   * What came of an item.
   *
   * @param ref as it was scored
   * @param prompt what was asked
   * @param interaction how it was put
   * @param max the most points
   * @param responseOrNull the answer; null if it was blank, or its author is erased
   * @param scoreOrNull what it earned; null if it is not released or not graded
   * @param keyOrNull what is right; null if it is not released
   * @param feedback what the item says to such an answer; empty if it is not released
   * @param choices what it says to each choice that was made; empty if it is not released
   */
  public record ReviewItem(
      ItemRef ref,
      Text prompt,
      ItemInteraction interaction,
      Rational max,
      @Nullable Response responseOrNull,
      @Nullable Rational scoreOrNull,
      @Nullable Key keyOrNull,
      List<Text> feedback,
      List<Feedback.ChoiceFeedback> choices) {
    /** Copies the lists. */
    public ReviewItem {
      feedback = List.copyOf(feedback);
      choices = List.copyOf(choices);
    }

    /** The answer. */
    public Optional<Response> response() {
      return Optional.ofNullable(responseOrNull);
    }

    /** What it earned; absent if it is not released or not graded. */
    public Optional<Rational> score() {
      return Optional.ofNullable(scoreOrNull);
    }

    /** What is right; absent if it is not released. */
    public Optional<Key> key() {
      return Optional.ofNullable(keyOrNull);
    }
  }

  /** Copies the list. */
  public Review {
    items = List.copyOf(items);
  }

  /** What was earned so far; absent if it is not released. */
  public Optional<Rational> score() {
    return Optional.ofNullable(scoreOrNull);
  }

  /** What is said of the whole; absent if the score is not released or not final, or nothing is said. */
  public Optional<Text> feedback() {
    return Optional.ofNullable(feedbackOrNull);
  }

  /** Whether that passes; absent if it is not released, not known, or nothing has to be passed. */
  public Optional<Boolean> passed() {
    return Optional.ofNullable(passedOrNull);
  }
}
