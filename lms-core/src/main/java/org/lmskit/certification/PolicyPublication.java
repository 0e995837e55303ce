package org.lmskit.certification;

import java.util.List;
import org.lmskit.model.LearnerKey;

/**
 * A published version, and whom it changes on the day of publication.
 *
 * @param version what was published
 * @param changes every learner whose status of today differs, sorted by key
 */
public record PolicyPublication(PolicyVersion version, List<Change> changes) {
  /** Copies the list. */
  public PolicyPublication {
    changes = List.copyOf(changes);
  }

  /**
   * One learner's difference.
   *
   * @param learner whose
   * @param before where he stood
   * @param after where he stands
   */
  public record Change(LearnerKey learner, CertificationStatus before, CertificationStatus after) {}
}
