package org.lmskit.scorm.runtime;

/** How far content or an objective is. */
public enum Completion {
  /** Done. */
  COMPLETED("completed"),
  /** Begun. */
  INCOMPLETE("incomplete"),
  /** Not begun. */
  NOT_ATTEMPTED("not attempted"),
  /** Nobody said. */
  UNKNOWN("unknown");

  private final String value;

  Completion(String value) {
    this.value = value;
  }

  /** In the words of SCORM 2004. */
  public String value() {
    return value;
  }

  static Completion of(String value) {
    for (Completion candidate : values()) {
      if (candidate.value.equals(value)) {
        return candidate;
      }
    }
    return UNKNOWN;
  }
}
