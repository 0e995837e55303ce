package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Timer;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.LearningPathEvent.PathVersionPublished;
import org.lmskit.path.LearningPathEvent.PathVersionTookEffect;
import org.lmskit.path.PathId;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.progress.PathEvent.PathMigrated;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;

/**
 * Moves learners to a later version of their path, version by version, as its plan says. A sunset day begins at 00:00 of the
 * tenant.
 */
final class PathMigration {
  private PathMigration() {}

  static void onPublished(PathVersionPublished event, Operation op) {
    PathVersion to = event.version();
    if (to.number() == 1) {
      return;
    }
    if (!to.effectiveOn().isAfter(op.today())) {
      takeEffect(op, to);
    }
    to.plan().sunset().filter(to.effectiveOn()::isBefore).ifPresent(day -> wait(op, to, day));
  }

  static void onEffect(PathVersionTookEffect event, Operation op) {
    takeEffect(op, Paths.version(op.tx(), event.path(), event.number()).orElseThrow());
  }

  private static void takeEffect(Operation op, PathVersion to) {
    onRest(Timer.of(op.now(), Paths.REST + ":" + to.key(), "rest"), op);
  }

  static void onRest(Timer timer, Operation op) {
    PathVersion to = version(timer, op);
    on(op, to.id(), timer, stored -> treat(op, stored, to));
  }

  static void onSunset(Timer timer, Operation op) {
    PathVersion to = version(timer, op);
    on(op, to.id(), timer, stored -> leave(op, stored, to));
  }

  /** What is to be done for some learners alone on the day on which a version takes effect. */
  static final class AtEffect implements TimerHandlers.Concern {
    @Override
    public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
      PathVersion to = version(timer, op);
      return of(op, to.id(), learners)
          .map(Stored::value)
          .filter(one -> moves(one, to) || retrains(op, to, one))
          .map(PathEnrollment::learner)
          .collect(Collectors.toSet());
    }

    @Override
    public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {
      PathVersion to = version(timer, op);
      of(op, to.id(), values(learners)).forEach(stored -> treat(op, stored, to));
    }
  }

  /** What is to be done for some learners alone on a sunset day. */
  static final class AtSunset implements TimerHandlers.Concern {
    @Override
    public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
      PathVersion to = version(timer, op);
      return of(op, to.id(), learners)
          .map(Stored::value)
          .filter(one -> isBehind(one, to))
          .map(PathEnrollment::learner)
          .collect(Collectors.toSet());
    }

    @Override
    public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {
      PathVersion to = version(timer, op);
      of(op, to.id(), values(learners)).forEach(stored -> leave(op, stored, to));
    }
  }

  private static PathVersion version(Timer timer, Operation op) {
    String key = timer.owner().substring(timer.handler().length() + 1);
    return Paths.version(op.tx(), key).orElseThrow();
  }

  private static List<String> values(Set<LearnerKey> learners) {
    return learners.stream().map(LearnerKey::value).toList();
  }

  /** By learner alone: asked for the path too, a database looks through all who are on it. */
  private static Stream<Stored<PathEnrollment>> of(
      Operation op, PathId path, Collection<String> learners) {
    List<Stored<PathEnrollment>> found =
        op.tx().list(Query.of(PathEnrollment.KIND).whereAny("learner", learners));
    return there(
        op, found.stream().filter(stored -> stored.value().path().equals(path)).toList());
  }

  /** Of all but those who were erased: nobody works or is trained again under a key that leads nowhere. */
  private static Stream<Stored<PathEnrollment>> there(
      Operation op, List<Stored<PathEnrollment>> all) {
    Set<LearnerKey> there = Learners.idsOf(
            op.tx(), all.stream().map(one -> one.value().learner()).toList())
        .keySet();
    return all.stream().filter(one -> there.contains(one.value().learner()));
  }

  private static void leave(Operation op, Stored<PathEnrollment> stored, PathVersion to) {
    if (isBehind(stored.value(), to)) {
      migrate(op, stored, to, to.plan().sunset().orElseThrow());
    }
  }

  private static void wait(Operation op, PathVersion to, LocalDate day) {
    Timer timer =
        Timer.of(day.atStartOfDay(op.zone()).toInstant(), Paths.SUNSET + ":" + to.key(), "sunset");
    op.replaceTimers(timer.owner(), List.of(timer));
  }

  private static void treat(Operation op, Stored<PathEnrollment> stored, PathVersion to) {
    PathEnrollment enrollment = stored.value();
    if (moves(enrollment, to)) {
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
    PathEnrollment enrollment = op.tx()
        .find(PathEnrollment.KIND, event.of().enrollment().value())
        .orElseThrow()
        .value();
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
        && enrollment.version() < to.number()
        && enrollment.completedOn().filter(to.effectiveOn()::isAfter).isPresent()
        && isLastAndCompleted(op, enrollment);
  }

  /** Whether an enrollment moves when a version takes effect. */
  private static boolean moves(PathEnrollment enrollment, PathVersion to) {
    boolean isSunset =
        to.plan().sunset().filter(day -> !day.isAfter(to.effectiveOn())).isPresent();
    boolean isNotStarted = to.plan().moveNotStarted() && !enrollment.started();
    return isBehind(enrollment, to) && (isSunset || isNotStarted);
  }

  private static boolean isBehind(PathEnrollment enrollment, PathVersion to) {
    return enrollment.open() && enrollment.version() < to.number();
  }

  private static boolean isLastAndCompleted(Operation op, PathEnrollment enrollment) {
    return enrollment.state() == EnrollmentState.COMPLETED
        && of(op, enrollment.path(), List.of(enrollment.learner().value()))
            .map(Stored::value)
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

  private static void on(
      Operation op, PathId path, Timer timer, Consumer<Stored<PathEnrollment>> work) {
    Query<PathEnrollment> all = Query.of(PathEnrollment.KIND).where("path", path.value());
    op.inParts(timer, all, part -> there(op, part).forEach(work));
  }
}
