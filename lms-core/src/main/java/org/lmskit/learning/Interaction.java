package org.lmskit.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Sha256;

/**
 * A question of the content and what the learner answered, in the notation of SCORM 2004 and xAPI.
 *
 * @param id as the content names it
 * @param type what kind of question
 * @param description the question; may be empty
 * @param correctResponses each is one right answer; may be empty
 * @param responseOrNull the answer; null without one, or if {@code responseTextOrNull} stands for it
 * @param responseTextOrNull the digest of an answer that the learner wrote himself
 * @param resultOrNull {@code correct}, {@code incorrect}, {@code unanticipated}, {@code neutral} or
 *     a number
 * @param weightingOrNull its weight against the others
 * @param latencyOrNull how long he took
 * @param timestampOrNull when it was put to him
 * @see "SCORM 2004 4th Ed. RTE 4.2.9"
 */
public record Interaction(
    String id,
    InteractionType type,
    String description,
    List<String> correctResponses,
    @Nullable String responseOrNull,
    @Nullable Sha256 responseTextOrNull,
    @Nullable String resultOrNull,
    @Nullable BigDecimal weightingOrNull,
    @Nullable Duration latencyOrNull,
    @Nullable Instant timestampOrNull) {
  /** Copies the list. */
  public Interaction {
    correctResponses = List.copyOf(correctResponses);
  }

  /** A question with an answer and its result. */
  public static Interaction of(
      String id, InteractionType type, @Nullable String response, @Nullable String result) {
    return new Interaction(id, type, "", List.of(), response, null, result, null, null, null);
  }

  /** The same with the digest of the answer in its place. */
  Interaction withResponseText(Sha256 digest) {
    return new Interaction(
        id,
        type,
        description,
        correctResponses,
        null,
        digest,
        resultOrNull,
        weightingOrNull,
        latencyOrNull,
        timestampOrNull);
  }
}
