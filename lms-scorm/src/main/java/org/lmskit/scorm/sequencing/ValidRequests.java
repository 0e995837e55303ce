package org.lmskit.scorm.sequencing;

import java.util.List;
import java.util.Set;

/**
 * Which navigation requests would be served now. Each was tried: what is said here is what the
 * request then does.
 *
 * @param requests the valid ones that need no target
 * @param choice identifiers of the activities that can be chosen, in the order of the manifest
 * @param jump identifiers of the activities that can be jumped to, in the order of the manifest
 * @param flow whether the current activity is one of those that are walked through step by step
 */
public record ValidRequests(
    Set<RequestType> requests, List<String> choice, List<String> jump, boolean flow) {
  /** Copies the collections. */
  public ValidRequests {
    requests = Set.copyOf(requests);
    choice = List.copyOf(choice);
    jump = List.copyOf(jump);
  }

  /** Whether a request that needs no target is valid. */
  public boolean isValid(RequestType type) {
    return requests.contains(type);
  }

  /**
   * Whether a player shows an enabled control for a request that needs no target: for continue also
   * where nothing that follows can be delivered, so that the learner is told why and never stands at
   * a wall without a door.
   */
  public boolean isOffered(RequestType type) {
    return isValid(type) || type == RequestType.CONTINUE && flow;
  }
}
