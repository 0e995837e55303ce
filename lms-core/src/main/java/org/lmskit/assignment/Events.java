package org.lmskit.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.assignment.AssignmentEvent.AssignmentChanged;
import org.lmskit.assignment.AssignmentEvent.AssignmentCorrected;
import org.lmskit.assignment.AssignmentEvent.AssignmentExcluded;
import org.lmskit.assignment.AssignmentEvent.AssignmentOpened;
import org.lmskit.assignment.AssignmentEvent.AssignmentReleased;
import org.lmskit.assignment.AssignmentEvent.AssignmentResumed;
import org.lmskit.assignment.AssignmentEvent.AssignmentSatisfied;
import org.lmskit.assignment.AssignmentEvent.AssignmentSuspended;
import org.lmskit.assignment.AssignmentEvent.AssignmentWaived;
import org.lmskit.assignment.AssignmentEvent.AssignmentWithdrawn;
import org.lmskit.assignment.AssignmentEvent.DueSoon;
import org.lmskit.assignment.AssignmentEvent.Escalated;
import org.lmskit.assignment.AssignmentEvent.OfDuty;
import org.lmskit.assignment.AssignmentEvent.Overdue;
import org.lmskit.catalog.Subject;
import org.lmskit.event.EventHeader;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Reader;
import org.lmskit.workforce.Appointments;

/** Which event tells what. */
final class Events {
  private Events() {}

  static OfDuty of(Telling telling, EventHeader header, Reader reader, LearnerKey learner) {
    Reminder reminder = telling.reminderOrNull();
    if (reminder != null) {
      return due(telling.subject(), reminder, header, reader, learner);
    }
    Situation after = telling.afterOrNull();
    return after == null
        ? new AssignmentCorrected(
            header, learner, telling.subject(), telling.byFact(), telling.before())
        : moved(telling, header, learner, after);
  }

  private static OfDuty due(
      Subject subject, Reminder due, EventHeader header, Reader reader, LearnerKey learner) {
    return switch (due.type()) {
      case DUE_SOON -> new DueSoon(header, learner, subject, due.cycle(), due.dueOn());
      case OVERDUE -> new Overdue(header, learner, subject, due.cycle(), due.dueOn());
      case ESCALATED ->
        new Escalated(
            header,
            learner,
            subject,
            due.cycle(),
            due.dueOn(),
            due.level(),
            manager(reader, learner, due));
    };
  }

  private static @Nullable LearnerKey manager(Reader reader, LearnerKey learner, Reminder due) {
    List<LearnerKey> above = Appointments.managersOf(reader, learner, due.day());
    return above.isEmpty() ? null : above.get(Math.min(due.level(), above.size()) - 1);
  }

  private static OfDuty moved(
      Telling telling, EventHeader header, LearnerKey learner, Situation after) {
    Subject subject = telling.subject();
    boolean byFact = telling.byFact();
    Situation before = telling.before();
    boolean isNewCycle = before == null || before.cycle() != after.cycle();
    if (isNewCycle && after.state().isAlive()) {
      return new AssignmentOpened(header, learner, subject, byFact, after);
    }
    if (before != null && before.state() == after.state()) {
      return new AssignmentChanged(header, learner, subject, byFact, after);
    }
    boolean comesBack = before != null && !before.state().isAlive();
    return switch (after.state()) {
      case ACTIVE ->
        comesBack
            ? new AssignmentResumed(header, learner, subject, byFact, after)
            : new AssignmentChanged(header, learner, subject, byFact, after);
      case SATISFIED ->
        before != null && before.state() == AssignmentState.NOT_REQUIRED
            ? new AssignmentResumed(header, learner, subject, byFact, after)
            : new AssignmentSatisfied(header, learner, subject, byFact, after);
      case WAIVED -> new AssignmentWaived(header, learner, subject, byFact, after);
      case NOT_REQUIRED -> new AssignmentReleased(header, learner, subject, byFact, after);
      case SUSPENDED -> new AssignmentSuspended(header, learner, subject, byFact, after);
      case WITHDRAWN -> new AssignmentWithdrawn(header, learner, subject, byFact, after);
      case EXCLUDED -> new AssignmentExcluded(header, learner, subject, byFact, after);
    };
  }
}
