package org.lmskit.catalog;

import java.time.LocalDate;

/** What is known of a learner on one day, as far as requirements ask for it. */
public interface Facts {
  /** The civil day for which is asked. */
  LocalDate day();

  /**
   * How far a leaf is met: IMPOSSIBLE if its attempts are exhausted or its subject was withdrawn. Not asked for dates,
   * nor for subjects that are waived.
   */
  Satisfaction of(Requirement.Leaf leaf);

  /** Whether the learner need not do it; that counts as done and earns its credits. */
  default boolean waived(Subject subject) {
    return false;
  }
}
