package org.lmskit.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lmskit.catalog.UnitContent;
import org.lmskit.internal.Operation;
import org.lmskit.learning.ExternalUnits;
import org.lmskit.learning.Fact;
import org.lmskit.model.LearnerKey;

/** Offerings as units of courses: who attended any offering of a topic has completed the unit that names it. */
public final class OfferedUnits {
  /** The type of the content of such a unit. */
  public static final String TYPE = "offering";

  private OfferedUnits() {}

  /** A unit that is completed by attending an offering of this topic. */
  public static UnitContent of(String topic) {
    return UnitContent.of(TYPE, topic);
  }

  static void completed(Operation op, LearnerKey learner, String topic, LocalDate day, Instant at) {
    ExternalUnits.report(op, learner, of(topic), day, List.of(new Fact.Completion()), at);
  }
}
