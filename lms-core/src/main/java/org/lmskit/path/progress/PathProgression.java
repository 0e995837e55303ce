package org.lmskit.path.progress;

import java.util.List;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.learning.AttemptEvent.ScoreRecorded;
import org.lmskit.learning.AttemptEvent.UnitPassed;
import org.lmskit.learning.EnrollmentEvent.CompletionCorrected;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.learning.StartAsked;
import org.lmskit.path.LearningPathEvent.PathVersionPublished;
import org.lmskit.path.LearningPathEvent.PathVersionTookEffect;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.progress.PathEvent.PathCompleted;
import org.lmskit.path.progress.PathEvent.PathCompletedEarlier;
import org.lmskit.store.Kind;
import org.lmskit.version.Rollout;
import org.lmskit.workforce.AppointmentEvent;

/** What this package stores, and what it does when others decide something; for {@code Lms}. */
public final class PathProgression {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(PathEnrollment.KIND);

  private static final Rollout<PathVersion, PathEnrollment> ROLLOUT =
      Paths.rollout(new PathMigration());

  private PathProgression() {}

  /** Registers what follows from events of the packages below, and of this one. */
  public static void register(Reactions.Builder reactions) {
    reactions.on(AppointmentEvent.class, (e, op) -> Anchoring.heard(op, e.learner()));
    reactions.on(EnrollmentCompleted.class, (e, op) -> Recheck.learner(op, e.learner()));
    reactions.on(CompletionCorrected.class, (e, op) -> Recheck.learner(op, e.learner()));
    reactions.on(UnitPassed.class, (e, op) -> Recheck.better(op, e));
    reactions.on(ScoreRecorded.class, (e, op) -> Recheck.better(op, e));
    reactions.on(PathCompleted.class, (e, op) -> Recheck.learner(op, e.learner()));
    reactions.on(PathCompleted.class, (e, op) -> ROLLOUT.completed(e, e.of().enrollment(), op));
    reactions.on(PathCompletedEarlier.class, (e, op) -> Recheck.learner(op, e.learner()));
    reactions.on(
        PathCompletedEarlier.class, (e, op) -> ROLLOUT.completed(e, e.of().enrollment(), op));
    reactions.on(PathVersionPublished.class, (e, op) -> ROLLOUT.published(e.version(), op));
    reactions.on(
        PathVersionTookEffect.class, (e, op) -> ROLLOUT.tookEffect(e.path(), e.number(), op));
  }

  /** Registers what packages below and this one ask. */
  public static void register(Questions.Builder questions) {
    questions.on(StartAsked.class, Gate::answer);
    questions.on(LeafAsked.class, Leaves::answer);
  }

  /** Registers what becomes due. */
  public static void register(TimerHandlers.Builder timers) {
    timers.on(
        Recheck.TIMER, Recheck::onTimer, (ids, op) -> op.tx().foresee(PathEnrollment.KIND, ids));
    ROLLOUT.register(timers);
  }

  /** Registers how enrollments follow from events. */
  public static void register(Projections.Builder projections) {
    projections.rebuilds(PathEnrollment.KIND).on(PathEvent.class, PathFold::project);
  }
}
