package org.lmskit.catalog;

import org.lmskit.internal.Questions.Question;

/**
 * Asks whether what a unit is made of can be run. Only whoever is responsible for its type answers for its reference.
 *
 * @param content of the unit
 */
public record ContentAsked(UnitContent content) implements Question<ContentAsked.Answer> {
  /** What is known of it. */
  public enum Answer {
    /** It can be run. */
    KNOWN,
    /** Nothing in this engine runs content of its type. */
    TYPE_UNKNOWN,
    /** Nobody imported or published what it refers to. */
    UNPUBLISHED,
    /** Somebody else is responsible for its type. */
    NOT_MINE
  }
}
