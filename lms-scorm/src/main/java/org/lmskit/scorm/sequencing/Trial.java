package org.lmskit.scorm.sequencing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries requests without taking them. The attempt on the current activity is ended once for all
 * targets of choice and jump, so that a set of targets costs one look at each.
 */
final class Trial {
  private final TrackingState state;
  private final Instant now;
  private final TerminationProcess.@Nullable Result pending;
  private final Step after;
  private final TrackingState ended;
  private @Nullable Boolean replaced;

  Trial(TrackingState state, Instant now) {
    this.state = state;
    this.now = now;
    var step = Step.from(state, now);
    var current = step.current();
    boolean ends = current != null && step.isActive(current);
    this.pending =
        ends ? TerminationProcess.terminationRequest(step, TerminationProcess.Request.EXIT) : null;
    this.after = step;
    this.ended = step.state();
  }

  ValidRequests validRequests() {
    var valid = EnumSet.noneOf(RequestType.class);
    for (RequestType type : RequestType.values()) {
      if (!type.hasTarget() && isValid(Request.of(type))) {
        valid.add(type);
      }
    }
    return new ValidRequests(
        valid, targets(RequestType.CHOICE), targets(RequestType.JUMP), isInFlow());
  }

  private boolean isInFlow() {
    var current = state.current();
    var parent = current == null ? null : current.parent();
    return parent != null && parent.controlMode().flow();
  }

  private boolean isValid(Request request) {
    var step = Step.from(state, now);
    var navigation = NavigationProcess.navigationRequest(step, request);
    if (navigation.exception() != null) {
      return false;
    }
    if (pending != null && navigation.termination() == TerminationProcess.Request.EXIT) {
      return isServed(OverallSequencing.pending(Step.from(ended, now), navigation, pending));
    }
    // What ends the session does so whatever rollup finds
    boolean ends = navigation.sequencing() == SequencingProcess.Request.EXIT;
    return isServed(OverallSequencing.process(ends ? step.withoutRollup() : step, request));
  }

  private static boolean isServed(SequencingOutcome outcome) {
    return outcome.exceptionOrNull() == null;
  }

  List<String> targets(RequestType type) {
    var before = Step.from(state, now);
    var valid = new ArrayList<String>();
    for (int i = 0; i < state.tree().size(); i++) {
      var target = state.tree().at(i);
      if (isValid(before, type, target)) {
        valid.add(target.id());
      }
    }
    return valid;
  }

  private boolean isValid(Step before, RequestType type, Activity target) {
    var request = new Request(type, target.id());
    if (NavigationProcess.navigationRequest(before, request).exception() != null) {
      return false;
    }
    if (pending != null && (pending.exception() != null || pending.sequencing() != null)) {
      return isReplacedValid(request);
    }
    return target.isLeaf() ? isLeafValid(type, target) : isClusterValid(type, target);
  }

  /** Post-condition rules replace whatever is chosen, so the outcome is the same for all. */
  private boolean isReplacedValid(Request request) {
    if (replaced == null) {
      replaced = isValid(request);
    }
    return replaced;
  }

  private boolean isLeafValid(RequestType type, Activity target) {
    var result = type == RequestType.CHOICE
        ? ChoiceProcess.choiceSequencingRequest(after, target)
        : SequencingProcess.jumpSequencingRequest(after, target);
    return result.exception() == null && DeliveryProcess.deliveryRequest(after, target) == null;
  }

  private boolean isClusterValid(RequestType type, Activity target) {
    if (type == RequestType.JUMP) {
      return false;
    }
    var result = ChoiceProcess.choiceSequencingRequest(Step.from(ended, now), target);
    var found = result.deliver();
    return found != null && DeliveryProcess.deliveryRequest(after, found) == null;
  }
}
