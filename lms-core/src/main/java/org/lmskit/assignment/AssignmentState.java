package org.lmskit.assignment;

/** Where a duty stands. */
public enum AssignmentState {
  /** It has a reason and is still to be done. */
  ACTIVE,
  /** It has a reason and is done. */
  SATISFIED,
  /** It has a reason, and a person said that it need not be done. */
  WAIVED,
  /** It is done and has no reason any more; coming back finds it done. */
  NOT_REQUIRED,
  /** It lost its reasons after it was started: it rests, with the days that were left. */
  SUSPENDED,
  /** It lost its reasons; coming back opens a new cycle. */
  WITHDRAWN,
  /** A person took the learner out, whatever rules say; lifting that opens a new cycle. */
  EXCLUDED;

  /** Whether it is a duty on that day: it counts for compliance. */
  public boolean isAlive() {
    return this == ACTIVE || this == SATISFIED || this == WAIVED;
  }
}
