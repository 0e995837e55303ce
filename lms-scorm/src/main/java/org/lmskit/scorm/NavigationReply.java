package org.lmskit.scorm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.scorm.sequencing.SequencingException;

/**
 * What came of a navigation request.
 *
 * @param registration after it
 * @param delivered identifier of the activity that is delivered; null if none
 * @param href what a browser requests for it, relative to the package; null if nothing
 * @param ended whether the sequencing session is over
 * @param suspended whether it is over and can be resumed
 * @param exception why nothing is delivered; null if the request was served
 * @param unload replies to the calls that content made while it was taken away
 */
public record NavigationReply(
    ScormRegistration registration,
    @Nullable String delivered,
    @Nullable String href,
    boolean ended,
    boolean suspended,
    @Nullable SequencingException exception,
    List<ApiReply> unload) {
  /** Copies the replies. */
  public NavigationReply {
    unload = List.copyOf(unload);
  }

  NavigationReply with(ScormRegistration other) {
    return new NavigationReply(other, delivered, href, ended, suspended, exception, unload);
  }
}
