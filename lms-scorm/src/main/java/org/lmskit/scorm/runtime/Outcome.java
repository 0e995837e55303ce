package org.lmskit.scorm.runtime;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;

/**
 * What came of one or more calls.
 *
 * @param state the state after them
 * @param replies one per call, in order
 * @param findings what was tolerated although the standard says otherwise
 * @param terminationOrNull what the content left behind, if one of the calls ended it
 */
public record Outcome(
    RuntimeState state,
    List<ApiReply> replies,
    List<Problem> findings,
    @Nullable Termination terminationOrNull) {
  /** Copies the lists. */
  public Outcome {
    replies = List.copyOf(replies);
    findings = List.copyOf(findings);
  }

  /**
   * The reply to the last call.
   *
   * @throws IllegalStateException if there was no call
   */
  public ApiReply reply() {
    if (replies.isEmpty()) {
      throw new IllegalStateException("an outcome of no call has no reply");
    }
    return replies.get(replies.size() - 1);
  }

  /** What the content left behind, if one of the calls was a successful Terminate. */
  public Optional<Termination> termination() {
    return Optional.ofNullable(terminationOrNull);
  }
}
