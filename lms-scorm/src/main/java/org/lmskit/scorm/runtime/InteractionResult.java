package org.lmskit.scorm.runtime;

import java.util.List;

/**
 * One interaction as content recorded it; what it did not set is the empty string. Names are those
 * of SCORM 2004 ({@code learnerResponse} is 1.2's student_response, {@code timestamp} its time);
 * values stand as the content wrote them, in its version's formats.
 *
 * @param id its identifier
 * @param type such as {@code choice}
 * @param objectives identifiers of its objectives
 * @param timestamp when the learner saw it
 * @param correctResponses patterns of correct responses
 * @param weighting its weight as a decimal
 * @param learnerResponse what the learner answered
 * @param result {@code correct}, {@code incorrect} (1.2: {@code wrong}), {@code unanticipated},
 *     {@code neutral} or a decimal
 * @param latency how long the learner took
 * @param description in the content's words
 */
public record InteractionResult(
    String id,
    String type,
    List<String> objectives,
    String timestamp,
    List<String> correctResponses,
    String weighting,
    String learnerResponse,
    String result,
    String latency,
    String description) {
  /** Copies the lists. */
  public InteractionResult {
    objectives = List.copyOf(objectives);
    correctResponses = List.copyOf(correctResponses);
  }
}
