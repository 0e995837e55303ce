package org.lmskit.path;

import org.lmskit.catalog.Subject;
import org.lmskit.internal.Questions.Question;

/**
 * Asks whether something that a path names exists. Only whoever is responsible for its kind answers; what nobody answers
 * for is let pass.
 *
 * @param subject which
 */
public record SubjectAsked(Subject subject) implements Question<SubjectAsked.Answer> {
  /** What is known of it. */
  public enum Answer {
    /** It exists. */
    KNOWN,
    /** It does not exist. */
    UNKNOWN,
    /** Somebody else is responsible for its kind. */
    NOT_MINE
  }
}
