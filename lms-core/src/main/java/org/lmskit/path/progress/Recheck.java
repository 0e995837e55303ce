package org.lmskit.path.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Timer;
import org.lmskit.learning.AttemptEvent;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Enrollments;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.LearningPath;
import org.lmskit.path.Paths;
import org.lmskit.path.Step;
import org.lmskit.path.progress.PathEvent.PathCompleted;
import org.lmskit.path.progress.PathEvent.PathCompletedEarlier;
import org.lmskit.path.progress.PathEvent.PathStepSatisfied;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;

/** Draws from what is known what became satisfied and completed; it can only add. */
public final class Recheck {
  /** The name of the timers of dates for which alone a completion waits. */
  static final String TIMER = "path";

  private final Operation op;
  private final Stored<PathEnrollment> stored;
  private final LearningPath path;
  private final Known known;
  private PathEnrollment current;

  private Recheck(Operation op, Stored<PathEnrollment> stored) {
    this.op = op;
    this.stored = stored;
    this.current = stored.value();
    this.path =
        Paths.version(op.tx(), current.path(), current.version()).orElseThrow().path();
    LocalDate day = Appointments.dayOf(op, current.learner(), op.now());
    this.known = new Known(op.asking(), current.learner(), day);
  }

  /**
   * Looks anew at all paths of a learner; for packages above that decide a leaf of a requirement, when they have decided
   * something.
   */
  public static void learner(Operation op, LearnerKey learner) {
    op.tx().list(Query.of(PathEnrollment.KIND).where("learner", learner.value())).stream()
        .filter(stored -> stored.value().state() != EnrollmentState.WITHDRAWN)
        .forEach(stored -> new Recheck(op, stored).run());
  }

  /** A completed course was done better. */
  static void better(Operation op, AttemptEvent event) {
    if (Enrollments.load(op.tx(), event.enrollment()).value().completed().isPresent()) {
      learner(op, event.learner());
    }
  }

  /** Changes an enrollment by an event, draws what follows, and writes it. */
  static PathEnrollment after(Operation op, Stored<PathEnrollment> stored, PathEvent event) {
    Recheck recheck = new Recheck(op, stored);
    recheck.apply(event);
    return recheck.run();
  }

  /** Looks at an enrollment that was read or written in this operation. */
  static PathEnrollment of(Operation op, PathEnrollment enrollment) {
    return op.tx()
        .find(PathEnrollment.KIND, enrollment.id().value())
        .map(found -> new Recheck(op, found).run())
        .orElse(enrollment);
  }

  static void onTimer(Timer timer, Operation op) {
    String id = timer.owner().substring(TIMER.length() + 1);
    op.tx().find(PathEnrollment.KIND, id).ifPresent(found -> new Recheck(op, found).run());
  }

  private PathEnrollment run() {
    boolean isNew = true;
    while (isNew) {
      PathEnrollment before = current;
      path.steps().forEach(this::step);
      isNew = !current.equals(before);
    }
    completion();
    if (!current.equals(stored.value())) {
      op.tx().update(stored, current);
    }
    return current;
  }

  private void step(Step step) {
    Optional<LocalDate> proved = new OnPath(path, current, known).provedOn(step);
    Optional<LocalDate> before = current.step(step.id()).satisfiedOn();
    boolean isNews =
        proved.isPresent() && (before.isEmpty() || proved.get().isBefore(before.get()));
    if (isNews && !isAfterCompletion(proved.orElseThrow())) {
      apply(new PathStepSatisfied(op.header(proved.get()), current.ref(), step.id()));
    }
  }

  /** What is done later is no part of this cycle any more. */
  private boolean isAfterCompletion(LocalDate day) {
    return current.completedOn().filter(day::isAfter).isPresent();
  }

  private void completion() {
    Optional<LocalDate> day = new OnPath(path, current, known).completedOn();
    if (current.state() == EnrollmentState.ACTIVE && day.isPresent()) {
      if (start(day.get()).isAfter(op.now())) {
        waitFor(day.get());
      } else {
        apply(new PathCompleted(op.header(day.get()), current.ref()));
      }
    } else if (current.completedOn().flatMap(on -> day.filter(on::isAfter)).isPresent()) {
      LocalDate before = current.completedOn().orElseThrow();
      apply(new PathCompletedEarlier(op.header(day.orElseThrow()), current.ref(), before));
    }
  }

  private void waitFor(LocalDate day) {
    String owner = TIMER + ":" + current.id();
    op.replaceTimers(owner, List.of(new Timer(start(day), owner, "date", current.learner())));
  }

  /** Not the same as whether it is that day for him: on the day of a move to the east it begins while the old zone still holds. */
  private Instant start(LocalDate day) {
    ZoneId zone = Appointments.zoneOn(op.tx(), current.learner(), day, op.zone());
    return day.atStartOfDay(zone).toInstant();
  }

  private void apply(PathEvent event) {
    op.record(event);
    current = PathFold.after(current, event);
  }
}
