package org.lmskit.competency;

/** Where evidence comes from. */
public enum EvidenceSource {
  /** A certification. */
  CERT,
  /** Somebody rated him. */
  RATING,
  /** A completed course or learning path. */
  COURSE,
  /** An observation that was signed off. */
  OBSERVATION,
  /** An assessment. */
  ASSESSMENT,
  /** Elsewhere. */
  EXTERNAL
}
