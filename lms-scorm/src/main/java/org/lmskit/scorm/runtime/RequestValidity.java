package org.lmskit.scorm.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Answers {@code adl.nav.request_valid}: would this navigation request succeed if the content ended
 * now? Must be pure: it may be asked any number of times.
 *
 * @see "SCORM 2004 4th Ed. SN 5.6.6"
 */
@FunctionalInterface
public interface RequestValidity {
  /** Answers {@code unknown} always. */
  RequestValidity UNKNOWN = (state, request, target) -> "unknown";

  /**
   * Whether the request is valid.
   *
   * @param state the run-time data as of now, not yet given to sequencing
   * @param request {@code continue}, {@code previous}, {@code choice} or {@code jump}
   * @param target the item's identifier for choice and jump, else null
   * @return {@code true}, {@code false} or {@code unknown}
   */
  String of(RuntimeState state, String request, @Nullable String target);
}
