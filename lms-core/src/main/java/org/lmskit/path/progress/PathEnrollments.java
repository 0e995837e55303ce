package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lmskit.catalog.DayRule.Anchor;
import org.lmskit.catalog.Evaluation;
import org.lmskit.catalog.Requirement;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Scope;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.Paths;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathEvent.PathAnchored;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;

/** Who is on which learning path, and how far. Obtained from {@code lms.pathEnrollments()}; thread-safe. */
public final class PathEnrollments {
  private final Scope scope;

  /** For {@code Lms}. */
  public PathEnrollments(Scope scope) {
    this.scope = scope;
  }

  /**
   * Enrolls a learner on the current version of a path from today on, and on the courses and paths that it needs in any
   * case; steps among which he chooses are opened by {@link #lead}. What he has done before counts, except in a cycle after
   * he completed the path. Someone who completed it, or was withdrawn, gets a new cycle.
   *
   * @throws NotFoundException if no version of the path is published
   * @throws RejectedException ALREADY_ENROLLED if the learner has an open enrollment on it
   */
  public PathEnrollment enroll(LearnerId learner, PathId path) {
    return scope.write("paths.enroll", path.value(), op -> {
      LearnerKey key = Learners.keyOf(op, learner);
      return enroll(op, key, path, Appointments.dayOf(op, key, op.now()), Map.of());
    });
  }

  /**
   * Enrolls a learner as {@link #enroll(LearnerId, PathId)} does, from a day in the past on.
   *
   * @throws RejectedException FUTURE_DAY, ALREADY_ENROLLED
   */
  public PathEnrollment enroll(LearnerId learner, PathId path, LocalDate from) {
    return scope.write(
        "paths.enroll",
        path.value(),
        op -> enroll(op, Learners.keyOf(op, learner), path, from, Map.of()));
  }

  /** The enrollment of this id. */
  public Optional<PathEnrollment> find(EnrollmentId id) {
    return scope.read(
        "paths.findEnrollment",
        id.value(),
        reader -> reader.find(PathEnrollment.KIND, id.value()).map(Stored::value));
  }

  /** The open enrollment of a learner on a path, if there is one. */
  public Optional<PathEnrollment> findOpen(LearnerId learner, PathId path) {
    return scope.read(
        "paths.findEnrollment",
        path.value(),
        reader -> Learners.findKey(reader, learner)
            .flatMap(key -> open(reader, key, path))
            .map(Stored::value));
  }

  /** All enrollments of a learner on paths, the oldest first; empty for someone unknown. */
  public Page<PathEnrollment> of(LearnerId learner, PageRequest page) {
    return scope.read(
        "paths.ofLearner",
        learner.value(),
        reader -> Learners.page(reader, PathEnrollment.KIND, "learner", learner, page));
  }

  /** All enrollments on a path, the oldest first. */
  public Page<PathEnrollment> of(PathId path, PageRequest page) {
    return scope.read(
        "paths.ofPath",
        path.value(),
        reader ->
            Pages.of(reader, Query.of(PathEnrollment.KIND).where("path", path.value()), page));
  }

  /**
   * How far the learner is today, step by step, with what is missing and the cheapest way on.
   *
   * @throws NotFoundException if there is no such enrollment
   */
  public PathProgress progress(EnrollmentId id) {
    return scope.ask("paths.progress", id.value(), asking -> {
      PathEnrollment enrollment = load(asking.reader(), id).value();
      return progress(asking, enrollment, today(asking.reader(), enrollment.learner()));
    });
  }

  /**
   * How far a learner is from fulfilling any requirement over courses, paths, certifications and checklists today: the exact
   * least number of further ones, which, and what blocks the way. Prior learning and equivalent courses count.
   */
  public Evaluation evaluate(LearnerId learner, Requirement requirement) {
    return scope.ask("paths.evaluate", learner.value(), asking -> {
      LearnerKey key = Learners.findKey(asking.reader(), learner).orElse(EventHeader.SYSTEM);
      return Evaluation.of(requirement, new Known(asking, key, today(asking.reader(), key)));
    });
  }

  /**
   * Leads a learner to what a step asks for: enrolls him on its course or path if he is not yet.
   *
   * @return the enrollment on the path, whose step names where it leads
   * @throws NotFoundException if there is no such enrollment or step
   * @throws RejectedException NOT_YET_AVAILABLE with the day on which it opens; ENROLLMENT_CLOSED; NOTHING_TO_OPEN
   */
  public PathEnrollment lead(EnrollmentId id, StepId step) {
    return decide("lead", id, deciding -> deciding.lead(step));
  }

  /**
   * Decides that a learner need not do a step; that may complete the path.
   *
   * @param reason why, in the words of whoever does it
   * @throws RejectedException ENROLLMENT_CLOSED, REASON_MISSING
   */
  public PathEnrollment waive(EnrollmentId id, StepId step, String reason) {
    return decide("waive", id, deciding -> deciding.waive(step, reason));
  }

  /**
   * Lifts a waiver: the learner has to do the step again.
   *
   * @param reason why, in the words of whoever does it
   * @throws RejectedException ENROLLMENT_CLOSED, NOT_WAIVED, REASON_MISSING
   */
  public PathEnrollment liftWaiver(EnrollmentId id, StepId step, String reason) {
    return decide("liftWaiver", id, deciding -> deciding.liftWaiver(step, reason));
  }

  /**
   * Lets an enrollment rest. What the learner does meanwhile is recorded.
   *
   * @param reason why, in the words of whoever does it; may be empty
   * @throws RejectedException ENROLLMENT_CLOSED, or NOT_ACTIVE if it rests already
   */
  public PathEnrollment suspend(EnrollmentId id, String reason) {
    return decide("suspend", id, deciding -> deciding.suspend(reason));
  }

  /**
   * Ends the rest of an enrollment. If the learner satisfied everything meanwhile, it is completed today.
   *
   * @throws RejectedException ENROLLMENT_CLOSED, or NOT_SUSPENDED if it does not rest
   */
  public PathEnrollment resume(EnrollmentId id) {
    return decide("resume", id, Deciding::resume);
  }

  /**
   * Takes an enrollment back. The enrollments to which its steps led remain.
   *
   * @param reason why, in the words of whoever does it; may be empty
   * @throws RejectedException ENROLLMENT_CLOSED
   */
  public PathEnrollment withdraw(EnrollmentId id, String reason) {
    return decide("withdraw", id, deciding -> deciding.withdraw(reason));
  }

  /**
   * Takes a completion away. Nothing follows by itself from that: awards and other paths that rest on it stay until a person
   * decides.
   *
   * @param reason why, in the words of whoever does it
   * @throws RejectedException NOT_COMPLETED, REASON_MISSING
   */
  public PathEnrollment withdrawCompletion(EnrollmentId id, String reason) {
    return decide("withdrawCompletion", id, deciding -> deciding.withdrawCompletion(reason));
  }

  /**
   * Enrolls a learner, inside an operation of a package above.
   *
   * @param from the civil day from which he is on the path, not after today
   * @param anchors the days from which drip and due days count, where they are others than the learner's own
   */
  public static PathEnrollment enroll(
      Operation op,
      LearnerKey learner,
      PathId path,
      LocalDate from,
      Map<Anchor, LocalDate> anchors) {
    return Enrolling.enroll(op, learner, path, from, anchors);
  }

  /** The open enrollment of a learner on a path, inside an operation of a package above. */
  public static Optional<Stored<PathEnrollment>> open(
      Reader reader, LearnerKey learner, PathId path) {
    return reader
        .list(Query.of(PathEnrollment.KIND).where("open", PathEnrollment.openKey(learner, path)))
        .stream()
        .findFirst();
  }

  /** How far a learner is on a day, inside an operation of a package above. */
  public static PathProgress progress(Asking asking, PathEnrollment enrollment, LocalDate day) {
    Reader reader = asking.reader();
    LearningPath path = Paths.version(reader, enrollment.path(), enrollment.version())
        .orElseThrow()
        .path();
    Known known = new Known(asking, enrollment.learner(), day);
    return new PathProgress(
        enrollment,
        path,
        day,
        Explanation.progress(path, enrollment, day),
        new OnPath(path, enrollment, known).statuses(),
        Evaluation.of(Explanation.of(reader, path, enrollment, day), known));
  }

  /**
   * Changes the days from which drip and due days count, inside an operation of a package above: a hire was corrected.
   *
   * @param anchors those that are others than before
   */
  public static PathEnrollment anchor(
      Operation op, Stored<PathEnrollment> old, Map<Anchor, LocalDate> anchors) {
    Map<Anchor, LocalDate> next = new EnumMap<>(Anchor.class);
    next.putAll(old.value().anchors());
    next.putAll(anchors);
    return next.equals(old.value().anchors())
        ? Recheck.of(op, old.value())
        : Recheck.after(
            op,
            old,
            new PathAnchored(
                Learners.header(op, old.value().learner()), old.value().ref(), next));
  }

  private PathEnrollment decide(
      String action, EnrollmentId id, Function<Deciding, PathEnrollment> decision) {
    return scope.write(
        "paths." + action, id.value(), op -> decision.apply(new Deciding(op, load(op.tx(), id))));
  }

  private static Stored<PathEnrollment> load(Reader reader, EnrollmentId id) {
    return reader
        .find(PathEnrollment.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("path enrollment", id));
  }

  private LocalDate today(Reader reader, LearnerKey learner) {
    return Appointments.dayOf(
        reader, learner, scope.engine().now(), scope.engine().zone().apply(scope.tenant()));
  }
}
