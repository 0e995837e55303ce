package org.lmskit.scorm.runtime;

/** Whether content or an objective was mastered. */
public enum Success {
  /** It was. */
  PASSED("passed"),
  /** It was not. */
  FAILED("failed"),
  /** Nobody said. */
  UNKNOWN("unknown");

  private final String value;

  Success(String value) {
    this.value = value;
  }

  /** In the words of SCORM 2004. */
  public String value() {
    return value;
  }

  static Success of(String value) {
    return value.equals("passed") ? PASSED : value.equals("failed") ? FAILED : UNKNOWN;
  }
}
