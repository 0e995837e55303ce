package org.lmskit.assessment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

/**
 * More time for one learner.
 *
 * @param learner whose
 * @param assessmentOrNull in which assessment; null for all that have none of their own
 * @param factor by which time limits grow, 1 or more
 * @param note the digest of the reason
 */
public record Accommodation(
    LearnerKey learner, @Nullable AssessmentId assessmentOrNull, BigDecimal factor, Sha256 note) {
  /** Accommodations by learner and assessment, found by learner. */
  public static final Kind<Accommodation> KIND = Kind.<Accommodation>mutable(
          "accommodation", one -> id(one.learner(), one.assessmentOrNull()))
      .index("learner", one -> one.learner().value())
      .body(JsonBody.of(Accommodation.class));

  static String id(LearnerKey learner, @Nullable AssessmentId assessment) {
    return learner.idWith(assessment == null ? "" : assessment.value());
  }
}
