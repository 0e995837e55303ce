package org.lmskit.assignment;

/** What a rule does when people come to match its audience, or no longer do. */
public enum RuleMode {
  /** Who comes to match gets the reason, who no longer does loses it. */
  UPDATE,
  /** Who comes to match gets the reason; nobody loses it, not even by a correction. */
  ADD_ONLY,
  /** Who no longer matches loses the reason; nobody gets it. */
  REMOVE_ONLY,
  /** Nobody gets it, nobody loses it. */
  PAUSED;

  boolean adds() {
    return this == UPDATE || this == ADD_ONLY;
  }

  boolean removes() {
    return this == UPDATE || this == REMOVE_ONLY;
  }
}
