package org.lmskit.assessment.item;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is right.
 *
 * @see "QTI 3.0 ASI, ResponseDeclaration"
 */
public sealed interface Key {
  /**
   * Of choices or areas.
   *
   * @param correct the ids of all that are right, at least one
   */
  record Choices(List<String> correct) implements Key {
    /** Sorts, and drops repetitions. */
    public Choices {
      correct = correct.stream().sorted().distinct().toList();
    }
  }

  /**
   * Of a short text. Blanks around it do not matter, and several in a row are one.
   *
   * @param accepted each is right
   * @param caseSensitive whether capitals matter
   */
  record Texts(List<String> accepted, boolean caseSensitive) implements Key {
    /** Copies the list. */
    public Texts {
      accepted = List.copyOf(accepted);
    }
  }

  /**
   * Of a number.
   *
   * @param value the exact answer
   * @param tolerance how far an answer may be from it; that far is still right
   */
  record Number(BigDecimal value, BigDecimal tolerance) implements Key {}

  /**
   * Of pairs.
   *
   * @param pairs the target of each source that has one
   */
  record Pairs(Map<String, String> pairs) implements Key {
    /** Copies the map. */
    public Pairs {
      pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
    }
  }

  /**
   * Of an order.
   *
   * @param order the ids, the first first
   */
  record Sequence(List<String> order) implements Key {
    /** Copies the list. */
    public Sequence {
      order = List.copyOf(order);
    }
  }

  /**
   * Known to people only: they grade each answer.
   *
   * @param rubric what for
   * @param marking how many, and how far they may differ
   */
  record Graded(Rubric rubric, Marking marking) implements Key {}
}
