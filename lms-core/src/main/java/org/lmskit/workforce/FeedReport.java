package org.lmskit.workforce;

import java.util.List;
import org.lmskit.model.Problem;

/**
 * What came of a feed.
 *
 * @param accepted how many lines were taken, those that said nothing new included
 * @param refused how many were not: nothing of what a person's lines say is taken if one is refused
 * @param problems why, with the place of each line
 */
public record FeedReport(int accepted, int refused, List<Problem> problems) {
  /** Copies the list. */
  public FeedReport {
    problems = List.copyOf(problems);
  }
}
