package org.lmskit.scorm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.runtime.ApiReply;

/**
 * What came of a request to the content type.
 *
 * @param registration after it
 * @param replies to calls, in order
 * @param navigation what became of a navigation; null if there was none
 */
record ScormAnswer(
    ScormRegistration registration,
    List<ApiReply> replies,
    @Nullable NavigationReply navigation) {
  ScormAnswer {
    replies = List.copyOf(replies);
  }
}
