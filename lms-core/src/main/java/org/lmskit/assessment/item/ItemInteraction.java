package org.lmskit.assessment.item;

import java.util.List;
import java.util.Optional;
import org.lmskit.model.Sha256;

/**
 * How an item is put to a learner. It never says what is right, so it can be shown to him as it is.
 *
 * @see "QTI 3.0 ASI, interactions"
 */
public sealed interface ItemInteraction {
  /** True. */
  String TRUE = "true";

  /** False. */
  String FALSE = "false";

  /**
   * Some of several choices: single choice, multiple choice, true or false.
   *
   * @param choices in the author's order
   * @param maxChoices how many may be chosen; 0 for any number
   * @param shuffle whether each attempt gets its own order
   */
  record Choice(List<SimpleChoice> choices, int maxChoices, boolean shuffle)
      implements ItemInteraction {
    /** Copies the list. */
    public Choice {
      choices = List.copyOf(choices);
    }

    /** Whether the choices are true and false. */
    public boolean isTrueFalse() {
      return maxChoices == 1
          && choices.stream().map(SimpleChoice::id).toList().equals(List.of(TRUE, FALSE));
    }
  }

  /**
   * A short text.
   *
   * @param expectedLength how many characters the field should have room for; 0 if that does not matter
   */
  record TextEntry(int expectedLength) implements ItemInteraction {}

  /**
   * A number.
   *
   * @param expectedLength how many characters the field should have room for; 0 if that does not matter
   */
  record NumericEntry(int expectedLength) implements ItemInteraction {}

  /**
   * Pairs: each source gets at most one target, a target any number of sources.
   *
   * @param sources what is to be matched
   * @param targets with what; more than sources are distractors
   * @param shuffle whether each attempt gets its own order of both
   */
  record Match(List<SimpleChoice> sources, List<SimpleChoice> targets, boolean shuffle)
      implements ItemInteraction {
    /** Copies the lists. */
    public Match {
      sources = List.copyOf(sources);
      targets = List.copyOf(targets);
    }
  }

  /**
   * An order.
   *
   * @param choices what is to be put in order
   * @param shuffle whether each attempt gets its own order to begin with
   */
  record Order(List<SimpleChoice> choices, boolean shuffle) implements ItemInteraction {
    /** Copies the list. */
    public Order {
      choices = List.copyOf(choices);
    }
  }

  /**
   * Areas of an image.
   *
   * @param image the digest of its file
   * @param mediaType such as {@code image/png}
   * @param width in pixels
   * @param height in pixels
   * @param areas that can be chosen; where two overlap, the first is meant
   * @param maxChoices how many may be chosen; 0 for any number
   */
  record Hotspot(
      Sha256 image, String mediaType, int width, int height, List<Area> areas, int maxChoices)
      implements ItemInteraction {
    /** Copies the list. */
    public Hotspot {
      areas = List.copyOf(areas);
    }

    /** The area that somebody means who points here. */
    public Optional<Area> areaAt(int x, int y) {
      return areas.stream().filter(area -> area.contains(x, y)).findFirst();
    }
  }

  /**
   * A long text.
   *
   * @param maxLength the most characters
   */
  record ExtendedText(int maxLength) implements ItemInteraction {}

  /**
   * Files.
   *
   * @param maxFiles how many at most
   * @param maxBytes how large each may be
   * @param mediaTypes what is accepted, such as {@code application/pdf}; empty for anything
   */
  record Upload(int maxFiles, long maxBytes, List<String> mediaTypes) implements ItemInteraction {
    /** Copies the list. */
    public Upload {
      mediaTypes = List.copyOf(mediaTypes);
    }
  }

  /** The ids of what can be chosen, in the author's order; empty where nothing is. */
  default List<String> options() {
    if (this instanceof Choice choice) {
      return choice.choices().stream().map(SimpleChoice::id).toList();
    }
    return this instanceof Hotspot hotspot
        ? hotspot.areas().stream().map(Area::id).toList()
        : List.of();
  }
}
