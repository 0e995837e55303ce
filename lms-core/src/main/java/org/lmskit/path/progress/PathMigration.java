package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Timer;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.path.LearningPathEvent.PathVersionPublished;
import org.lmskit.path.LearningPathEvent.PathVersionTookEffect;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.progress.PathEvent.PathMigrated;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;

/**
 * Moves learners to a later version of their path, version by version, as its plan says. A sunset day begins at 00:00 of the
 * tenant.
 */
final class PathMigration {
  /** The name of the timers of sunset days; the owner goes on with the key of the version. */
  static final String SUNSET = "path-sunset";

  private PathMigration() {}

  static void onPublished(PathVersionPublished event, Operation op) {
    PathVersion to = event.version();
    if (to.number() > 1 && !to.effectiveOn().isAfter(op.today())) {
      takeEffect(op, to);
    }
  }

  static void onEffect(PathVersionTookEffect event, Operation op) {
    takeEffect(op, Paths.version(op.tx(), event.path(), event.number()).orElseThrow());
  }

  private static void takeEffect(Operation op, PathVersion to) {
    boolean isSunset = to.plan().sunset().filter(day -> !day.isAfter(to.effectiveOn())).isPresent();
    for (Stored<PathEnrollment> stored : on(op, to.id())) {
      treat(op, stored, to, isSunset);
    }
    if (!isSunset) {
      to.plan().sunset().ifPresent(day -> wait(op, to, day));
    }
  }

  static void onSunset(Timer timer, Operation op) {
    String key = timer.owner().substring(SUNSET.length() + 1);
    PathVersion to = Paths.version(op.tx(), key).orElseThrow();
    LocalDate day = to.plan().sunset().orElseThrow();
    for (Stored<PathEnrollment> stored : on(op, to.id())) {
      if (isBehind(stored.value(), to)) {
        migrate(op, stored, to, day);
      }
    }
  }

  private static void wait(Operation op, PathVersion to, LocalDate day) {
    Timer timer =
        Timer.of(day.atStartOfDay(op.zone()).toInstant(), SUNSET + ":" + to.key(), "sunset");
    op.replaceTimers(timer.owner(), List.of(timer));
  }

  private static void treat(
      Operation op, Stored<PathEnrollment> stored, PathVersion to, boolean isSunset) {
    PathEnrollment enrollment = stored.value();
    PathPlan plan = to.plan();
    boolean moves = isSunset || plan.moveNotStarted() && !enrollment.started();
    if (isBehind(enrollment, to) && moves) {
      migrate(op, stored, to, to.effectiveOn());
    } else if (retrains(op, to, enrollment)) {
      retrain(op, enrollment);
    }
  }

  /** Whoever is told late to have completed an earlier version before a later one took effect trains again as others did. */
  static void onCompleted(PathEvent event, Operation op) {
    if (!event.effectiveOn().isBefore(op.today())) {
      return;
    }
    PathEnrollment enrollment =
        op.tx().find(PathEnrollment.KIND, event.of().enrollment().value()).orElseThrow().value();
    if (Paths.inEffect(op, enrollment.path(), enrollment.version() + 1).stream()
        .anyMatch(version -> retrains(op, version, enrollment))) {
      retrain(op, enrollment);
    }
  }

  private static void retrain(Operation op, PathEnrollment of) {
    LocalDate today = Appointments.dayOf(op, of.learner(), op.now());
    Enrolling.enroll(op, of.learner(), of.path(), today, Map.of());
  }

  private static boolean retrains(Operation op, PathVersion to, PathEnrollment enrollment) {
    return to.plan().retrainCompleted()
        && enrollment.completedOn().filter(to.effectiveOn()::isAfter).isPresent()
        && isLastAndCompleted(op, enrollment);
  }

  private static boolean isBehind(PathEnrollment enrollment, PathVersion to) {
    return enrollment.open() && enrollment.version() < to.number();
  }

  private static boolean isLastAndCompleted(Operation op, PathEnrollment enrollment) {
    return enrollment.state() == EnrollmentState.COMPLETED
        && on(op, enrollment.path()).stream()
            .map(Stored::value)
            .filter(other -> other.learner().equals(enrollment.learner()))
            .noneMatch(other -> other.cycle() > enrollment.cycle());
  }

  private static void migrate(
      Operation op, Stored<PathEnrollment> stored, PathVersion to, LocalDate day) {
    PathEnrollment enrollment = stored.value();
    for (int next = enrollment.version() + 1; next <= to.number(); next++) {
      PathVersion version = Paths.version(op.tx(), to.id(), next).orElseThrow();
      PathMigrated event = new PathMigrated(
          op.header(day),
          enrollment.ref().onVersion(next),
          enrollment.version(),
          version.plan().mapping());
      op.record(event);
      enrollment = PathFold.migrated(enrollment, event, version);
    }
    op.tx().update(stored, enrollment);
    op.tx()
        .find(PathEnrollment.KIND, enrollment.id().value())
        .ifPresent(moved -> Enrolling.leadToRequired(op, moved, to.path()));
    Recheck.of(op, enrollment);
  }

  private static List<Stored<PathEnrollment>> on(Operation op, PathId path) {
    List<Stored<PathEnrollment>> found = new ArrayList<>();
    op.tx().each(Query.of(PathEnrollment.KIND).where("path", path.value()), found::add);
    return found;
  }
}
