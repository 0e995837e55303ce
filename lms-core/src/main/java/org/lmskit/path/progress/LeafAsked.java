package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.List;
import org.lmskit.catalog.Requirement;
import org.lmskit.internal.Questions.Question;
import org.lmskit.model.LearnerKey;

/**
 * Asks how far a learner has met one leaf of a requirement. Whoever decides that leaf answers, in this package or in one
 * above; several answers are alternatives, and without any the leaf is not met yet.
 *
 * @param learner whose
 * @param leaf never a date, a unit or a step
 * @param day the civil day for which is asked
 */
public record LeafAsked(LearnerKey learner, Requirement.Leaf leaf, LocalDate day)
    implements Question<LeafAsked.Answer> {
  /**
   * What is known.
   *
   * @param metOn the days on which it was met, one for each time, up to the day asked for; an award that is no longer
   *     valid on that day is left out
   * @param blocked whether it cannot be met any more by this way
   */
  public record Answer(List<LocalDate> metOn, boolean blocked) {
    /** It is none of the answerer's business, or not met yet. */
    public static final Answer NOT_YET = new Answer(List.of(), false);

    /** Copies the list. */
    public Answer {
      metOn = List.copyOf(metOn);
    }

    /** It was met on these days. */
    public static Answer met(List<LocalDate> on) {
      return new Answer(on, false);
    }
  }
}
