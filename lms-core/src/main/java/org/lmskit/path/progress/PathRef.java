package org.lmskit.path.progress;

import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.PathId;

/**
 * Names an enrollment on a learning path and what it is about, in events and records.
 *
 * @param enrollment which
 * @param learner whose
 * @param path on what
 * @param version the number of the version to which the learner is pinned
 * @param cycle 1 for the first time that this learner is on this path
 */
public record PathRef(
    EnrollmentId enrollment, LearnerKey learner, PathId path, int version, int cycle) {
  PathRef onVersion(int next) {
    return new PathRef(enrollment, learner, path, next, cycle);
  }
}
