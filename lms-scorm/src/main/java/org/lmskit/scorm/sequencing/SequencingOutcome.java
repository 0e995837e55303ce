package org.lmskit.scorm.sequencing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a navigation request. With an exception the state may have changed too: what ended
 * stays ended.
 *
 * @param state the tracking state after it
 * @param deliveredOrNull the activity that is delivered; null if none
 * @param resumed whether it goes on with a suspended attempt
 * @param ended whether the sequencing session is over
 * @param exceptionOrNull why nothing is delivered; null if the request was served
 * @param trace what led to it, in order; empty unless it was asked for
 */
public record SequencingOutcome(
    TrackingState state,
    @Nullable Activity deliveredOrNull,
    boolean resumed,
    boolean ended,
    @Nullable SequencingException exceptionOrNull,
    List<TraceEntry> trace) {
  /** Copies the trace. */
  public SequencingOutcome {
    trace = List.copyOf(trace);
  }

  /** The activity that is delivered. */
  public Optional<Activity> delivered() {
    return Optional.ofNullable(deliveredOrNull);
  }

  /** Why nothing is delivered. */
  public Optional<SequencingException> exception() {
    return Optional.ofNullable(exceptionOrNull);
  }

  /** Whether the session is over and can be resumed. */
  public boolean suspended() {
    return ended && state.suspended() != null;
  }
}
