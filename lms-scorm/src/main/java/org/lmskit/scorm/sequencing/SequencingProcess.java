package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.Nullable;

/**
 * The sequencing request process.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, SB"
 */
final class SequencingProcess {
  private SequencingProcess() {}

  /** The sequencing requests. */
  enum Request {
    START,
    RESUME_ALL,
    CONTINUE,
    PREVIOUS,
    CHOICE,
    JUMP,
    RETRY,
    EXIT
  }

  /**
   * What came of a sequencing request.
   *
   * @param deliver the activity to deliver; null if none
   * @param endSession whether the session ends
   * @param exception why the request is not valid; null if it is
   */
  record Result(
      @Nullable Activity deliver,
      boolean endSession,
      @Nullable SequencingException exception) {
    static Result deliver(Activity activity) {
      return new Result(activity, false, null);
    }

    static Result refused(SequencingException exception) {
      return new Result(null, false, exception);
    }

    static Result of(FlowProcess.Flow flow) {
      return flow.deliverable()
          ? deliver(flow.activity())
          : new Result(null, flow.endSession(), flow.exception());
    }
  }

  /** SB.2.12 Sequencing Request Process. */
  static Result sequencingRequest(Step step, Request request, @Nullable Activity target) {
    step.trace("SB.2.12 Sequencing Request", step.current(), request.name());
    return switch (request) {
      case START -> startSequencingRequest(step);
      case RESUME_ALL -> resumeAllSequencingRequest(step);
      case CONTINUE -> continueSequencingRequest(step);
      case PREVIOUS -> previousSequencingRequest(step);
      case CHOICE -> ChoiceProcess.choiceSequencingRequest(step, target);
      case JUMP -> jumpSequencingRequest(step, target);
      case RETRY -> retrySequencingRequest(step);
      case EXIT -> exitSequencingRequest(step);
    };
  }

  /** SB.2.5 Start Sequencing Request Process. */
  static Result startSequencingRequest(Step step) {
    if (step.current() != null) {
      return Result.refused(SequencingException.SB_2_5_1);
    }
    var root = step.tree().root();
    forgetGlobals(step, root);
    return root.isLeaf()
        ? Result.deliver(root)
        : Result.of(FlowProcess.flow(step, root, true, true));
  }

  /**
   * SN 3.10.2: objectives that are not global to the system begin anew with each attempt on the
   * root, before its rules are looked at.
   */
  static void forgetGlobals(Step step, Activity from) {
    boolean anew = from.isRoot() && !step.isActive(from) && !step.isSuspended(from);
    if (anew && !step.tree().objectivesGlobalToSystem()) {
      step.clearGlobals();
      ObjectiveAccess.forgetShared(step);
    }
  }

  /** SB.2.6 Resume All Sequencing Request Process. */
  static Result resumeAllSequencingRequest(Step step) {
    if (step.current() != null) {
      return Result.refused(SequencingException.SB_2_6_1);
    }
    var suspended = step.suspended();
    if (suspended == null) {
      return Result.refused(SequencingException.SB_2_6_2);
    }
    return suspended.isLeaf()
        ? Result.deliver(suspended)
        : Result.of(FlowProcess.flow(step, suspended, true, true));
  }

  /** SB.2.7 Continue Sequencing Request Process. */
  static Result continueSequencingRequest(Step step) {
    var current = step.current();
    if (current == null) {
      return Result.refused(SequencingException.SB_2_7_1);
    }
    var parent = current.parent();
    return parent != null && !parent.controlMode().flow()
        ? Result.refused(SequencingException.SB_2_7_2)
        : Result.of(FlowProcess.flow(step, current, true, false));
  }

  /** SB.2.8 Previous Sequencing Request Process. */
  static Result previousSequencingRequest(Step step) {
    var current = step.current();
    if (current == null) {
      return Result.refused(SequencingException.SB_2_8_1);
    }
    var parent = current.parent();
    return parent != null && !parent.controlMode().flow()
        ? Result.refused(SequencingException.SB_2_8_2)
        : Result.of(FlowProcess.flow(step, current, false, false));
  }

  /** SB.2.10 Retry Sequencing Request Process. */
  static Result retrySequencingRequest(Step step) {
    var current = step.current();
    if (current == null) {
      return Result.refused(SequencingException.SB_2_10_1);
    }
    if (step.isActive(current) || step.isSuspended(current)) {
      return Result.refused(SequencingException.SB_2_10_2);
    }
    forgetGlobals(step, current);
    if (current.isLeaf()) {
      return Result.deliver(current);
    }
    var flow = FlowProcess.flow(step, current, true, true);
    return flow.deliverable()
        ? Result.deliver(flow.activity())
        : Result.refused(SequencingException.SB_2_10_3);
  }

  /** SB.2.11 Exit Sequencing Request Process. */
  static Result exitSequencingRequest(Step step) {
    var current = step.current();
    if (current == null) {
      return Result.refused(SequencingException.SB_2_11_1);
    }
    return step.isActive(current)
        ? Result.refused(SequencingException.SB_2_11_2)
        : new Result(null, current.isRoot(), null);
  }

  /** SB.2.13 Jump Sequencing Request Process. */
  static Result jumpSequencingRequest(Step step, @Nullable Activity target) {
    return step.current() == null || target == null
        ? Result.refused(SequencingException.SB_2_13_1)
        : Result.deliver(target);
  }
}
