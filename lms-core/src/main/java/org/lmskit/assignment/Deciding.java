package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.assignment.AssignmentEvent.DutyDecided;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Takes what a person decides about one duty of one learner. */
final class Deciding {
  private final Operation op;
  private final LearnerKey learner;
  private final Subject subject;

  private Deciding(Operation op, LearnerKey learner, Subject subject) {
    this.op = op;
    this.learner = learner;
    this.subject = subject;
  }

  static void decide(
      Operation op, LearnerId id, Subject subject, Decision decision, String reason) {
    Deciding deciding = new Deciding(op, Learners.keyOf(op, id), subject);
    deciding.take(decision, reason);
  }

  private void take(Decision decision, String reason) {
    Publishing.requireSubject(op.asking(), subject);
    if (reason.isBlank()) {
      throw new RejectedException(
          AssignmentReason.REASON_MISSING, "say in words why, for " + subject);
    }
    Optional<Stored<Assignment>> stored =
        op.tx().find(Assignment.KIND, Assignment.id(learner, subject));
    if (stored.filter(old -> old.value().decisions().contains(decision)).isPresent()) {
      return;
    }
    Known known = Known.of(Settling.library(op), List.of(learner.value())).get(0);
    check(decision, known);
    DutyDecided event = new DutyDecided(
        op.header(decision.day()),
        learner,
        subject,
        decision,
        PersonalText.keep(op, learner, reason));
    op.record(event);
    Assignment next = stored
        .map(Stored::value)
        .orElseGet(() -> Assignment.none(learner, subject))
        .after(event);
    stored.ifPresentOrElse(
        old -> op.tx().update(old, next), () -> op.tx().insert(Assignment.KIND, next));
    Settling.heard(op, learner);
  }

  private void check(Decision decision, Known known) {
    LocalDate day = decision.day();
    LocalDate today = known.person().dayOf(op.now());
    if (day.isAfter(today)) {
      throw refused(AssignmentReason.FUTURE_DAY, day + " is after today, " + today, day);
    }
    if (day.isBefore(today)) {
      return; // what it refers to may become known later: by then it counts
    }
    Optional<Situation> on = Optional.ofNullable(
            LearnerDuties.of(Settling.library(op), known, LocalDate.MIN).get(subject))
        .flatMap(timeline -> timeline.on(day));
    switch (decision.kind()) {
      case UNASSIGN ->
        require(
            on.filter(s -> s.causes().contains(new Cause.ByPerson())).isPresent(),
            AssignmentReason.NOT_ASSIGNED,
            day);
      case LIFT_WAIVER ->
        require(lifts(known, Decision.Kind.WAIVE, day), AssignmentReason.NOT_WAIVED, day);
      case LIFT_EXCLUSION ->
        require(lifts(known, Decision.Kind.EXCLUDE, day), AssignmentReason.NOT_EXCLUDED, day);
      case EXTEND -> {
        LocalDate due = on.filter(s -> s.state().isAlive())
            .flatMap(Situation::dueOn)
            .orElseThrow(() -> refused(AssignmentReason.NO_DUTY, "nothing due", day));
        require(
            decision.untilOrNull() != null && decision.untilOrNull().isAfter(due),
            AssignmentReason.NOT_LATER,
            due);
      }
      default -> {}
    }
  }

  private boolean lifts(Known known, Decision.Kind kind, LocalDate day) {
    Stored<Assignment> stored = known.told().get(subject);
    if (stored == null) {
      return false;
    }
    Duty duty =
        new Duty(List.of(), LearnerDuties.inOrder(stored.value().decisions()), Evidence.NONE);
    return kind == Decision.Kind.WAIVE ? duty.waivedOn(day, true) : duty.excludedOn(day, true);
  }

  private void require(boolean holds, AssignmentReason otherwise, LocalDate day) {
    if (!holds) {
      throw refused(otherwise, subject + " on " + day, day);
    }
  }

  private static RejectedException refused(AssignmentReason reason, String message, LocalDate day) {
    return new RejectedException(reason, message, Map.of("day", day.toString()));
  }
}
