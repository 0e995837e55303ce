package org.lmskit.assessment.grading;

/** What a corrected key does to attempts that were scored by the old one. */
public enum RegradeMode {
  /** Each gets what the new key gives, be it less. */
  REPLACE,
  /** An attempt whose total would fall keeps all that it has. */
  NEVER_LOWER
}
