package org.lmskit.scorm.manifest;

import java.util.Optional;

/** A control of the player that an item can hide ({@code adlnav:hideLMSUI}). */
public enum PlayerControl {
  /** To the previous activity. */
  PREVIOUS("previous"),
  /** To the next activity. */
  CONTINUE("continue"),
  /** Ends the current activity. */
  EXIT("exit"),
  /** Ends the course. */
  EXIT_ALL("exitAll"),
  /** Ends the current activity without keeping what it did. */
  ABANDON("abandon"),
  /** Ends the course without keeping what the activity did. */
  ABANDON_ALL("abandonAll"),
  /** Interrupts the course, to be resumed. */
  SUSPEND_ALL("suspendAll");

  private final String token;

  PlayerControl(String token) {
    this.token = token;
  }

  /** As a manifest writes it. */
  public String token() {
    return token;
  }

  /** The control of this token, in any case of letters. */
  public static Optional<PlayerControl> find(String text) {
    for (PlayerControl control : values()) {
      if (control.token.equalsIgnoreCase(text.strip())) {
        return Optional.of(control);
      }
    }
    return Optional.empty();
  }
}
