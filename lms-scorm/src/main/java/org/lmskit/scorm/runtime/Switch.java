package org.lmskit.scorm.runtime;

/**
 * Where real content needs an answer other than the standard's. Each has a default by version; set
 * one per package with {@link Compatibility#with(Switch, int)}. A switch that is on or off has the
 * value 1 or 0.
 */
public enum Switch {
  /**
   * Longest {@code cmi.suspend_data} and {@code adl.data} store, in characters. The standard: 4,096
   * in SCORM 1.2, beyond it error 405. SCORM 2004 only says what must be possible (64,000, in its 2nd
   * Edition 4,000), so the default there is 1,048,576; beyond it error 351.
   */
  SUSPEND_DATA_LIMIT("suspendDataLimit", 4096, 1 << 20),
  /** Longest {@code cmi.comments} of SCORM 1.2, in characters, all that was appended included. */
  COMMENTS_LIMIT("commentsLimit", 4096, 1 << 20),
  /** Longest value of any other element, in characters. */
  VALUE_LIMIT("valueLimit", 1 << 16, 1 << 20),
  /** Most records of one list (interactions, objectives, comments). */
  LIST_LIMIT("listLimit", 2000, 2000),
  /**
   * SCORM 2004: a value longer than the standard's smallest permitted maximum is refused with 406
   * instead of being kept whole.
   */
  STRICT_LIMITS("strictLimits", 0, 0),
  /**
   * A response or response pattern that breaks the format of its interaction type is refused (1.2:
   * 405, 2004: 406). Off: it is stored, with a finding.
   */
  STRICT_INTERACTIONS("strictInteractions", 0, 1),
  /** Identifiers may have blanks and any other printable character. */
  LENIENT_IDENTIFIERS("lenientIdentifiers", 0, 0),
  /** Times and durations as many tools write them: more decimals, a zone without decimals. */
  LENIENT_TIMES("lenientTimes", 0, 0),
  /** SCORM 1.2: scores outside 0 to 100 are accepted. */
  ANY_SCORE_RANGE("anyScoreRange", 0, 0),
  /**
   * SCORM 1.2: at LMSFinish the mastery score decides passed or failed even if the content set a
   * status. Off: only where it set none.
   */
  MASTERY_SCORE_OVERRIDES_STATUS("masteryScoreOverridesStatus", 0, 0),
  /** SCORM 1.2: LMSFinish makes a status that was never set {@code completed}. */
  FINISH_COMPLETES("finishCompletes", 1, 0),
  /** SCORM 1.2: lesson status {@code failed} is reported as complete and not as incomplete. */
  FAILED_IS_COMPLETE("failedIsComplete", 0, 0),
  /**
   * Content may take back {@code completed} or {@code passed}. Off: such a call answers true and
   * changes nothing.
   */
  STATUS_MAY_REGRESS("statusMayRegress", 1, 1),
  /** A second Initialize while running answers true instead of 101 (1.2) or 103 (2004). */
  REPEATED_INITIALIZE("repeatedInitialize", 0, 0),
  /** Initialize after Terminate in the same launch is a continuation; off: 101 or 104. */
  CONTINUE_AFTER_TERMINATE("continueAfterTerminate", 1, 0),
  /** What content kept is there again after an exit other than suspend. */
  KEEP_DATA_AFTER_EXIT("keepDataAfterExit", 1, 0),
  /**
   * {@code cmi.exit} logout (1.2), logout or time-out (2004) ends the course: an exitAll request,
   * ahead of {@code adl.nav.request}.
   */
  LOGOUT_ENDS_COURSE("logoutEndsCourse", 0, 1),
  /** Without a scaled score, raw/max (max 100 if unknown) is reported as the scaled one. */
  SCALE_RAW_SCORE("scaleRawScore", 0, 0),
  /** In the browser: Terminate waits for the server unless the page is being dismissed. */
  FINISH_CAUSES_COMMIT("finishCausesCommit", 1, 1),
  /** In the browser: Commit waits for the server unless the page is being dismissed. */
  COMMIT_WAITS("commitWaits", 0, 0),
  /**
   * In the browser: how long, in milliseconds, a navigation waits for the content's Terminate after
   * its page was taken away.
   */
  WAIT_FOR_TERMINATE("waitForTerminate", 2000, 2000),
  /** In the browser: calls within this many milliseconds go to the server together. */
  COALESCE_MILLIS("coalesceMillis", 250, 250),
  /** In the player: the content ends when {@code max_time_allowed} is over and its action is exit. */
  ENFORCE_TIME_LIMIT("enforceTimeLimit", 0, 0),
  /** In the player: content opens in a window of its own and not in the page. */
  OWN_WINDOW("ownWindow", 0, 0),
  /** In the player: the width that content was made for, in CSS pixels; 0 for all there is. */
  CONTENT_WIDTH("contentWidth", 0, 0),
  /** In the player: the height that content was made for, in CSS pixels; 0 for all there is. */
  CONTENT_HEIGHT("contentHeight", 0, 0);

  private final String key;
  private final int default12;
  private final int default2004;

  Switch(String key, int default12, int default2004) {
    this.key = key;
    this.default12 = default12;
    this.default2004 = default2004;
  }

  /** Its name in JSON and in the tables. */
  public String key() {
    return key;
  }

  /**
   * Checks a value for it.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public void check(int value) {
    if (value < 0) {
      throw new IllegalArgumentException(key + " is negative: " + value);
    }
  }

  /** The value that packages of this version start with. */
  public int standard(CmiVersion version) {
    return version.is12() ? default12 : default2004;
  }

  /**
   * The switch with this name in JSON.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Switch of(String key) {
    for (Switch candidate : values()) {
      if (candidate.key.equals(key)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("no compatibility switch is called " + key);
  }
}
