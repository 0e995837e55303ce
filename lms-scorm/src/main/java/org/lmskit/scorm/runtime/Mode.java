package org.lmskit.scorm.runtime;

/** How content is delivered ({@code cmi.mode}, {@code cmi.core.lesson_mode}). */
public enum Mode {
  /** To be tracked. */
  NORMAL("normal"),
  /** To look at, nothing is recorded. */
  BROWSE("browse"),
  /** To look at again, nothing is recorded. */
  REVIEW("review");

  private final String value;

  Mode(String value) {
    this.value = value;
  }

  /** As content reads it. */
  public String value() {
    return value;
  }
}
