package org.lmskit.scorm.sequencing.definition;

/**
 * What a sequencing rule does; {@link #code()} is the manifest's word for it.
 *
 * @see "SCORM 2004 4th Ed. SN 3.4"
 */
public enum RuleAction {
  /** The activity is passed over in flow. */
  SKIP("skip", Timing.PRE),
  /** The activity cannot be delivered. */
  DISABLED("disabled", Timing.PRE),
  /** The activity cannot be chosen. */
  HIDDEN_FROM_CHOICE("hiddenFromChoice", Timing.PRE),
  /** Flow goes no further than this activity. */
  STOP_FORWARD_TRAVERSAL("stopForwardTraversal", Timing.PRE),
  /** Ends the attempt on the activity when one of its descendants ends. */
  EXIT("exit", Timing.EXIT),
  /** Ends the attempt on the parent. */
  EXIT_PARENT("exitParent", Timing.POST),
  /** Ends all attempts. */
  EXIT_ALL("exitAll", Timing.POST),
  /** Begins a new attempt on the activity. */
  RETRY("retry", Timing.POST),
  /** Ends all attempts and starts anew at the root. */
  RETRY_ALL("retryAll", Timing.POST),
  /** Goes on as a continue request. */
  CONTINUE("continue", Timing.POST),
  /** Goes back as a previous request. */
  PREVIOUS("previous", Timing.POST);

  /** When rules with an action are evaluated. */
  public enum Timing {
    /** Before an activity is identified for delivery. */
    PRE,
    /** After a descendant's attempt ended. */
    EXIT,
    /** After the activity's attempt ended. */
    POST
  }

  private final String code;
  private final Timing timing;

  RuleAction(String code, Timing timing) {
    this.code = code;
    this.timing = timing;
  }

  /** The word of the manifest, such as {@code hiddenFromChoice}. */
  public String code() {
    return code;
  }

  /** When a rule with this action is evaluated. */
  public Timing timing() {
    return timing;
  }
}
