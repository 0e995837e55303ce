package org.lmskit.assessment.item;

import org.lmskit.catalog.Text;

/**
 * What a learner is told once feedback is released.
 *
 * @param general whatever he answered
 * @param correct if his answer earned the full score
 * @param incorrect if it did not
 */
public record Feedback(Text general, Text correct, Text incorrect) {
  /** Nothing. */
  public static final Feedback NONE = new Feedback(Text.EMPTY, Text.EMPTY, Text.EMPTY);

  /** The same text for everybody. */
  public static Feedback of(String general) {
    return new Feedback(Text.of(general), Text.EMPTY, Text.EMPTY);
  }
}
