package org.lmskit.scorm.runtime;

/** How the learner enters the content ({@code cmi.entry}, {@code cmi.core.entry}). */
public enum Entry {
  /** For the first time in this attempt. */
  AB_INITIO("ab-initio"),
  /** Back in a suspended attempt. */
  RESUME("resume"),
  /** Neither of both. */
  NEITHER("");

  private final String value;

  Entry(String value) {
    this.value = value;
  }

  /** As content reads it. */
  public String value() {
    return value;
  }
}
