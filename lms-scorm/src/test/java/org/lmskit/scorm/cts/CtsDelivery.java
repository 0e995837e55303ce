package org.lmskit.scorm.cts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a navigation led to, and what the player shows then.
 *
 * @param activity the delivered one, if one is
 * @param href of its page; empty if nothing is delivered
 * @param ended whether the session is over
 * @param suspended whether it can be resumed
 * @param exception the standard's code of a refusal; empty without one
 * @param enabled the requests whose controls the player offers, by the standard's words
 * @param contents identifiers of the table of contents
 * @param selectable those of them that can be chosen
 */
public record CtsDelivery(
    Optional<String> activity,
    String href,
    boolean ended,
    boolean suspended,
    String exception,
    Set<String> enabled,
    List<String> contents,
    Set<String> selectable) {
  /** Whether the page of this activity of a script is delivered. */
  boolean isOf(String name) {
    return isOf(href, name);
  }

  static boolean isOf(String href, String name) {
    return (href + "&").contains("act=" + name + "&");
  }

  @Override
  public String toString() {
    return activity.orElse("nothing")
        + (exception.isEmpty() ? "" : " (" + exception + ")")
        + (ended ? ", ended" : "");
  }
}
