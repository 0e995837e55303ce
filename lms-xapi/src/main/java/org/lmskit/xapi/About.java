package org.lmskit.xapi;

import java.util.List;

/**
 * What a store says of itself.
 *
 * @param versions the versions of the specification that it speaks
 * @param extensions further information
 * @see "xAPI 1.0.3 Communication 2.8"
 */
public record About(List<String> versions, Extensions extensions) {
  /** Copies the list. */
  public About {
    versions = List.copyOf(versions);
  }
}
