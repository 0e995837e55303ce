package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.Nullable;

/**
 * The overall sequencing process, one turn of its loop.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, OP"
 */
final class OverallSequencing {
  private OverallSequencing() {}

  /** OP.1 Overall Sequencing Process: from a navigation request to a delivery or an exception. */
  static SequencingOutcome process(Step step, Request request) {
    var navigation = NavigationProcess.navigationRequest(step, request);
    if (navigation.exception() != null) {
      return refused(step, navigation.exception());
    }
    var pending = ended(step, navigation);
    if (pending.exception() != null) {
      return refused(step, pending.exception());
    }
    var sequencing = pending.sequencing();
    if (sequencing == null) {
      throw new IllegalStateException("no sequencing request for " + request);
    }
    return sequenced(step, sequencing, navigation.target());
  }

  /** OP.1 1.2: what is pending after the termination request, if there is one. */
  static TerminationProcess.Result ended(Step step, NavigationProcess.Result navigation) {
    var request = navigation.termination();
    var result = request == null
        ? TerminationProcess.Result.NOTHING
        : TerminationProcess.terminationRequest(step, request);
    return result.sequencing() != null || result.exception() != null
        ? result
        : TerminationProcess.Result.then(navigation.sequencing());
  }

  /** OP.1 1.3 to 1.5: the sequencing and the delivery request. */
  static SequencingOutcome sequenced(
      Step step, SequencingProcess.Request request, @Nullable Activity target) {
    var result = SequencingProcess.sequencingRequest(step, request, target);
    if (result.exception() != null) {
      return refused(step, result.exception());
    }
    var deliver = result.deliver();
    if (deliver == null) {
      return result.endSession() ? over(step) : outcome(step, null, false, null);
    }
    var refusal = DeliveryProcess.deliveryRequest(step, deliver);
    refusal = refusal == null ? DeliveryProcess.contentDelivery(step, deliver) : refusal;
    return refusal == null ? outcome(step, deliver, false, null) : refused(step, refusal);
  }

  private static SequencingOutcome over(Step step) {
    var root = step.tree().root();
    if (step.isActive(root)) {
      step.moveTo(root);
      UtilityProcesses.endAttempt(step, root);
    }
    step.moveTo(null);
    step.trace("OP.1 Overall Sequencing", root, "the session ends");
    return outcome(step, null, true, null);
  }

  private static SequencingOutcome refused(Step step, SequencingException exception) {
    step.trace("OP.1 Overall Sequencing", step.current(), exception.code());
    return outcome(step, null, false, exception);
  }

  private static SequencingOutcome outcome(
      Step step,
      @Nullable Activity delivered,
      boolean ended,
      @Nullable SequencingException exception) {
    boolean resumed = delivered != null && step.isResumed();
    return new SequencingOutcome(step.state(), delivered, resumed, ended, exception, step.trace());
  }
}
