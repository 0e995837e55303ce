package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.RuleAction;

/**
 * The termination request process.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, TB"
 */
final class TerminationProcess {
  private TerminationProcess() {}

  /** The termination requests. */
  enum Request {
    EXIT,
    EXIT_ALL,
    SUSPEND_ALL,
    ABANDON,
    ABANDON_ALL
  }

  /**
   * What came of a termination request or of post-condition rules.
   *
   * @param sequencing the sequencing request that replaces the one pending; null if none
   * @param termination what must be ended further; null if nothing
   * @param exception why the request is not valid; null if it is
   */
  record Result(
      SequencingProcess.@Nullable Request sequencing,
      @Nullable Request termination,
      @Nullable SequencingException exception) {
    static final Result NOTHING = new Result(null, null, null);

    static Result refused(SequencingException exception) {
      return new Result(null, null, exception);
    }

    static Result then(SequencingProcess.@Nullable Request sequencing) {
      return new Result(sequencing, null, null);
    }
  }

  /** TB.2.1 Sequencing Exit Action Rules Subprocess. */
  static void sequencingExitActionRules(Step step, Activity current) {
    var path = current.pathToRoot();
    for (int i = path.size() - 1; i > 0; i--) {
      var activity = path.get(i);
      var rules = activity.sequencing().rules().exits();
      if (UtilityProcesses.sequencingRulesCheck(step, activity, rules, null) != null) {
        step.trace("TB.2.1 Sequencing Exit Action Rules", activity, "exits");
        UtilityProcesses.terminateDescendentAttempts(step, activity);
        UtilityProcesses.endAttempt(step, activity);
        step.moveTo(activity);
        return;
      }
    }
  }

  /** TB.2.2 Sequencing Post Condition Rules Subprocess. */
  static Result sequencingPostConditionRules(Step step, Activity current) {
    var rules = current.sequencing().rules().postConditions();
    if (rules.isEmpty() || step.isSuspended(current)) {
      return Result.NOTHING;
    }
    var action = UtilityProcesses.sequencingRulesCheck(step, current, rules, null);
    if (action == null) {
      return Result.NOTHING;
    }
    step.trace("TB.2.2 Sequencing Post Condition Rules", current, action.code());
    return of(action);
  }

  private static Result of(RuleAction action) {
    return switch (action) {
      case RETRY -> Result.then(SequencingProcess.Request.RETRY);
      case CONTINUE -> Result.then(SequencingProcess.Request.CONTINUE);
      case PREVIOUS -> Result.then(SequencingProcess.Request.PREVIOUS);
      case EXIT_PARENT -> new Result(null, Request.EXIT, null);
      case EXIT_ALL -> new Result(null, Request.EXIT_ALL, null);
      case RETRY_ALL -> new Result(SequencingProcess.Request.RETRY, Request.EXIT_ALL, null);
      default -> Result.NOTHING;
    };
  }

  /** TB.2.3 Termination Request Process. */
  static Result terminationRequest(Step step, Request request) {
    var current = step.current();
    if (current == null) {
      return Result.refused(SequencingException.TB_2_3_1);
    }
    if ((request == Request.EXIT || request == Request.ABANDON) && !step.isActive(current)) {
      return Result.refused(SequencingException.TB_2_3_2);
    }
    step.trace("TB.2.3 Termination Request", current, request.name());
    return switch (request) {
      case EXIT -> exit(step, current);
      case EXIT_ALL -> exitAll(step, current, null);
      case SUSPEND_ALL -> suspendAll(step, current);
      case ABANDON -> abandon(step, current);
      case ABANDON_ALL -> abandonAll(step, current);
    };
  }

  private static Result exit(Step step, Activity current) {
    UtilityProcesses.endAttempt(step, current);
    sequencingExitActionRules(step, current);
    while (true) {
      var at = currentOf(step);
      var post = sequencingPostConditionRules(step, at);
      if (post.termination() == Request.EXIT_ALL) {
        return exitAll(step, at, post.sequencing());
      }
      if (post.termination() == null) {
        boolean over = at.isRoot() && post.sequencing() != SequencingProcess.Request.RETRY;
        return Result.then(over ? SequencingProcess.Request.EXIT : post.sequencing());
      }
      var parent = at.parent();
      if (parent == null) {
        return Result.refused(SequencingException.TB_2_3_4);
      }
      step.moveTo(parent);
      UtilityProcesses.endAttempt(step, parent);
    }
  }

  private static Activity currentOf(Step step) {
    var current = step.current();
    return current == null ? step.tree().root() : current;
  }

  private static Result exitAll(
      Step step, Activity current, SequencingProcess.@Nullable Request pending) {
    var root = step.tree().root();
    if (step.isActive(current)) {
      UtilityProcesses.endAttempt(step, current);
    }
    UtilityProcesses.terminateDescendentAttempts(step, root);
    if (current != root || step.isActive(root)) {
      UtilityProcesses.endAttempt(step, root);
    }
    step.moveTo(root);
    return Result.then(pending == null ? SequencingProcess.Request.EXIT : pending);
  }

  private static Result suspendAll(Step step, Activity current) {
    if (step.isActive(current) || step.isSuspended(current)) {
      RollupProcess.overallRollup(step, current);
      step.suspend(current);
    } else if (current.isRoot()) {
      return Result.refused(SequencingException.TB_2_3_3);
    } else {
      // TB.2.3 3.2 suspends the parent, which DB.1.1 then never delivers: so a leaf itself (0151)
      step.suspend(current.isLeaf() ? current : current.parent());
    }
    var suspended = step.suspended() == null ? current : step.suspended();
    for (Activity activity : suspended.pathToRoot()) {
      step.setActive(activity, false);
      step.setSuspended(activity, true);
    }
    step.moveTo(step.tree().root());
    return Result.then(SequencingProcess.Request.EXIT);
  }

  private static Result abandon(Step step, Activity current) {
    step.setActive(current, false);
    return Result.NOTHING;
  }

  private static Result abandonAll(Step step, Activity current) {
    for (Activity activity : current.pathToRoot()) {
      step.setActive(activity, false);
    }
    step.moveTo(step.tree().root());
    return Result.then(SequencingProcess.Request.EXIT);
  }
}
