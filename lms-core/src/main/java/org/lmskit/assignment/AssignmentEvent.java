package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Subject;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;

/** What happened to rules and duties; what is kept of both is built from these events alone. */
public sealed interface AssignmentEvent extends LmsEvent {
  /**
   * A version of a rule was published, or the rule was retired; it holds from the day on which this takes effect.
   *
   * @param header what all events have in common
   * @param version all of it
   */
  record RulePublished(EventHeader header, RuleVersion version) implements AssignmentEvent {}

  /** An event about one duty. */
  sealed interface OfDuty extends AssignmentEvent {
    /** Whose duty. */
    LearnerKey learner();

    /** To do what. */
    Subject subject();

    @Override
    default List<LearnerKey> learners() {
      return List.of(learner());
    }
  }

  /**
   * A person decided about a duty.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param decision what was decided, and from which day on
   * @param note the digest of the reason
   */
  record DutyDecided(
      EventHeader header, LearnerKey learner, Subject subject, Decision decision, Sha256 note)
      implements OfDuty {}

  /** A duty came to stand somewhere. */
  sealed interface Moved extends OfDuty {
    /** Whether by what was done or decided on its day; else at its 00:00. */
    boolean byFact();

    /** Where it stands from then on. */
    Situation after();
  }

  /**
   * A new cycle begins; it can be satisfied at once, by what was done before.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentOpened(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * It is done.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentSatisfied(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * It lost its reasons after it was started, and rests.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentSuspended(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * It rests no longer: its cycle goes on.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentResumed(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * It lost its reasons, and its cycle is over.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentWithdrawn(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * It is done, and lost its reasons.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentReleased(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * It need not be done, since a person said so.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentWaived(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * The learner was taken out of it.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentExcluded(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * Its reasons or its due day changed, or it is to be done again.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether by what was done or decided on its day
   * @param after where it stands from then on
   */
  record AssignmentChanged(
      EventHeader header, LearnerKey learner, Subject subject, boolean byFact, Situation after)
      implements Moved {}

  /**
   * What was told of it from a moment on never was: it stood as it did before that moment. Events that follow tell what
   * it did instead.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param byFact whether the moment is that of what was done on the day; else its 00:00
   * @param afterOrNull where it stands from then on; null if it never was a duty
   */
  record AssignmentCorrected(
      EventHeader header,
      LearnerKey learner,
      Subject subject,
      boolean byFact,
      @Nullable Situation afterOrNull)
      implements OfDuty {}

  /** Something became due by time alone. */
  sealed interface TimeDriven extends OfDuty {
    /** What became due, on {@link #effectiveOn()}. */
    Reminder reminder();
  }

  /**
   * The due day comes near.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param cycle of which cycle
   * @param dueOn the last day on which it is done in time
   */
  record DueSoon(
      EventHeader header, LearnerKey learner, Subject subject, int cycle, LocalDate dueOn)
      implements TimeDriven {
    @Override
    public Reminder reminder() {
      return new Reminder(Reminder.Type.DUE_SOON, effectiveOn(), cycle, dueOn, 0);
    }
  }

  /**
   * The due day is over, and the duty is still to be done.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param cycle of which cycle
   * @param dueOn the last day on which it would have been done in time
   */
  record Overdue(
      EventHeader header, LearnerKey learner, Subject subject, int cycle, LocalDate dueOn)
      implements TimeDriven {
    @Override
    public Reminder reminder() {
      return new Reminder(Reminder.Type.OVERDUE, effectiveOn(), cycle, dueOn, 0);
    }
  }

  /**
   * The due day is over for so long that somebody above should know.
   *
   * @param header what all events have in common
   * @param learner whose duty
   * @param subject to do what
   * @param cycle of which cycle
   * @param dueOn the last day on which it would have been done in time
   * @param level 1 for the first escalation
   * @param toOrNull the manager that far above him on that day, else the highest; null if he has none
   */
  record Escalated(
      EventHeader header,
      LearnerKey learner,
      Subject subject,
      int cycle,
      LocalDate dueOn,
      int level,
      @Nullable LearnerKey toOrNull)
      implements TimeDriven {
    @Override
    public Reminder reminder() {
      return new Reminder(Reminder.Type.ESCALATED, effectiveOn(), cycle, dueOn, level);
    }

    /** Whose duty it is, then the one to whom it is escalated. */
    @Override
    public List<LearnerKey> learners() {
      List<LearnerKey> keys = new ArrayList<>(List.of(learner));
      if (toOrNull != null) {
        keys.add(toOrNull);
      }
      return keys;
    }
  }
}
