package org.lmskit.observation;

import org.lmskit.model.LearnerKey;

/**
 * What observing and signing off means for one person.
 *
 * @param person who
 * @param awaiting how many observations wait for him as the learner's direct manager
 * @param overdue how many of those cannot be signed off any more: their days are over
 * @param observed how many observations he made in the days asked for
 * @param signedOff how many observations of those days he signed off
 */
public record Workload(LearnerKey person, int awaiting, int overdue, int observed, int signedOff) {
  static Workload none(LearnerKey person) {
    return new Workload(person, 0, 0, 0, 0);
  }

  Workload plus(int moreAwaiting, int moreOverdue, int moreObserved, int moreSignedOff) {
    return new Workload(
        person,
        awaiting + moreAwaiting,
        overdue + moreOverdue,
        observed + moreObserved,
        signedOff + moreSignedOff);
  }
}
