package org.lmskit.assessment.sitting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.ItemScore;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.Response;
import org.lmskit.learning.Interaction;
import org.lmskit.learning.InteractionType;
import org.lmskit.model.Rational;

/**
 * Items and answers in the notation that SCORM 2004 and xAPI share.
 *
 * @see "SCORM 2004 4th Ed. RTE 4.2.9.1"
 */
public final class Notation {
  private static final String NEXT = "[,]";
  private static final String TO = "[.]";

  private Notation() {}

  /** What a learner answered, and what it was worth as far as that is known. */
  static Interaction interaction(Item item, Response response, ItemScore score) {
    return new Interaction(
        item.id().value(),
        type(item.interaction()),
        "",
        correct(item.key()),
        text(response),
        null,
        result(score.scoreOrNull(), score.max()),
        item.maxScore(),
        null,
        null);
  }

  /** What an answer that is known already turned out to be worth. */
  public static Interaction graded(Item item, ItemScore score) {
    return new Interaction(
        item.id().value(),
        type(item.interaction()),
        "",
        List.of(),
        null,
        null,
        result(score.scoreOrNull(), score.max()),
        item.maxScore(),
        null,
        null);
  }

  static InteractionType type(ItemInteraction shown) {
    if (shown instanceof ItemInteraction.Choice choice) {
      return choice.isTrueFalse() ? InteractionType.TRUE_FALSE : InteractionType.CHOICE;
    }
    if (shown instanceof ItemInteraction.Hotspot) {
      return InteractionType.CHOICE;
    }
    if (shown instanceof ItemInteraction.TextEntry) {
      return InteractionType.FILL_IN;
    }
    if (shown instanceof ItemInteraction.NumericEntry) {
      return InteractionType.NUMERIC;
    }
    if (shown instanceof ItemInteraction.Match) {
      return InteractionType.MATCHING;
    }
    if (shown instanceof ItemInteraction.Order) {
      return InteractionType.SEQUENCING;
    }
    return shown instanceof ItemInteraction.ExtendedText
        ? InteractionType.LONG_FILL_IN
        : InteractionType.OTHER;
  }

  private static List<String> correct(Key key) {
    if (key instanceof Key.Choices choices) {
      return List.of(String.join(NEXT, choices.correct()));
    }
    if (key instanceof Key.Texts texts) {
      String matters = texts.caseSensitive() ? "{case_matters=true}" : "";
      return texts.accepted().stream().map(text -> matters + text).toList();
    }
    if (key instanceof Key.Number number) {
      BigDecimal from = number.value().subtract(number.tolerance());
      BigDecimal to = number.value().add(number.tolerance());
      return List.of(from.toPlainString() + "[:]" + to.toPlainString());
    }
    if (key instanceof Key.Pairs pairs) {
      return List.of(pairs(pairs.pairs()));
    }
    return key instanceof Key.Sequence sequence
        ? List.of(String.join(NEXT, sequence.order()))
        : List.of();
  }

  private static String text(Response response) {
    if (response instanceof Response.Text text) {
      return text.text();
    }
    if (response instanceof Response.Pairs pairs) {
      return pairs(pairs.pairs());
    }
    if (response instanceof Response.Files files) {
      return files.files().stream()
          .map(file -> file.name() + " " + file.hash().hex())
          .collect(Collectors.joining(NEXT));
    }
    return String.join(NEXT, response.options());
  }

  private static String pairs(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + TO + pair.getValue())
        .collect(Collectors.joining(NEXT));
  }

  private static @Nullable String result(@Nullable Rational score, Rational max) {
    if (score == null) {
      return null;
    }
    if (score.equals(max)) {
      return "correct";
    }
    return score.signum() == 0 ? "incorrect" : score.toDecimal().toPlainString();
  }
}
