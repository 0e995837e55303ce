package org.lmskit.assessment;

import java.time.Instant;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * An assessment in the list of all.
 *
 * @param id which
 * @param publishedAt when its first version was published
 * @param current the number of its newest version
 */
public record AssessmentEntry(AssessmentId id, Instant publishedAt, int current) {
  /** Assessments by id. */
  public static final Kind<AssessmentEntry> KIND = Kind.<AssessmentEntry>mutable(
          "assessment", entry -> entry.id().value())
      .time(AssessmentEntry::publishedAt)
      .body(JsonBody.of(AssessmentEntry.class));

  static AssessmentEntry first(AssessmentVersion version) {
    return new AssessmentEntry(version.id(), version.publishedAt(), version.number());
  }

  AssessmentEntry next(AssessmentVersion version) {
    return new AssessmentEntry(id, publishedAt, version.number());
  }
}
