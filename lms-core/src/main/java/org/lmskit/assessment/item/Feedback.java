package org.lmskit.assessment.item;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lmskit.catalog.Text;
import org.lmskit.model.Rational;

/**
 * What a learner is told once feedback is released.
 *
 * @param general whatever he answered
 * @param correct if his answer earned the full score
 * @param partial if it earned some of it; where this is empty, he is told what is said if it did not earn all
 * @param incorrect if it earned nothing, or not all
 * @param choices for each choice or area that he chose, by its id, and for each pair, {@code source:target}
 * @see "QTI 3.0 ASI, ModalFeedback and FeedbackInline"
 */
public record Feedback(
    Text general, Text correct, Text partial, Text incorrect, Map<String, Text> choices) {
  /** Nothing. */
  public static final Feedback NONE =
      new Feedback(Text.EMPTY, Text.EMPTY, Text.EMPTY, Text.EMPTY, Map.of());

  /** Copies the map. */
  public Feedback {
    choices = Collections.unmodifiableMap(new TreeMap<>(choices));
  }

  /** The same text for everybody. */
  public static Feedback of(String general) {
    return NONE.withGeneral(Text.of(general));
  }

  /** The same with this text whatever was answered. */
  public Feedback withGeneral(Text next) {
    return new Feedback(next, correct, partial, incorrect, choices);
  }

  /** The same with this text for answers that earn the full score. */
  public Feedback withCorrect(Text next) {
    return new Feedback(general, next, partial, incorrect, choices);
  }

  /** The same with this text for answers that earn some of it. */
  public Feedback withPartial(Text next) {
    return new Feedback(general, correct, next, incorrect, choices);
  }

  /** The same with this text for answers that earn nothing, or not all. */
  public Feedback withIncorrect(Text next) {
    return new Feedback(general, correct, partial, next, choices);
  }

  /**
   * The same with this text for those who chose something.
   *
   * @param choice the id of a choice or area, or {@code source:target}
   */
  public Feedback withChoice(String choice, Text next) {
    Map<String, Text> more = new TreeMap<>(choices);
    more.put(choice, next);
    return new Feedback(general, correct, partial, incorrect, more);
  }

  /** What is said to an answer that earned this. */
  public Text judging(Rational score, Rational max) {
    if (score.equals(max)) {
      return correct;
    }
    return score.signum() > 0 && !partial.text().isBlank() ? partial : incorrect;
  }

  /** What is said to what was chosen, in that order. */
  public List<ChoiceFeedback> to(List<String> chosen) {
    return chosen.stream()
        .flatMap(choice -> Stream.ofNullable(choices.get(choice))
            .map(text -> new ChoiceFeedback(choice, Objects.requireNonNull(text))))
        .toList();
  }

  /**
   * What is said to one choice.
   *
   * @param choice its id, or {@code source:target}
   * @param text what
   */
  public record ChoiceFeedback(String choice, Text text) {}
}
