package org.lmskit.learning;

import java.time.Instant;
import org.lmskit.catalog.Unit;

/**
 * What a content type is given with a request.
 *
 * @param attempt the attempt as it stands
 * @param enrollment the enrollment as it stands
 * @param unit the unit of the version to which the learner is pinned
 * @param state of the attempt
 * @param learnerState what the learner keeps across attempts
 * @param now the present of this operation
 */
public record Sitting<S, G>(
    Attempt attempt, Enrollment enrollment, Unit unit, S state, G learnerState, Instant now) {}
