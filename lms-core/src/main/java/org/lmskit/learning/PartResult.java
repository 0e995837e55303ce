package org.lmskit.learning;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/**
 * What changed for a part of a unit, such as one SCO of a package.
 *
 * @param part as the content names it
 * @param title shown to learners; may be empty
 * @param completed true if it was completed just now
 * @param success PASSED or FAILED if that was decided just now, else UNKNOWN
 * @param scoreOrNull its score, if it has one
 * @param time on task in this part so far
 */
public record PartResult(
    String part,
    String title,
    boolean completed,
    Success success,
    @Nullable Score scoreOrNull,
    Duration time) {}
