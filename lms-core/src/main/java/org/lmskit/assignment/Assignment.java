package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assignment.AssignmentEvent.AssignmentCorrected;
import org.lmskit.assignment.AssignmentEvent.DutyDecided;
import org.lmskit.assignment.AssignmentEvent.Moved;
import org.lmskit.assignment.AssignmentEvent.OfDuty;
import org.lmskit.assignment.AssignmentEvent.TimeDriven;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;

/**
 * One learner's duty to do something, with all its cycles. Built from its events alone.
 *
 * @param learner whose
 * @param subject to do what
 * @param moments its changes, in order; empty if only a person decided about it yet
 * @param decisions of persons, as they were made
 * @param reminders what was told of its due days, as it was told
 */
public record Assignment(
    LearnerKey learner,
    Subject subject,
    List<Moment> moments,
    List<Decision> decisions,
    List<Reminder> reminders) {
  /** Duties, found by learner, by subject and by state. */
  public static final Kind<Assignment> KIND = Kind.<Assignment>mutable(
          "assignment", assignment -> id(assignment.learner(), assignment.subject()))
      .index("learner", assignment -> assignment.learner().value())
      .index("subject", assignment -> assignment.subject().toString())
      .index("state", Assignment::stateName)
      .body(JsonBody.of(Assignment.class));

  /** Copies the lists. */
  public Assignment {
    moments = List.copyOf(moments);
    decisions = List.copyOf(decisions);
    reminders = List.copyOf(reminders);
  }

  static Assignment none(LearnerKey learner, Subject subject) {
    return new Assignment(learner, subject, List.of(), List.of(), List.of());
  }

  static String id(LearnerKey learner, Subject subject) {
    return learner.idWith(subject.toString());
  }

  /** Where it stands, as far as it was told; absent if it never was a duty. */
  public Optional<Situation> situation() {
    return moments.isEmpty()
        ? Optional.empty()
        : Optional.of(moments.get(moments.size() - 1).situation());
  }

  /** Where it stood on a day, after all that happened on it; absent if it was no duty yet. */
  public Optional<Situation> on(LocalDate day) {
    for (int i = moments.size() - 1; i >= 0; i--) {
      if (!moments.get(i).day().isAfter(day)) {
        return Optional.of(moments.get(i).situation());
      }
    }
    return Optional.empty();
  }

  /** On how many days up to this one, itself included, it was open after its due day; over all cycles. */
  public long overdueDays(LocalDate through) {
    return overdueDays(moments, through);
  }

  static long overdueDays(List<Moment> moments, LocalDate through) {
    long days = 0;
    for (int i = 0; i < moments.size(); i++) {
      LocalDate from = moments.get(i).day();
      LocalDate before = i + 1 < moments.size() ? moments.get(i + 1).day() : through.plusDays(1);
      LocalDate due = moments.get(i).situation().dueOnOrNull();
      if (due != null && moments.get(i).situation().state() == AssignmentState.ACTIVE) {
        LocalDate first = from.isAfter(due) ? from : due.plusDays(1);
        LocalDate end = before.isAfter(through) ? through.plusDays(1) : before;
        days += Math.max(0, end.toEpochDay() - first.toEpochDay());
      }
    }
    return days;
  }

  /** After one more of its events: the only way in which it changes. */
  Assignment after(OfDuty event) {
    if (event instanceof DutyDecided decided) {
      List<Decision> more = new ArrayList<>(decisions);
      more.add(decided.decision());
      return new Assignment(learner, subject, moments, more, reminders);
    }
    if (event instanceof TimeDriven driven) {
      List<Reminder> more = new ArrayList<>(reminders);
      more.add(driven.reminder());
      return new Assignment(learner, subject, moments, decisions, more);
    }
    return event instanceof Moved moved
        ? from(moved.effectiveOn(), moved.byFact(), moved.after())
        : from(event.effectiveOn(), ((AssignmentCorrected) event).byFact(), null);
  }

  /** With another history from a moment on; null if it goes on as before it. */
  private Assignment from(LocalDate day, boolean byFact, @Nullable Situation next) {
    List<Moment> kept = new ArrayList<>();
    for (Moment moment : moments) {
      boolean isBefore =
          moment.day().isBefore(day) || moment.day().equals(day) && !moment.byFact() && byFact;
      if (isBefore) {
        kept.add(moment);
      }
    }
    if (next != null) {
      kept.add(new Moment(day, byFact, next));
    }
    return new Assignment(learner, subject, kept, decisions, reminders);
  }

  private @Nullable String stateName() {
    return moments.isEmpty()
        ? null
        : moments.get(moments.size() - 1).situation().state().name();
  }
}
