package org.lmskit.scorm.manifest;

import java.util.Locale;
import java.util.Optional;

/** What a SCO should do when its time is up (SCORM 1.2 CAM 2.3.2.5.1, 2004 CAM 3.4.1.13). */
public enum TimeLimitAction {
  /** Leave and say so. */
  EXIT_MESSAGE("exit,message"),
  /** Leave silently. */
  EXIT_NO_MESSAGE("exit,no message"),
  /** Go on and say so. */
  CONTINUE_MESSAGE("continue,message"),
  /** Go on silently: the default of the run-time data model. */
  CONTINUE_NO_MESSAGE("continue,no message");

  private final String token;

  TimeLimitAction(String token) {
    this.token = token;
  }

  /** As a manifest and the run-time data model write it. */
  public String token() {
    return token;
  }

  /** The one that is written so; case and white space do not count. */
  public static Optional<TimeLimitAction> find(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    String plain = plain(text);
    for (TimeLimitAction action : values()) {
      if (plain(action.token).equals(plain)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }
}
