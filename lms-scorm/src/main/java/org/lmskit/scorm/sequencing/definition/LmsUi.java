package org.lmskit.scorm.sequencing.definition;

/**
 * A control of the player that an activity may ask to hide ({@code adlnav:hideLMSUI}).
 *
 * @see "SCORM 2004 4th Ed. SN 5.4 (Presentation)"
 */
public enum LmsUi {
  /** The control for previous. */
  PREVIOUS("previous"),
  /** The control for continue. */
  CONTINUE("continue"),
  /** The control for exit. */
  EXIT("exit"),
  /** The control for exitAll. */
  EXIT_ALL("exitAll"),
  /** The control for abandon. */
  ABANDON("abandon"),
  /** The control for abandonAll. */
  ABANDON_ALL("abandonAll"),
  /** The control for suspendAll. */
  SUSPEND_ALL("suspendAll");

  private final String code;

  LmsUi(String code) {
    this.code = code;
  }

  /** The word of the manifest, such as {@code suspendAll}. */
  public String code() {
    return code;
  }
}
