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
      return result.endSession()
          ? over(step)
          : new SequencingOutcome(step.state(), null, false, null, step.trace());
    }
    var refusal = DeliveryProcess.deliveryRequest(step, deliver);
    refusal = refusal == null ? DeliveryProcess.contentDelivery(step, deliver) : refusal;
    return refusal == null
        ? new SequencingOutcome(step.state(), deliver, false, null, step.trace())
        : refused(step, refusal);
  }

  private static SequencingOutcome over(Step step) {
    var root = step.tree().root();
    if (step.isActive(root)) {
      step.moveTo(root);
      UtilityProcesses.endAttempt(step, root);
    }
    step.moveTo(null);
    step.trace("OP.1 Overall Sequencing", root, "the session ends");
    return new SequencingOutcome(step.state(), null, true, null, step.trace());
  }

  private static SequencingOutcome refused(Step step, SequencingException exception) {
    step.trace("OP.1 Overall Sequencing", step.current(), exception.code());
    return new SequencingOutcome(step.state(), null, false, exception, step.trace());
  }
}
