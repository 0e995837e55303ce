package org.lmskit.scorm.sequencing;

import java.util.Optional;

/**
 * The navigation requests; {@link #code()} is the word of {@code adl.nav.request}.
 *
 * @see "SCORM 2004 4th Ed. SN 5.6.4"
 */
public enum RequestType {
  /** Begins a session at the first activity. */
  START("start"),
  /** Begins a session where the last one was suspended. */
  RESUME_ALL("resumeAll"),
  /** Goes on to the next activity. */
  CONTINUE("continue"),
  /** Goes back to the previous activity. */
  PREVIOUS("previous"),
  /** Goes to an activity that the learner chose. */
  CHOICE("choice"),
  /** Goes to an activity whatever the rules of choice and flow say. */
  JUMP("jump"),
  /** Ends the attempt on the current activity. */
  EXIT("exit"),
  /** Ends all attempts and the session. */
  EXIT_ALL("exitAll"),
  /** Gives the attempt on the current activity up. */
  ABANDON("abandon"),
  /** Gives all attempts up and ends the session. */
  ABANDON_ALL("abandonAll"),
  /** Suspends all attempts and ends the session. */
  SUSPEND_ALL("suspendAll");

  private final String code;

  RequestType(String code) {
    this.code = code;
  }

  /** The standard's word for it, such as {@code suspendAll}. */
  public String code() {
    return code;
  }

  /** Whether it names an activity. */
  public boolean hasTarget() {
    return this == CHOICE || this == JUMP;
  }

  /** The request with this word. */
  public static Optional<RequestType> of(String code) {
    for (RequestType type : values()) {
      if (type.code.equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
