package org.lmskit.model;

/**
 * A finding about content or data that came from outside: what is wrong, where, and what to do.
 *
 * @param severity how much it matters
 * @param code stable and documented, such as {@code SCORM-MANIFEST-012}
 * @param location a place that a person can open, such as {@code imsmanifest.xml:41} or {@code
 *     /object/definition/type}; empty if the whole input is meant
 * @param message one sentence for a person, ending in what to do about it
 */
public record Problem(Severity severity, String code, String location, String message) {
  /** A finding that makes the input unusable. */
  public static Problem error(String code, String location, String message) {
    return new Problem(Severity.ERROR, code, location, message);
  }

  /** A finding that was repaired or worked around. */
  public static Problem warning(String code, String location, String message) {
    return new Problem(Severity.WARNING, code, location, message);
  }

  /** A finding that changes nothing. */
  public static Problem info(String code, String location, String message) {
    return new Problem(Severity.INFO, code, location, message);
  }

  /** Whether the input cannot be used because of this. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
