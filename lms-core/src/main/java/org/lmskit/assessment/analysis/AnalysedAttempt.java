package org.lmskit.assessment.analysis;

import java.util.List;
import java.util.Set;
import org.lmskit.model.Rational;

/**
 * The points of one attempt.
 *
 * @param learner whose, as ties are broken: by this text
 * @param number of the attempt among the learner's
 * @param answers one for each item that he was given, blank ones included
 */
public record AnalysedAttempt(String learner, int number, List<Answer> answers) {
  /** Copies the list. */
  public AnalysedAttempt {
    answers = List.copyOf(answers);
  }

  /**
   * What he answered to one item.
   *
   * @param item which
   * @param score the points, 0 for a blank answer
   * @param chosen the options; empty if nothing was chosen, or nothing can be
   */
  public record Answer(String item, Rational score, Set<String> chosen) {
    /** Copies the set. */
    public Answer {
      chosen = Set.copyOf(chosen);
    }
  }
}
