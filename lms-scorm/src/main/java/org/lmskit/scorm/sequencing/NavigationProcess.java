package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.Nullable;

/**
 * The navigation request process.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, NB"
 */
final class NavigationProcess {
  private NavigationProcess() {}

  /**
   * What a navigation request means.
   *
   * @param termination what ends first; null if nothing
   * @param sequencing what is asked for then
   * @param target the activity to go to; null if none
   * @param exception why the request is not valid; null if it is
   */
  record Result(
      TerminationProcess.@Nullable Request termination,
      SequencingProcess.@Nullable Request sequencing,
      @Nullable Activity target,
      @Nullable SequencingException exception) {
    static Result refused(SequencingException exception) {
      return new Result(null, null, null, exception);
    }
  }

  /** NB.2.1 Navigation Request Process. */
  static Result navigationRequest(Step step, Request request) {
    var result = meaning(step, request);
    if (step.isExplaining()) {
      var target = request.target() == null ? "" : " " + request.target();
      var refusal = result.exception();
      step.trace(
          "NB.2.1 Navigation Request",
          step.current(),
          request.type().code() + target + (refusal == null ? " is valid" : ": " + refusal.code()));
    }
    return result;
  }

  private static Result meaning(Step step, Request request) {
    return switch (request.type()) {
      case START -> start(step);
      case RESUME_ALL -> resumeAll(step);
      case CONTINUE, PREVIOUS -> flow(step, request.type() == RequestType.CONTINUE);
      case CHOICE -> choice(step, find(step, request.target()));
      case JUMP -> jump(step, find(step, request.target()));
      case EXIT -> ending(step, TerminationProcess.Request.EXIT, true);
      case ABANDON -> ending(step, TerminationProcess.Request.ABANDON, true);
      case EXIT_ALL -> ending(step, TerminationProcess.Request.EXIT_ALL, false);
      case ABANDON_ALL -> ending(step, TerminationProcess.Request.ABANDON_ALL, false);
      case SUSPEND_ALL -> ending(step, TerminationProcess.Request.SUSPEND_ALL, false);
    };
  }

  private static @Nullable Activity find(Step step, @Nullable String target) {
    return target == null ? null : step.tree().find(target).orElse(null);
  }

  private static Result start(Step step) {
    return step.current() == null
        ? new Result(null, SequencingProcess.Request.START, null, null)
        : Result.refused(SequencingException.NB_2_1_1);
  }

  private static Result resumeAll(Step step) {
    if (step.current() != null) {
      return Result.refused(SequencingException.NB_2_1_1);
    }
    return step.suspended() == null
        ? Result.refused(SequencingException.NB_2_1_3)
        : new Result(null, SequencingProcess.Request.RESUME_ALL, null, null);
  }

  private static Result flow(Step step, boolean forward) {
    var current = step.current();
    if (current == null) {
      return Result.refused(SequencingException.NB_2_1_2);
    }
    var parent = current.parent();
    if (parent == null) {
      return Result.refused(forward ? SequencingException.NB_2_1_4 : SequencingException.NB_2_1_6);
    }
    var mode = parent.controlMode();
    if (!mode.flow() || !forward && mode.forwardOnly()) {
      return Result.refused(forward ? SequencingException.NB_2_1_4 : SequencingException.NB_2_1_5);
    }
    var sequencing =
        forward ? SequencingProcess.Request.CONTINUE : SequencingProcess.Request.PREVIOUS;
    return new Result(exitIfActive(step, current), sequencing, null, null);
  }

  private static Result choice(Step step, @Nullable Activity target) {
    if (target == null) {
      return Result.refused(SequencingException.NB_2_1_11);
    }
    var parent = target.parent();
    if (parent != null && !parent.controlMode().choice()) {
      return Result.refused(SequencingException.NB_2_1_10);
    }
    var current = step.current();
    if (current == null) {
      return new Result(null, SequencingProcess.Request.CHOICE, target, null);
    }
    if (!maySwitch(step, current, target)) {
      return Result.refused(SequencingException.NB_2_1_8);
    }
    return new Result(exitIfActive(step, current), SequencingProcess.Request.CHOICE, target, null);
  }

  /** NB.2.1 7.1.1.2: whether the activities in progress that are left, and the current one, allow it. */
  private static boolean maySwitch(Step step, Activity current, Activity target) {
    for (Activity left : current.pathBelow(current.commonAncestor(target))) {
      if (isBound(step, left)) {
        return false;
      }
    }
    return !isBound(step, current);
  }

  private static boolean isBound(Step step, Activity activity) {
    return step.isActive(activity) && !activity.controlMode().choiceExit();
  }

  private static Result jump(Step step, @Nullable Activity target) {
    if (target == null || step.place(target) < 0) {
      return Result.refused(SequencingException.NB_2_1_11);
    }
    var current = step.current();
    if (current == null) {
      return Result.refused(SequencingException.NB_2_1_2);
    }
    return new Result(exitIfActive(step, current), SequencingProcess.Request.JUMP, target, null);
  }

  private static Result ending(
      Step step, TerminationProcess.Request termination, boolean onlyActive) {
    var current = step.current();
    if (current == null) {
      return Result.refused(SequencingException.NB_2_1_2);
    }
    return onlyActive && !step.isActive(current)
        ? Result.refused(SequencingException.NB_2_1_12)
        : new Result(termination, SequencingProcess.Request.EXIT, null, null);
  }

  private static TerminationProcess.@Nullable Request exitIfActive(Step step, Activity current) {
    return step.isActive(current) ? TerminationProcess.Request.EXIT : null;
  }
}
