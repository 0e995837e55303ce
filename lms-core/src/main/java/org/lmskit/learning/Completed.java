package org.lmskit.learning;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * That an enrollment was completed.
 *
 * @param at when
 * @param on the learner's civil day
 * @param success PASSED if a required unit was passed and none failed
 * @param scoreOrNull the score over all units at that moment
 */
public record Completed(
    Instant at, LocalDate on, Success success, @Nullable Score scoreOrNull) {}
