package org.lmskit.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.catalog.UnitContent;
import org.lmskit.internal.Operation;
import org.lmskit.learning.ExternalUnits;
import org.lmskit.learning.Fact;
import org.lmskit.model.Score;

/** Observations as units of courses: what is observed is an attempt on the unit. */
public final class ObservedUnits {
  /** The type of the content of such a unit. */
  public static final String TYPE = "observation";

  private ObservedUnits() {}

  /** A unit that is completed by an observation that is good enough and signed off; one that is not good enough fails it. */
  public static UnitContent of(ChecklistId checklist) {
    return UnitContent.of(TYPE, checklist.value());
  }

  /** Counts for the enrollments that were open on the day of the observation and still are. */
  static void report(Operation op, Observation observation, Checklist checklist) {
    boolean passed = observation.state() == ObservationState.PASSED;
    LocalDate day = observation.observedOn();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Score(
        Score.ofRaw(observation.verdict().sum(), checklist.least(), checklist.most())));
    facts.add(new Fact.Success(passed));
    if (passed) {
      facts.add(new Fact.Completion());
    }
    UnitContent content = of(observation.checklist());
    ExternalUnits.report(op, observation.learner(), content, day, facts, observation.observedAt());
  }
}
