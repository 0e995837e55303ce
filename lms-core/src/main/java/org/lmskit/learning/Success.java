package org.lmskit.learning;

/** Whether something was mastered; another question than whether it was completed. */
public enum Success {
  /** Nobody has said. */
  UNKNOWN,
  /** It was mastered. */
  PASSED,
  /** It was tried and not mastered. */
  FAILED
}
