package org.lmskit.xapi;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a question, from the CMI data model.
 *
 * @see "xAPI 1.0.3 Data 2.4.4.1, Interaction Activities"
 */
public enum InteractionType {
  /** Two options. */
  TRUE_FALSE("true-false"),
  /** One or more of several options. */
  CHOICE("choice", InteractionList.CHOICES),
  /** A short text. */
  FILL_IN("fill-in"),
  /** A long text. */
  LONG_FILL_IN("long-fill-in"),
  /** Pairs. */
  MATCHING("matching", InteractionList.SOURCE, InteractionList.TARGET),
  /** Steps to perform. */
  PERFORMANCE("performance", InteractionList.STEPS),
  /** An order. */
  SEQUENCING("sequencing", InteractionList.CHOICES),
  /** A point on a scale. */
  LIKERT("likert", InteractionList.SCALE),
  /** A number or a range. */
  NUMERIC("numeric"),
  /** Anything else. */
  OTHER("other");

  private final String id;
  private final Set<InteractionList> lists;

  InteractionType(String id, InteractionList... lists) {
    this.id = id;
    this.lists = EnumSet.noneOf(InteractionList.class);
    this.lists.addAll(List.of(lists));
  }

  /** The word of the specification, such as {@code true-false}. */
  public String id() {
    return id;
  }

  /** Whether questions of this kind have such a list of components. */
  public boolean has(InteractionList list) {
    return lists.contains(list);
  }

  /** The type with a word of the specification; null if there is none. Case matters. */
  public static @Nullable InteractionType named(String id) {
    for (InteractionType type : values()) {
      if (type.id.equals(id)) return type;
    }
    return null;
  }
}
