package org.lmskit.scorm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import org.lmskit.scorm.runtime.ApiReply;

/**
 * What came of the calls of content.
 *
 * @param registration after them
 * @param replies one per call, in order
 * @param findings what was tolerated although the standard says otherwise
 * @param navigation what came of the navigation that content asked for when it terminated; null if
 *     it asked for none
 */
public record CallReply(
    ScormRegistration registration,
    List<ApiReply> replies,
    List<Problem> findings,
    @Nullable NavigationReply navigation) {
  /** Copies the lists. */
  public CallReply {
    replies = List.copyOf(replies);
    findings = List.copyOf(findings);
  }
}
