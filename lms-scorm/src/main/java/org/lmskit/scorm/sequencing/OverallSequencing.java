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
  static SequencingOutcome process(Step step, Request asked) {
    var navigation = NavigationProcess.navigationRequest(step, asked);
    if (navigation.exception() != null) {
      return refused(step, navigation.exception());
    }
    var request = navigation.termination();
    var ended = request == null
        ? TerminationProcess.Result.NOTHING
        : TerminationProcess.terminationRequest(step, request);
    return pending(step, navigation, ended);
  }

  /** OP.1 1.2: what is pending after the termination request. */
  static SequencingOutcome pending(
      Step step, NavigationProcess.Result navigation, TerminationProcess.Result ended) {
    if (ended.exception() != null) {
      return refused(step, ended.exception());
    }
    var replaced = ended.sequencing();
    var sequencing = replaced == null ? navigation.sequencing() : replaced;
    if (sequencing == null) {
      throw new IllegalStateException("no sequencing request after " + navigation);
    }
    return sequenced(step, sequencing, navigation.target());
  }

  /** OP.1 1.3 to 1.5: the sequencing and the delivery request. */
  private static SequencingOutcome sequenced(
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
