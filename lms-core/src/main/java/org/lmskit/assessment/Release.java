package org.lmskit.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a learner sees what came of his attempt.
 *
 * @param score when he sees what each answer earned, and whether he passed
 * @param answers when he sees what is right, with the feedback of the items
 */
public record Release(Rule score, Rule answers) {
  /** From when on something is shown. */
  public enum When {
    /** Not at all. */
    NEVER,
    /** As soon as the attempt is submitted. */
    SUBMITTED,
    /** As soon as every answer is graded. */
    GRADED,
    /** As soon as he has passed, or has no attempt left. */
    NO_MORE_ATTEMPTS,
    /** From a day and time on, if the attempt is submitted. */
    FROM
  }

  /**
   * One rule.
   *
   * @param when from when on
   * @param fromOrNull the time; null unless the rule is FROM
   */
  public record Rule(When when, @Nullable Instant fromOrNull) {
    /** @throws IllegalArgumentException if the time is missing, or is there without need */
    public Rule {
      if ((when == When.FROM) != (fromOrNull != null)) {
        throw new IllegalArgumentException(when + " with the time " + fromOrNull);
      }
    }

    /** A rule without a time. */
    public static Rule of(When when) {
      return new Rule(when, null);
    }

    /** From this time on. */
    public static Rule from(Instant time) {
      return new Rule(When.FROM, time);
    }
  }

  /** The score as soon as it is known; what is right once there is nothing to win by knowing it. */
  public static final Release CAREFUL =
      new Release(Rule.of(When.GRADED), Rule.of(When.NO_MORE_ATTEMPTS));

  /** Everything at once: for practice. */
  public static final Release AT_ONCE =
      new Release(Rule.of(When.SUBMITTED), Rule.of(When.SUBMITTED));

  /** Nothing. */
  public static final Release NOTHING = new Release(Rule.of(When.NEVER), Rule.of(When.NEVER));
}
