package org.lmskit.assessment.item;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a learner answered. */
public sealed interface Response {
  /**
   * Choices or areas.
   *
   * @param chosen their ids, in no order
   */
  record Choices(List<String> chosen) implements Response {
    /** Sorts, and drops repetitions. */
    public Choices {
      chosen = chosen.stream().sorted().distinct().toList();
    }
  }

  /**
   * A text, short or long.
   *
   * @param text as he wrote it
   */
  record Text(String text) implements Response {}

  /**
   * A number.
   *
   * @param number exact
   */
  record Number(BigDecimal number) implements Response {}

  /**
   * Pairs.
   *
   * @param pairs the target of each source that he matched
   */
  record Pairs(Map<String, String> pairs) implements Response {
    /** Copies the map. */
    public Pairs {
      pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
    }
  }

  /**
   * An order.
   *
   * @param order the ids, the first first
   */
  record Sequence(List<String> order) implements Response {
    /** Copies the list. */
    public Sequence {
      order = List.copyOf(order);
    }
  }

  /**
   * Files.
   *
   * @param files in the order in which he handed them in
   */
  record Files(List<UploadedFile> files) implements Response {
    /** Copies the list. */
    public Files {
      files = List.copyOf(files);
    }
  }

  /** Choices or areas. */
  static Response choices(String... chosen) {
    return new Choices(Arrays.asList(chosen));
  }

  /** A text. */
  static Response text(String text) {
    return new Text(text);
  }

  /** A number. */
  static Response number(String number) {
    return new Number(new BigDecimal(number));
  }

  /** An order. */
  static Response sequence(String... order) {
    return new Sequence(Arrays.asList(order));
  }

  /**
   * The answer of which {@link #options} were kept; absent for what a person wrote, of which nothing is kept.
   *
   * @param to what was answered
   */
  static Optional<Response> ofOptions(ItemInteraction to, List<String> options) {
    if (to instanceof ItemInteraction.Choice || to instanceof ItemInteraction.Hotspot) {
      return Optional.of(new Choices(options));
    }
    if (to instanceof ItemInteraction.Order) {
      return Optional.of(new Sequence(options));
    }
    if (to instanceof ItemInteraction.Match) {
      Map<String, String> pairs = new TreeMap<>();
      options.forEach(pair ->
          pairs.put(pair.substring(0, pair.indexOf(':')), pair.substring(pair.indexOf(':') + 1)));
      return Optional.of(new Pairs(pairs));
    }
    return to instanceof ItemInteraction.NumericEntry && !options.isEmpty()
        ? Optional.of(number(options.get(0)))
        : Optional.empty();
  }

  /** Whether nothing was answered; that scores 0. */
  default boolean isBlank() {
    if (this instanceof Choices choices) {
      return choices.chosen().isEmpty();
    }
    if (this instanceof Text text) {
      return text.text().isBlank();
    }
    if (this instanceof Pairs pairs) {
      return pairs.pairs().isEmpty();
    }
    if (this instanceof Sequence sequence) {
      return sequence.order().isEmpty();
    }
    return this instanceof Files files && files.files().isEmpty();
  }

  /**
   * What was chosen, for statistics: ids of choices, areas or an order, {@code source:target} of pairs, a number; empty for
   * what a person wrote.
   */
  default List<String> options() {
    if (this instanceof Choices choices) {
      return choices.chosen();
    }
    if (this instanceof Sequence sequence) {
      return sequence.order();
    }
    if (this instanceof Number number) {
      return List.of(number.number().toPlainString());
    }
    return this instanceof Pairs pairs
        ? pairs.pairs().entrySet().stream()
            .map(e -> e.getKey() + ":" + e.getValue())
            .toList()
        : List.of();
  }
}
