package org.lmskit.learning;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Scope;
import org.lmskit.learning.EnrollmentEvent.CompletionWithdrawn;
import org.lmskit.learning.EnrollmentEvent.EnrollmentOpened;
import org.lmskit.learning.EnrollmentEvent.EnrollmentResumed;
import org.lmskit.learning.EnrollmentEvent.EnrollmentSuspended;
import org.lmskit.learning.EnrollmentEvent.EnrollmentWithdrawn;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Who is enrolled on what, and how far. Obtained from {@code lms.enrollments()}; thread-safe. */
public final class Enrollments {
  private final Scope scope;

  /** For {@code Lms}. */
  public Enrollments(Scope scope) {
    this.scope = scope;
  }

  /**
   * Enrolls a learner on the current version of a course. Someone who completed it, or was withdrawn,
   * gets a new cycle: nothing is ever reset.
   *
   * @throws NotFoundException if no version of the course is published
   * @throws RejectedException ALREADY_ENROLLED if the learner has an open enrollment on it
   */
  public Enrollment enroll(LearnerId learner, CourseId course) {
    return scope.write(
        "enrollments.enroll",
        course.value(),
        op -> enroll(op, Learners.keyOf(op, learner), course));
  }

  /**
   * Enrolls many learners on the current version of a course, in as many transactions as it needs. It can be repeated from the
   * beginning at any time: whoever has an open enrollment keeps it. Whoever completed the course is a finding and is not
   * enrolled again.
   *
   * @throws NotFoundException if no version of the course is published
   */
  public BulkReport enrollAll(CourseId course, Collection<LearnerId> learners) {
    return new BulkEnrollment(scope, course).take(learners);
  }

  /** The enrollment of this id. */
  public Optional<Enrollment> find(EnrollmentId id) {
    return scope.read(
        "enrollments.find",
        id.value(),
        reader -> reader.find(Enrollment.KIND, id.value()).map(Stored::value));
  }

  /** The open enrollment of a learner on a course, if there is one. */
  public Optional<Enrollment> findOpen(LearnerId learner, CourseId course) {
    return scope.read(
        "enrollments.find",
        course.value(),
        reader -> Learners.findKey(reader, learner)
            .flatMap(key -> open(reader, key, course))
            .map(Stored::value));
  }

  /** All enrollments of a learner, the oldest first; empty for someone unknown. */
  public Page<Enrollment> of(LearnerId learner, PageRequest page) {
    return scope.read(
        "enrollments.ofLearner",
        learner.value(),
        reader -> Learners.page(reader, Enrollment.KIND, "learner", learner, page));
  }

  /** All enrollments on a course, the oldest first. */
  public Page<Enrollment> of(CourseId course, PageRequest page) {
    return scope.read(
        "enrollments.ofCourse",
        course.value(),
        reader ->
            Pages.of(reader, Query.of(Enrollment.KIND).where("course", course.value()), page));
  }

  /** What happened to an enrollment and in its attempts, the oldest first. */
  public Page<LearningEvent> history(EnrollmentId id, PageRequest page) {
    return scope.read(
        "enrollments.history",
        id.value(),
        reader -> History.of(reader, scope.engine().events(), load(reader, id).value(), page));
  }

  /**
   * Takes an enrollment back. Attempts, scores and time remain as history.
   *
   * @param note why, in the words of whoever does it; may be empty
   * @throws NotFoundException if there is no such enrollment
   * @throws RejectedException ENROLLMENT_CLOSED if it was withdrawn or completed before
   */
  public Enrollment withdraw(EnrollmentId id, String note) {
    return scope.write("enrollments.withdraw", id.value(), op -> {
      Stored<Enrollment> old = requireOpen(op.tx(), id);
      EnrollmentRef ref = old.value().ref();
      return apply(
          op,
          old,
          new EnrollmentWithdrawn(
              Learners.header(op, ref.learner()), ref, note(op, ref.learner(), note)));
    });
  }

  /**
   * Lets an enrollment rest. What the learner does meanwhile is recorded, and completes it if it was the last that was
   * missing.
   *
   * @param note why, in the words of whoever does it; may be empty
   * @throws NotFoundException if there is no such enrollment
   * @throws RejectedException ENROLLMENT_CLOSED, or NOT_ACTIVE if it rests already
   */
  public Enrollment suspend(EnrollmentId id, String note) {
    return scope.write("enrollments.suspend", id.value(), op -> {
      Stored<Enrollment> old = requireOpen(op.tx(), id);
      requireState(old.value(), EnrollmentState.ACTIVE, LearningReason.NOT_ACTIVE);
      EnrollmentRef ref = old.value().ref();
      return apply(
          op,
          old,
          new EnrollmentSuspended(
              Learners.header(op, ref.learner()), ref, note(op, ref.learner(), note)));
    });
  }

  /**
   * Ends the rest of an enrollment.
   *
   * @throws NotFoundException if there is no such enrollment
   * @throws RejectedException ENROLLMENT_CLOSED if it was withdrawn or completed meanwhile, or NOT_SUSPENDED if it does not rest
   */
  public Enrollment resume(EnrollmentId id) {
    return scope.write("enrollments.resume", id.value(), op -> {
      Stored<Enrollment> old = requireOpen(op.tx(), id);
      requireState(old.value(), EnrollmentState.SUSPENDED, LearningReason.NOT_SUSPENDED);
      EnrollmentRef ref = old.value().ref();
      return apply(op, old, new EnrollmentResumed(Learners.header(op, ref.learner()), ref));
    });
  }

  /**
   * Takes a completion away. The enrollment is closed, and the next one is a new cycle. Nothing follows by itself from that:
   * awards and paths that rest on it stay until a person decides.
   *
   * @param reason why, in the words of whoever does it
   * @throws NotFoundException if there is no such enrollment
   * @throws RejectedException NOT_COMPLETED, REASON_MISSING
   */
  public Enrollment withdrawCompletion(EnrollmentId id, String reason) {
    return scope.write("enrollments.withdrawCompletion", id.value(), op -> {
      Stored<Enrollment> old = load(op.tx(), id);
      requireState(old.value(), EnrollmentState.COMPLETED, LearningReason.NOT_COMPLETED);
      if (reason.isBlank()) {
        throw new RejectedException(
            LearningReason.REASON_MISSING, "say in words why, for enrollment " + id);
      }
      EnrollmentRef ref = old.value().ref();
      Sha256 note = PersonalText.keep(op, ref.learner(), reason);
      EventId done = Objects.requireNonNull(old.value().completedByOrNull());
      return apply(
          op, old, new CompletionWithdrawn(Learners.header(op, ref.learner()), ref, done, note));
    });
  }

  /** What {@link #enroll(LearnerId, CourseId)} does, inside an operation of a package above. */
  public static Enrollment enroll(Operation op, LearnerKey learner, CourseId course) {
    CourseVersion version =
        Catalog.current(op, course).orElseThrow(() -> NotFoundException.of("course", course));
    open(op.tx(), learner, course).ifPresent(open -> {
      throw new RejectedException(
          LearningReason.ALREADY_ENROLLED, "course " + course + " in enrollment " + open.id());
    });
    EnrollmentId id = new EnrollmentId(op.newId());
    EnrollmentRef ref = new EnrollmentRef(
        id,
        registration(op),
        learner,
        course,
        version.number(),
        lastCycle(op.tx(), learner, course) + 1);
    EnrollmentOpened event = new EnrollmentOpened(Learners.header(op, learner), ref);
    Enrollment enrollment = Enrollment.opened(event, version);
    op.tx().insert(Enrollment.KIND, enrollment);
    op.record(event);
    return enrollment;
  }

  /**
   * The enrollment of this id, inside an operation of a package above.
   *
   * @throws NotFoundException if there is no such enrollment
   */
  public static Stored<Enrollment> load(Reader reader, EnrollmentId id) {
    return reader
        .find(Enrollment.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("enrollment", id));
  }

  /** Changes an enrollment by an event, completes it if that makes it complete, and writes it. */
  static Enrollment apply(Operation op, Stored<Enrollment> old, EnrollmentEvent event) {
    Enrollment next = EnrollmentFold.after(old.value(), event);
    op.record(event);
    Optional<EnrollmentEvent.EnrollmentCompleted> completion =
        Worked.completion(next, () -> Learners.header(op, old.value().learner()));
    if (completion.isPresent()) {
      next = EnrollmentFold.after(next, completion.get());
      op.record(completion.get());
    }
    op.tx().update(old, next);
    return next;
  }

  private static Stored<Enrollment> requireOpen(Transaction tx, EnrollmentId id) {
    Stored<Enrollment> stored = load(tx, id);
    if (!stored.value().open()) {
      throw new RejectedException(
          LearningReason.ENROLLMENT_CLOSED,
          "enrollment " + id + " is " + stored.value().state() + " since "
              + stored.value().stateSince());
    }
    return stored;
  }

  private static void requireState(
      Enrollment enrollment, EnrollmentState state, LearningReason otherwise) {
    if (enrollment.state() != state) {
      throw new RejectedException(
          otherwise, "enrollment " + enrollment.id() + " is " + enrollment.state());
    }
  }

  private static @Nullable Sha256 note(Operation op, LearnerKey learner, String note) {
    return note.isEmpty() ? null : PersonalText.keep(op, learner, note);
  }

  /** All enrollments of a learner on a course, the oldest first. */
  public static List<Enrollment> of(Reader reader, LearnerKey learner, CourseId course) {
    return reader
        .list(Query.of(Enrollment.KIND)
            .where("learner", learner.value())
            .where("course", course.value()))
        .stream()
        .map(Stored::value)
        .sorted(Comparator.comparing(Enrollment::cycle))
        .toList();
  }

  /** The open enrollment of a learner on a course, inside an operation of a package above. */
  public static Optional<Stored<Enrollment>> open(
      Reader reader, LearnerKey learner, CourseId course) {
    return reader
        .list(Query.of(Enrollment.KIND).where("open", Enrollment.openKey(learner, course)))
        .stream()
        .findFirst();
  }

  static int lastCycle(Reader reader, LearnerKey learner, CourseId course) {
    return of(reader, learner, course).stream()
        .mapToInt(Enrollment::cycle)
        .max()
        .orElse(0);
  }

  /** Ids of a host need not be UUIDs; a registration always is one (xAPI Data 2.4.6.1). */
  static UUID registration(Operation op) {
    String id = op.newId();
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      return UUID.nameUUIDFromBytes(
          (op.tenant() + " registration " + id).getBytes(StandardCharsets.UTF_8));
    }
  }
}
