package org.lmskit.certification;

/** Where a learner stands with a certification on one day. */
public enum CertificationState {
  /** No award yet: the primary path. */
  NOT_CERTIFIED,
  /** The award is valid, its renewal window is not open yet. */
  CERTIFIED,
  /** The award is valid and can be renewed. */
  RENEWAL_DUE,
  /** The award is not valid any more; the renewal path still leads to a new one. */
  IN_GRACE,
  /** The award is not valid any more: the primary path again. */
  EXPIRED,
  /** The award was taken away; lasts until the primary path is completed on a later day. */
  REVOKED,
  /** The award rests and nothing becomes due, as during a leave. */
  PAUSED;

  /** Whether an award is valid: {@code validFrom <= day < validUntil}, neither resting nor taken away. */
  public boolean isValid() {
    return this == CERTIFIED || this == RENEWAL_DUE;
  }
}
