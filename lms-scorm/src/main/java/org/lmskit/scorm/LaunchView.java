package org.lmskit.scorm;

import org.lmskit.learning.Enrollment;
import org.lmskit.model.AttemptId;

/**
 * A launch as it stands: what the player shows of it.
 *
 * @param launch its id
 * @param sequence the number of the last batch of calls that was taken; 0 before the first
 * @param isRevoked whether the host has taken it back
 * @param isSuperseded whether a later launch of the attempt has begun, so that this one can do no more;
 *     one in browse or review does not end one in normal mode, nor the other way round
 * @param attempt that it belongs to
 * @param enrollment that the attempt belongs to
 * @param content the package of the unit
 * @param registration tracking and run-time data
 */
public record LaunchView(
    String launch,
    long sequence,
    boolean isRevoked,
    boolean isSuperseded,
    AttemptId attempt,
    Enrollment enrollment,
    ScormPackage content,
    ScormRegistration registration) {}
