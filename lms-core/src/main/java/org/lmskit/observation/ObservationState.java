package org.lmskit.observation;

/** Where an observation can stand. */
public enum ObservationState {
  /** It was good enough; somebody responsible has to sign it off. */
  AWAITING_SIGN_OFF,
  /** It was good enough and signed off: it counts. */
  PASSED,
  /** It was not good enough; nobody is asked to sign it off. */
  NOT_PASSED,
  /** Whoever was to sign it off did not. */
  DECLINED,
  /** A correction took its place; what was signed stays readable. */
  SUPERSEDED,
  /** A person decided that it does not count any more. */
  INVALID
}
