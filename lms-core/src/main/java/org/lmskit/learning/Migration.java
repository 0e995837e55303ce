package org.lmskit.learning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.CatalogEvent.CourseVersionTookEffect;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Timer;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.learning.AttemptEvent.AttemptEnded;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.UnitId;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/**
 * Moves learners to a later version of their course, version by version, as its plan says. A sunset
 * day begins at 00:00 of the tenant.
 */
final class Migration {
  private Migration() {}

  static void onPublished(CourseVersionPublished event, Operation op) {
    CourseVersion to = event.version();
    if (to.number() == 1) {
      return;
    }
    if (!to.effectiveOn().isAfter(op.today())) {
      takeEffect(op, to);
    }
    to.plan().sunset().filter(to.effectiveOn()::isBefore).ifPresent(day -> wait(op, to, day));
  }

  static void onEffect(CourseVersionTookEffect event, Operation op) {
    takeEffect(op, Catalog.version(op.tx(), event.course(), event.number()).orElseThrow());
  }

  private static void takeEffect(Operation op, CourseVersion to) {
    onRest(Timer.of(op.now(), Catalog.REST + ":" + to.key(), "rest"), op);
  }

  static void onRest(Timer timer, Operation op) {
    CourseVersion to = version(timer, op);
    on(op, to.id(), timer, stored -> treat(op, stored, to));
  }

  /** Whoever is told late to have completed an earlier version before a later one took effect trains again as others did. */
  static void onCompleted(EnrollmentEvent event, Operation op) {
    if (!event.effectiveOn().isBefore(op.today())) {
      return;
    }
    Enrollment enrollment = Enrollments.load(op.tx(), event.enrollment()).value();
    if (Catalog.inEffect(op, enrollment.course(), enrollment.version() + 1).stream()
        .anyMatch(version -> retrains(op, version, enrollment))) {
      Enrollments.enroll(op, enrollment.learner(), enrollment.course());
    }
  }

  static void onSunset(Timer timer, Operation op) {
    CourseVersion to = version(timer, op);
    on(op, to.id(), timer, stored -> leave(op, stored, to));
  }

  /** What is to be done for some learners alone on the day on which a version takes effect. */
  static final class AtEffect implements TimerHandlers.Concern {
    @Override
    public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
      CourseVersion to = version(timer, op);
      return of(op, to.id(), learners)
          .map(Stored::value)
          .filter(one -> moves(one, to) || retrains(op, to, one))
          .map(Enrollment::learner)
          .collect(Collectors.toSet());
    }

    @Override
    public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {
      CourseVersion to = version(timer, op);
      of(op, to.id(), values(learners)).forEach(stored -> treat(op, stored, to));
    }
  }

  /** What is to be done for some learners alone on a sunset day. */
  static final class AtSunset implements TimerHandlers.Concern {
    @Override
    public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
      CourseVersion to = version(timer, op);
      return of(op, to.id(), learners)
          .map(Stored::value)
          .filter(one -> isBehind(one, to))
          .map(Enrollment::learner)
          .collect(Collectors.toSet());
    }

    @Override
    public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {
      CourseVersion to = version(timer, op);
      of(op, to.id(), values(learners)).forEach(stored -> leave(op, stored, to));
    }
  }

  private static CourseVersion version(Timer timer, Operation op) {
    String key = timer.owner().substring(timer.handler().length() + 1);
    return Catalog.version(op.tx(), key).orElseThrow();
  }

  private static List<String> values(Set<LearnerKey> learners) {
    return learners.stream().map(LearnerKey::value).toList();
  }

  /** By learner alone: asked for the course too, a database looks through all who are on it. */
  private static Stream<Stored<Enrollment>> of(
      Operation op, CourseId course, Collection<String> learners) {
    List<Stored<Enrollment>> found =
        op.tx().list(Query.of(Enrollment.KIND).whereAny("learner", learners));
    return there(
        op,
        found.stream().filter(stored -> stored.value().course().equals(course)).toList());
  }

  /** Of all but those who were erased: nobody works or is trained again under a key that leads nowhere. */
  private static Stream<Stored<Enrollment>> there(Operation op, List<Stored<Enrollment>> all) {
    Set<LearnerKey> there = Learners.idsOf(
            op.tx(), all.stream().map(one -> one.value().learner()).toList())
        .keySet();
    return all.stream().filter(one -> there.contains(one.value().learner()));
  }

  private static void leave(Operation op, Stored<Enrollment> stored, CourseVersion to) {
    if (isBehind(stored.value(), to)) {
      migrate(op, stored, to, to.plan().sunset().orElseThrow());
    }
  }

  private static void wait(Operation op, CourseVersion to, LocalDate day) {
    Timer timer = Timer.of(
        day.atStartOfDay(op.zone()).toInstant(), Catalog.SUNSET + ":" + to.key(), "sunset");
    op.replaceTimers(timer.owner(), List.of(timer));
  }

  private static void treat(Operation op, Stored<Enrollment> stored, CourseVersion to) {
    Enrollment enrollment = stored.value();
    if (moves(enrollment, to)) {
      migrate(op, stored, to, to.effectiveOn());
    } else if (retrains(op, to, enrollment)) {
      Enrollments.enroll(op, enrollment.learner(), enrollment.course());
    }
  }

  /** Whether an enrollment moves when a version takes effect. */
  private static boolean moves(Enrollment enrollment, CourseVersion to) {
    boolean isSunset =
        to.plan().sunset().filter(day -> !day.isAfter(to.effectiveOn())).isPresent();
    boolean isNotStarted = to.plan().moveNotStarted() && enrollment.startedAtOrNull() == null;
    return isBehind(enrollment, to) && (isSunset || isNotStarted);
  }

  private static boolean isBehind(Enrollment enrollment, CourseVersion to) {
    return enrollment.open() && enrollment.version() < to.number();
  }

  private static boolean retrains(Operation op, CourseVersion to, Enrollment enrollment) {
    return to.plan().retrainCompleted()
        && enrollment.version() < to.number()
        && enrollment
            .completed()
            .filter(done -> done.on().isBefore(to.effectiveOn()))
            .isPresent()
        && isLastAndCompleted(op, enrollment);
  }

  private static boolean isLastAndCompleted(Operation op, Enrollment enrollment) {
    return enrollment.state() == EnrollmentState.COMPLETED
        && enrollment.cycle()
            == Enrollments.lastCycle(op.tx(), enrollment.learner(), enrollment.course());
  }

  private static void migrate(
      Operation op, Stored<Enrollment> stored, CourseVersion to, LocalDate day) {
    Enrollment enrollment = stored.value();
    for (int next = enrollment.version() + 1; next <= to.number(); next++) {
      CourseVersion version = Catalog.version(op.tx(), to.id(), next).orElseThrow();
      enrollment = endAttempts(op, enrollment, version.plan(), day);
      EnrollmentMigrated event = new EnrollmentMigrated(
          op.header(day),
          enrollment.ref().onVersion(next),
          enrollment.version(),
          version.plan().mapping());
      op.record(event);
      enrollment = EnrollmentFold.migrated(enrollment, event, version);
    }
    Enrollment moved = enrollment;
    Optional<EnrollmentCompleted> done =
        Worked.completion(moved, () -> Learners.header(op, moved.learner()));
    done.ifPresent(op::record);
    op.tx().update(stored, done.map(event -> EnrollmentFold.after(moved, event)).orElse(moved));
  }

  /** An attempt goes on only in a unit whose results count for the very same unit. */
  private static Enrollment endAttempts(
      Operation op, Enrollment enrollment, VersionPlan plan, LocalDate day) {
    Enrollment current = enrollment;
    for (UnitResult unit : enrollment.units()) {
      UnitId id = unit.unit();
      if (plan.equivalentOf(id).filter(id::equals).isPresent()) {
        continue;
      }
      for (Stored<Attempt> open : open(op, enrollment, id)) {
        EventHeader header = op.header(day);
        AttemptEnded event = new AttemptEnded(header, open.value().ref());
        op.record(event);
        op.tx().update(open, AttemptFold.after(open.value(), event));
        current = EnrollmentFold.after(current, event);
      }
    }
    return current;
  }

  private static List<Stored<Attempt>> open(Operation op, Enrollment enrollment, UnitId unit) {
    return op.tx()
        .list(Query.of(Attempt.KIND).where("open", Attempt.unitKey(enrollment.id(), unit)));
  }

  private static void on(
      Operation op, CourseId course, Timer timer, Consumer<Stored<Enrollment>> work) {
    Query<Enrollment> all = Query.of(Enrollment.KIND).where("course", course.value());
    op.inParts(timer, all, part -> there(op, part).forEach(work));
  }
}
