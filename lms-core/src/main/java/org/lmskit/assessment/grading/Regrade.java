package org.lmskit.assessment.grading;

import java.util.List;
import org.lmskit.model.AttemptId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;

/**
 * What a regrade changed.
 *
 * @param looked how many attempts were looked at
 * @param attempts those whose scores are others now, in the order of their submission
 */
public record Regrade(int looked, List<RegradedAttempt> attempts) {
  /**
   * An attempt whose scores are others now.
   *
   * @param attempt which
   * @param learner whose
   * @param oldTotal what it had earned
   * @param newTotal what it has earned now
   * @param max the most that can be earned now
   * @param passedBefore whether that passed
   * @param passed whether it passes now
   * @param changes the items
   */
  public record RegradedAttempt(
      AttemptId attempt,
      LearnerKey learner,
      Rational oldTotal,
      Rational newTotal,
      Rational max,
      boolean passedBefore,
      boolean passed,
      List<ItemChange> changes) {
    /** Copies the list. */
    public RegradedAttempt {
      changes = List.copyOf(changes);
    }
  }

  /** Copies the list. */
  public Regrade {
    attempts = List.copyOf(attempts);
  }

  /** Those that pass only now. */
  public List<RegradedAttempt> gained() {
    return attempts.stream().filter(one -> one.passed() && !one.passedBefore()).toList();
  }

  /** Those that pass no longer. */
  public List<RegradedAttempt> lost() {
    return attempts.stream().filter(one -> one.passedBefore() && !one.passed()).toList();
  }
}
