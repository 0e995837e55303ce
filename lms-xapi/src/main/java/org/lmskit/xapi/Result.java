package org.lmskit.xapi;

import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * What came of it.
 *
 * @param score how well; null if there is no score
 * @param success whether it succeeded; null if not said
 * @param completion whether it was completed; null if not said
 * @param response what the learner answered; null if not said
 * @param duration how long it took; null if not said
 * @param extensions further information
 * @see "xAPI 1.0.3 Data 2.4.5"
 */
public record Result(
    @Nullable Score score,
    @Nullable Boolean success,
    @Nullable Boolean completion,
    @Nullable String response,
    @Nullable IsoDuration duration,
    Extensions extensions) {
  /** A result that says nothing yet. */
  public static final Result NONE = new Result(null, null, null, null, null, Extensions.NONE);

  /** This result with a score. */
  public Result withScore(Score value) {
    return new Result(value, success, completion, response, duration, extensions);
  }

  /** This result, saying whether it succeeded. */
  public Result withSuccess(boolean value) {
    return new Result(score, value, completion, response, duration, extensions);
  }

  /** This result, saying whether it was completed. */
  public Result withCompletion(boolean value) {
    return new Result(score, success, value, response, duration, extensions);
  }

  /** This result with the learner's answer. */
  public Result withResponse(String value) {
    return new Result(score, success, completion, value, duration, extensions);
  }

  /** This result with a duration. */
  public Result withDuration(IsoDuration value) {
    return new Result(score, success, completion, response, value, extensions);
  }

  /** This result with further information. */
  public Result withExtensions(Extensions values) {
    return new Result(score, success, completion, response, duration, values);
  }
}
