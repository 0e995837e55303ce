package org.lmskit.observation;

import org.lmskit.model.LearnerKey;

/**
 * Which observation, of whom and by whom.
 *
 * @param observation its id
 * @param checklist by which
 * @param version the number of the version of it
 * @param learner who was observed
 * @param observer who observed
 */
public record ObservationRef(
    ObservationId observation,
    ChecklistId checklist,
    int version,
    LearnerKey learner,
    LearnerKey observer) {}
