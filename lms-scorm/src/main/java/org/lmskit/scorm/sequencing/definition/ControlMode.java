package org.lmskit.scorm.sequencing.definition;

/**
 * How a learner may move among the children of an activity ({@code imsss:controlMode}).
 *
 * @param choice whether a child may be the target of a choice request
 * @param choiceExit whether, while a descendant is active, an activity outside may be chosen
 * @param flow whether continue and previous requests move among the children
 * @param forwardOnly whether moving backward among the children is forbidden
 * @param useCurrentAttemptObjectiveInformation whether only objective information of the current
 *     attempt on the children counts
 * @param useCurrentAttemptProgressInformation whether only progress information of the current
 *     attempt on the children counts
 * @see "SCORM 2004 4th Ed. SN 3.2"
 */
public record ControlMode(
    boolean choice,
    boolean choiceExit,
    boolean flow,
    boolean forwardOnly,
    boolean useCurrentAttemptObjectiveInformation,
    boolean useCurrentAttemptProgressInformation) {
  /** The standard's defaults: all true but flow and forwardOnly. */
  public static final ControlMode DEFAULT = new ControlMode(true, true, false, false, true, true);

  /** Choice and flow both allowed, as an LMS walks a package without sequencing rules. */
  public static final ControlMode FREE = new ControlMode(true, true, true, false, true, true);

  /** This mode with another choice. */
  public ControlMode withChoice(boolean value) {
    return new ControlMode(
        value,
        choiceExit,
        flow,
        forwardOnly,
        useCurrentAttemptObjectiveInformation,
        useCurrentAttemptProgressInformation);
  }

  /** This mode with another choiceExit. */
  public ControlMode withChoiceExit(boolean value) {
    return new ControlMode(
        choice,
        value,
        flow,
        forwardOnly,
        useCurrentAttemptObjectiveInformation,
        useCurrentAttemptProgressInformation);
  }

  /** This mode with another flow. */
  public ControlMode withFlow(boolean value) {
    return new ControlMode(
        choice,
        choiceExit,
        value,
        forwardOnly,
        useCurrentAttemptObjectiveInformation,
        useCurrentAttemptProgressInformation);
  }

  /** This mode with another forwardOnly. */
  public ControlMode withForwardOnly(boolean value) {
    return new ControlMode(
        choice,
        choiceExit,
        flow,
        value,
        useCurrentAttemptObjectiveInformation,
        useCurrentAttemptProgressInformation);
  }

  /** This mode with both uses of the current attempt's information set alike. */
  public ControlMode withUseCurrentAttempt(boolean value) {
    return new ControlMode(choice, choiceExit, flow, forwardOnly, value, value);
  }
}
