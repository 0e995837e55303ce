package org.lmskit.learning;

import org.lmskit.internal.Questions.Question;

/**
 * Asks whether an enrollment was withdrawn because a duty ended, and not by somebody who took it back: then the learner may
 * go on with it, and what he does is recorded.
 *
 * @param enrollment that was withdrawn
 */
public record WithdrawnAsked(Enrollment enrollment) implements Question<Boolean> {}
