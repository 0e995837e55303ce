package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule.Anchor;
import org.lmskit.catalog.Evaluation;
import org.lmskit.catalog.Requirement;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Scope;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathEvent.PathAnchored;
import org.lmskit.path.progress.PathEvent.PathCompletionWithdrawn;
import org.lmskit.path.progress.PathEvent.PathResumed;
import org.lmskit.path.progress.PathEvent.PathStepWaived;
import org.lmskit.path.progress.PathEvent.PathStepWaiverLifted;
import org.lmskit.path.progress.PathEvent.PathSuspended;
import org.lmskit.path.progress.PathEvent.PathWithdrawn;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

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
        reader -> Learners.findKey(reader, learner)
            .map(key -> page(reader, "learner", key.value(), page))
            .orElseGet(() -> new Page<>(List.of(), null)));
  }

  /** All enrollments on a path, the oldest first. */
  public Page<PathEnrollment> of(PathId path, PageRequest page) {
    return scope.read(
        "paths.ofPath", path.value(), reader -> page(reader, "path", path.value(), page));
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
    return scope.write("paths.lead", id.value(), op -> lead(op, requireOpen(op, id), step));
  }

  /**
   * Decides that a learner need not do a step; that may complete the path.
   *
   * @param reason why, in the words of whoever does it
   * @throws RejectedException ENROLLMENT_CLOSED, REASON_MISSING
   */
  public PathEnrollment waive(EnrollmentId id, StepId step, String reason) {
    return change("waive", id, (op, old) -> {
      old.step(step);
      return new PathStepWaived(header(op, old), old.ref(), step, note(op, old, reason));
    });
  }

  /**
   * Lifts a waiver: the learner has to do the step again.
   *
   * @param reason why, in the words of whoever does it
   * @throws RejectedException ENROLLMENT_CLOSED, NOT_WAIVED, REASON_MISSING
   */
  public PathEnrollment liftWaiver(EnrollmentId id, StepId step, String reason) {
    return change("liftWaiver", id, (op, old) -> {
      if (!old.step(step).waived()) {
        throw new RejectedException(ProgressReason.NOT_WAIVED, "step " + step + " of " + id);
      }
      return new PathStepWaiverLifted(header(op, old), old.ref(), step, note(op, old, reason));
    });
  }

  /**
   * Lets an enrollment rest. What the learner does meanwhile is recorded.
   *
   * @param reason why, in the words of whoever does it; may be empty
   * @throws RejectedException ENROLLMENT_CLOSED, or NOT_ACTIVE if it rests already
   */
  public PathEnrollment suspend(EnrollmentId id, String reason) {
    return change("suspend", id, (op, old) -> {
      require(old, EnrollmentState.ACTIVE, ProgressReason.NOT_ACTIVE);
      return new PathSuspended(header(op, old), old.ref(), optionalNote(op, old, reason));
    });
  }

  /**
   * Ends the rest of an enrollment. If the learner satisfied everything meanwhile, it is completed today.
   *
   * @throws RejectedException ENROLLMENT_CLOSED, or NOT_SUSPENDED if it does not rest
   */
  public PathEnrollment resume(EnrollmentId id) {
    return change("resume", id, (op, old) -> {
      require(old, EnrollmentState.SUSPENDED, ProgressReason.NOT_SUSPENDED);
      return new PathResumed(header(op, old), old.ref());
    });
  }

  /**
   * Takes an enrollment back. The enrollments to which its steps led remain.
   *
   * @param reason why, in the words of whoever does it; may be empty
   * @throws RejectedException ENROLLMENT_CLOSED
   */
  public PathEnrollment withdraw(EnrollmentId id, String reason) {
    return scope.write("paths.withdraw", id.value(), op -> {
      Stored<PathEnrollment> old = requireOpen(op, id);
      return close(
          op,
          old,
          new PathWithdrawn(
              header(op, old.value()), old.value().ref(), optionalNote(op, old.value(), reason)));
    });
  }

  /**
   * Takes a completion away. Nothing follows by itself from that: awards and other paths that rest on it stay until a person
   * decides.
   *
   * @param reason why, in the words of whoever does it
   * @throws RejectedException NOT_COMPLETED, REASON_MISSING
   */
  public PathEnrollment withdrawCompletion(EnrollmentId id, String reason) {
    return scope.write("paths.withdrawCompletion", id.value(), op -> {
      Stored<PathEnrollment> old = load(op.tx(), id);
      require(old.value(), EnrollmentState.COMPLETED, ProgressReason.NOT_COMPLETED);
      return close(
          op,
          old,
          new PathCompletionWithdrawn(
              header(op, old.value()), old.value().ref(), note(op, old.value(), reason)));
    });
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
            op, old, new PathAnchored(header(op, old.value()), old.value().ref(), next));
  }

  private static PathEnrollment lead(Operation op, Stored<PathEnrollment> stored, StepId id) {
    PathEnrollment old = stored.value();
    PathVersion version = Paths.version(op.tx(), old.path(), old.version()).orElseThrow();
    Step step = version.step(id);
    LocalDate day = Appointments.dayOf(op, old.learner(), op.now());
    OnPath on = new OnPath(version.path(), old, new Known(op.asking(), old.learner(), day));
    if (!on.isOpen(step)) {
      throw Gate.refusal("path " + old.path(), on.status(step));
    }
    if (!step.leads()) {
      throw new RejectedException(
          ProgressReason.NOTHING_TO_OPEN,
          "step " + id + " of path " + old.path() + " is " + step.subject());
    }
    return Enrolling.lead(op, stored, step);
  }

  private PathEnrollment change(
      String action, EnrollmentId id, BiFunction<Operation, PathEnrollment, PathEvent> event) {
    return scope.write("paths." + action, id.value(), op -> {
      Stored<PathEnrollment> old = requireOpen(op, id);
      return Recheck.after(op, old, event.apply(op, old.value()));
    });
  }

  private static PathEnrollment close(Operation op, Stored<PathEnrollment> old, PathEvent event) {
    op.record(event);
    PathEnrollment next = PathFold.after(old.value(), event);
    op.tx().update(old, next);
    return next;
  }

  private static EventHeader header(Operation op, PathEnrollment enrollment) {
    return Learners.header(op, enrollment.learner());
  }

  private static Sha256 note(Operation op, PathEnrollment enrollment, String reason) {
    if (reason.isBlank()) {
      throw new RejectedException(
          ProgressReason.REASON_MISSING, "say in words why, for enrollment " + enrollment.id());
    }
    return PersonalText.keep(op, enrollment.learner(), reason);
  }

  private static @Nullable Sha256 optionalNote(
      Operation op, PathEnrollment enrollment, String reason) {
    return reason.isBlank() ? null : PersonalText.keep(op, enrollment.learner(), reason);
  }

  private static void require(
      PathEnrollment enrollment, EnrollmentState state, ProgressReason otherwise) {
    if (enrollment.state() != state) {
      throw new RejectedException(
          otherwise, "enrollment " + enrollment.id() + " is " + enrollment.state());
    }
  }

  private static Stored<PathEnrollment> requireOpen(Operation op, EnrollmentId id) {
    Stored<PathEnrollment> stored = load(op.tx(), id);
    if (!stored.value().open()) {
      throw new RejectedException(
          ProgressReason.ENROLLMENT_CLOSED,
          "enrollment " + id + " is " + stored.value().state() + " since "
              + stored.value().stateSince());
    }
    return stored;
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

  private static Page<PathEnrollment> page(
      Reader reader, String index, String value, PageRequest page) {
    return Pages.of(reader, Query.of(PathEnrollment.KIND).where(index, value), page);
  }
}
