package org.lmskit.learning;

import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * What one attempt brought.
 *
 * @param number of the attempt
 * @param success whether it was successful
 * @param scoreOrNull its score, if it has one
 */
public record AttemptOutcome(
    int number, Success success, @Nullable Score scoreOrNull) {}
