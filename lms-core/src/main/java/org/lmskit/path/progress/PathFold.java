package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Rebuilt;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.StepChange;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathEvent.PathAnchored;
import org.lmskit.path.progress.PathEvent.PathCompleted;
import org.lmskit.path.progress.PathEvent.PathCompletedEarlier;
import org.lmskit.path.progress.PathEvent.PathCompletionWithdrawn;
import org.lmskit.path.progress.PathEvent.PathEnrolled;
import org.lmskit.path.progress.PathEvent.PathMigrated;
import org.lmskit.path.progress.PathEvent.PathResumed;
import org.lmskit.path.progress.PathEvent.PathStepEnrolled;
import org.lmskit.path.progress.PathEvent.PathStepSatisfied;
import org.lmskit.path.progress.PathEvent.PathStepWaived;
import org.lmskit.path.progress.PathEvent.PathStepWaiverLifted;
import org.lmskit.path.progress.PathEvent.PathSuspended;
import org.lmskit.path.progress.PathEvent.PathWithdrawn;

/** An enrollment on a path after one more of its events: the only way in which one changes. */
final class PathFold {
  private PathFold() {}

  static PathEnrollment enrolled(PathEnrolled event, PathVersion version) {
    LocalDate start = event.effectiveOn();
    return new PathEnrollment(
        event.of(),
        event.occurredAt(),
        start,
        EnrollmentState.ACTIVE,
        event.occurredAt(),
        start,
        event.anchors(),
        event.countsAfterOrNull(),
        version.path().steps().stream()
            .map(step -> StepProgress.untouched(step.id(), event.countsAfterOrNull()))
            .toList(),
        null);
  }

  static PathEnrollment after(PathEnrollment old, PathEvent event) {
    if (event instanceof PathStepSatisfied e) {
      return step(old, e.step(), step -> step.satisfied(e.effectiveOn()));
    }
    if (event instanceof PathStepEnrolled e) {
      return step(old, e.step(), step -> step.leadingTo(e.enrollment()));
    }
    if (event instanceof PathStepWaived e) {
      return step(old, e.step(), step -> step.waived(e.effectiveOn()));
    }
    if (event instanceof PathStepWaiverLifted e) {
      return step(old, e.step(), step -> step.waived(null));
    }
    return event instanceof PathAnchored e
        ? new PathEnrollment(
            old.ref(),
            old.enrolledAt(),
            old.startedOn(),
            old.state(),
            old.stateSince(),
            old.aliveFrom(),
            e.anchors(),
            old.countsAfterOrNull(),
            old.steps(),
            old.completedOnOrNull())
        : whole(old, event);
  }

  private static PathEnrollment whole(PathEnrollment old, PathEvent event) {
    if (event instanceof PathCompleted) {
      return in(old, EnrollmentState.COMPLETED, event, old.aliveFrom(), event.effectiveOn());
    }
    if (event instanceof PathCompletedEarlier) {
      return with(old, old.steps(), event.effectiveOn());
    }
    if (event instanceof PathSuspended) {
      return in(old, EnrollmentState.SUSPENDED, event, old.aliveFrom(), null);
    }
    if (event instanceof PathResumed) {
      return in(old, EnrollmentState.ACTIVE, event, event.effectiveOn(), null);
    }
    return event instanceof PathWithdrawn || event instanceof PathCompletionWithdrawn
        ? in(old, EnrollmentState.WITHDRAWN, event, old.aliveFrom(), null)
        : old;
  }

  /** After a migration, for which the new version is needed; what was done before its day does not count for steps to be redone. */
  static PathEnrollment migrated(PathEnrollment old, PathMigrated event, PathVersion to) {
    List<StepProgress> steps =
        to.path().steps().stream().map(step -> carried(old, event, step.id())).toList();
    LocalDate moved = event.effectiveOn();
    return new PathEnrollment(
        event.of(),
        old.enrolledAt(),
        old.startedOn(),
        old.state(),
        old.stateSince(),
        moved.isAfter(old.aliveFrom()) ? moved : old.aliveFrom(),
        old.anchors(),
        old.countsAfterOrNull(),
        steps,
        old.completedOnOrNull());
  }

  static void project(PathEvent event, Rebuilt records) {
    if (event instanceof PathEnrolled enrolled) {
      records.put(PathEnrollment.KIND, enrolled(enrolled, version(event, records)));
      return;
    }
    records.change(
        PathEnrollment.KIND,
        event.of().enrollment().value(),
        old -> event instanceof PathMigrated moved
            ? migrated(old, moved, version(event, records))
            : after(old, event));
  }

  private static PathVersion version(PathEvent event, Rebuilt records) {
    return Paths.version(records.reader(), event.path(), event.of().version())
        .orElseThrow(() -> new IllegalStateException(
            "no event published the version of enrollment " + event.of().enrollment()));
  }

  private static StepProgress carried(PathEnrollment old, PathMigrated event, StepId step) {
    for (StepChange change : event.mapping()) {
      if (step.equals(change.toOrNull())) {
        StepId from = change.fromOrNull();
        if (change.kind() == StepChange.Kind.EQUIVALENT) {
          return old.step(Objects.requireNonNull(from)).carriedTo(step);
        }
        LocalDate redone = event.effectiveOn().minusDays(1);
        return StepProgress.untouched(
            step, change.kind() == StepChange.Kind.REDO ? redone : old.countsAfterOrNull());
      }
    }
    return StepProgress.untouched(step, old.countsAfterOrNull());
  }

  private static PathEnrollment in(
      PathEnrollment old,
      EnrollmentState state,
      PathEvent event,
      LocalDate aliveFrom,
      @Nullable LocalDate completedOn) {
    return new PathEnrollment(
        old.ref(),
        old.enrolledAt(),
        old.startedOn(),
        state,
        event.occurredAt(),
        aliveFrom,
        old.anchors(),
        old.countsAfterOrNull(),
        old.steps(),
        completedOn);
  }

  private static PathEnrollment step(
      PathEnrollment old, StepId id, UnaryOperator<StepProgress> change) {
    List<StepProgress> steps =
        old.steps().stream().map(s -> s.step().equals(id) ? change.apply(s) : s).toList();
    return with(old, steps, old.completedOnOrNull());
  }

  private static PathEnrollment with(
      PathEnrollment old, List<StepProgress> steps, @Nullable LocalDate completedOn) {
    return new PathEnrollment(
        old.ref(),
        old.enrolledAt(),
        old.startedOn(),
        old.state(),
        old.stateSince(),
        old.aliveFrom(),
        old.anchors(),
        old.countsAfterOrNull(),
        steps,
        completedOn);
  }
}
