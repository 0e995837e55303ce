package org.lmskit.assignment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.lmskit.assignment.AssignmentEvent.OfDuty;
import org.lmskit.assignment.AssignmentEvent.RulePublished;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationEvent;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.Rebuilt;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.learning.AttemptEvent.AttemptStarted;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentEvent.CompletionCorrected;
import org.lmskit.learning.EnrollmentEvent.CompletionWithdrawn;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.learning.Enrollments;
import org.lmskit.learning.WithdrawnAsked;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.LearningPathEvent.PathVersionPublished;
import org.lmskit.path.LearningPathEvent.PathVersionTookEffect;
import org.lmskit.path.progress.OtherWayAsked;
import org.lmskit.path.progress.PathEvent;
import org.lmskit.recognition.Equivalency;
import org.lmskit.recognition.RecognitionEvent.EquivalencyDeclared;
import org.lmskit.recognition.RecognitionEvent.EquivalencyEnded;
import org.lmskit.recognition.RecognitionEvent.PriorLearningRecognised;
import org.lmskit.recognition.RecognitionEvent.PriorLearningWithdrawn;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.AppointmentEvent;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.OrganizationEvent.OrgUnitPlaced;
import org.lmskit.workforce.WorkforceEvent.GroupMembershipChanged;
import org.lmskit.workforce.WorkforceEvent.LearnerAttributeChanged;
import org.lmskit.workforce.WorkforceEvent.LearnerRegistered;

/** What duties make of what others decide; for {@code Lms}. */
public final class Reacting {
  private Reacting() {}

  /** Registers what becomes due for people by time alone. */
  public static void register(TimerHandlers.Builder timers) {
    timers.on(Learners.TIMERS, Settling::fire).foreseeing(Known::foresee);
  }

  /** Registers what follows from events of the packages below. */
  public static void register(Reactions.Builder reactions) {
    reactions
        .on(LearnerRegistered.class, (event, op) -> Settling.heard(op, event.learner()))
        .on(AppointmentEvent.class, (event, op) -> Settling.heard(op, event.learner()))
        .on(GroupMembershipChanged.class, (event, op) -> Settling.heard(op, event.learner()))
        .on(LearnerAttributeChanged.class, (event, op) -> Settling.heard(op, event.learner()))
        .on(OrgUnitPlaced.class, Reacting::placed)
        .on(EnrollmentCompleted.class, (event, op) -> Settling.worked(op, event.learner()))
        .on(CompletionCorrected.class, (event, op) -> Settling.worked(op, event.learner()))
        .on(PathEvent.class, (event, op) -> Settling.worked(op, event.learner()))
        .on(
            PathVersionPublished.class,
            (event, op) -> all(op, Subject.path(event.path().value())))
        .on(
            PathVersionTookEffect.class,
            (event, op) -> all(op, Subject.path(event.path().value())))
        .on(CompletionWithdrawn.class, (event, op) -> Settling.worked(op, event.learner()))
        .on(PriorLearningRecognised.class, (event, op) -> Settling.worked(op, event.learner()))
        .on(PriorLearningWithdrawn.class, (event, op) -> Settling.worked(op, event.learner()))
        .on(EquivalencyDeclared.class, (event, op) -> equivalent(op, event.equivalency()))
        .on(EquivalencyEnded.class, (event, op) -> equivalent(op, event.equivalency()))
        .on(AttemptStarted.class, Reacting::started)
        .on(CertificationEvent.OfLearner.class, (event, op) -> Settling.worked(op, event.learner()))
        .on(
            PolicyPublished.class,
            (event, op) -> all(op, Subject.certification(event.certification().value())))
        .on(
            CourseVersionPublished.class,
            (event, op) -> all(op, Subject.course(event.course().value())));
  }

  /** Something was done that only packages above know of; what duties make of it follows in this operation. */
  public static void done(Operation op, LearnerKey learner) {
    Settling.worked(op, learner);
  }

  /** Registers what packages below ask of duties. */
  public static void register(Questions.Builder questions) {
    questions
        .on(WithdrawnAsked.class, (asked, asking) -> isBecauseOfExit(asked.enrollment(), asking))
        .on(OtherWayAsked.class, (asked, asking) -> isDuty(asked.enrollment(), asking));
  }

  private static boolean isBecauseOfExit(Enrollment enrollment, Asking asking) {
    return duties(enrollment, asking)
        .anyMatch(situation -> situation.state() == AssignmentState.WITHDRAWN);
  }

  /** Whether a duty leads there that is not that of a step. */
  private static boolean isDuty(EnrollmentId id, Asking asking) {
    Enrollment enrollment = Enrollments.load(asking.reader(), id).value();
    return duties(enrollment, asking)
        .filter(situation -> situation.state().isAlive())
        .flatMap(situation -> situation.causes().stream())
        .anyMatch(cause -> !(cause instanceof Cause.ByPath));
  }

  /** Where the duties stand that lead to an enrollment. */
  private static Stream<Situation> duties(Enrollment enrollment, Asking asking) {
    Library library =
        new Library(asking, ZoneOffset.UTC, () -> LocalDate.MIN); // no day is asked of it
    return asking
        .reader()
        .list(Query.of(Assignment.KIND).where("learner", enrollment.learner().value()))
        .stream()
        .map(Stored::value)
        .filter(duty -> library.coursesOf(duty.subject()).contains(enrollment.course()))
        .flatMap(duty -> duty.situation().stream());
  }

  /** Registers how rules and duties follow from events. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(RuleBook.KIND, Assignment.KIND)
        .on(RulePublished.class, Reacting::project)
        .on(OfDuty.class, Reacting::project);
  }

  private static void placed(OrgUnitPlaced event, Operation op) {
    op.forget(Library.class);
    Appointments.ever(op.tx(), event.unit().id()).forEach(learner -> Settling.heard(op, learner));
  }

  /** Work counts for a past exit if it was heard of late; for a coming one it is looked up then. */
  private static void started(AttemptStarted event, Operation op) {
    if (event.occurredAt().isBefore(event.recordedAt())) {
      Settling.worked(op, event.learner());
    }
  }

  private static void equivalent(Operation op, Equivalency equivalency) {
    for (CourseId course : List.of(equivalency.course(), equivalency.as())) {
      all(op, Subject.course(course.value()));
    }
  }

  private static void all(Operation op, Subject subject) {
    op.forget(Library.class);
    new Candidates(op.tx()).withDuty(subject).forEach(learner -> Settling.worked(op, learner));
  }

  private static void project(RulePublished event, Rebuilt records) {
    RuleBook old = records
        .find(RuleBook.KIND, event.version().rule().id().value())
        .orElseGet(() -> RuleBook.empty(event.version().rule()));
    records.put(RuleBook.KIND, old.after(event));
  }

  private static void project(OfDuty event, Rebuilt records) {
    Assignment old = records
        .find(Assignment.KIND, Assignment.id(event.learner(), event.subject()))
        .orElseGet(() -> Assignment.none(event.learner(), event.subject()));
    records.put(Assignment.KIND, old.after(event));
  }
}
