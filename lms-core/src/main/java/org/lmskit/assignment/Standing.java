package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lmskit.catalog.Subject;

/**
 * Where a learner stands with one duty on a day.
 *
 * @param subject to do what
 * @param day the day, after all that is known to happen on it
 * @param situation where it stands
 * @param overdue whether it is still to be done after its due day
 * @param overdueDays on how many days up to this one it was, over all cycles
 */
public record Standing(
    Subject subject, LocalDate day, Situation situation, boolean overdue, long overdueDays) {
  /** As answers are sorted. */
  static final Comparator<Standing> BY_SUBJECT = Comparator.comparing(Standing::subject);

  /** All of one learner, computed from what is known; sorted by subject. */
  static List<Standing> of(Library library, Known known, LocalDate day) {
    List<Standing> found = new ArrayList<>();
    LearnerDuties.of(library, known, LocalDate.MIN)
        .forEach((subject, timeline) -> timeline
            .on(day)
            .map(situation -> new Standing(
                subject,
                day,
                situation,
                situation.overdueOn(day),
                Assignment.overdueDays(timeline.moments(), day)))
            .ifPresent(found::add));
    return found;
  }

  /** No duty yet: what was decided waits for one. */
  static Standing none(Subject subject, LocalDate day) {
    Situation none =
        new Situation(0, AssignmentState.NOT_REQUIRED, day, null, null, null, false, List.of());
    return new Standing(subject, day, none, false, 0);
  }
}
