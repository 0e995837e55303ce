package org.lmskit.path.progress;

import java.time.LocalDate;
import org.lmskit.internal.Questions.Question;
import org.lmskit.model.EnrollmentId;

/**
 * Asks whether something besides learning paths leads a learner to an enrollment, such as a duty of its own: then a closed
 * step does not close it.
 *
 * @param enrollment on a course
 * @param day the civil day for which is asked
 */
public record OtherWayAsked(EnrollmentId enrollment, LocalDate day) implements Question<Boolean> {}
