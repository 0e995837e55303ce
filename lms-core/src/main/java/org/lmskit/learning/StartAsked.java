package org.lmskit.learning;

import java.time.LocalDate;
import java.util.Optional;
import org.lmskit.internal.Questions.Question;
import org.lmskit.model.RejectedException;

/**
 * Asks whether work may begin in an enrollment; whoever closes it answers with what the learner is told.
 *
 * @param enrollment as it stands
 * @param day the learner's civil day
 */
public record StartAsked(Enrollment enrollment, LocalDate day)
    implements Question<Optional<RejectedException>> {}
