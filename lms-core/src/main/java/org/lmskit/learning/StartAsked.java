package org.lmskit.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.lmskit.catalog.Unit;
import org.lmskit.internal.Questions.Question;
import org.lmskit.model.RejectedException;

/**
 * Asks whether an attempt may begin; whoever does not let it answers with what the learner is told.
 *
 * @param enrollment as it stands
 * @param unit that is to be worked on
 * @param day the learner's civil day
 * @param now when it would begin
 */
public record StartAsked(Enrollment enrollment, Unit unit, LocalDate day, Instant now)
    implements Question<Optional<RejectedException>> {}
