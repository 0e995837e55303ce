package org.lmskit.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Unit;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Scope;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Work on units. Obtained from {@code lms.attempts()}; thread-safe. */
public final class Attempts {
  private final Scope scope;

  /** For {@code Lms}. */
  public Attempts(Scope scope) {
    this.scope = scope;
  }

  /**
   * Starts a new attempt on a unit, or resumes the one that has not ended.
   *
   * @throws NotFoundException if the enrollment or unit does not exist in this tenant
   * @throws RejectedException ENROLLMENT_CLOSED if somebody took the enrollment back; one that was withdrawn because a duty
   *     ended takes work all the same; PREREQUISITE_MISSING or ATTEMPTS_EXHAUSTED
   */
  public Attempt start(EnrollmentId enrollment, UnitId unit) {
    return scope.write(
        "attempts.start",
        enrollment.value(),
        op -> Opened.of(op, enrollment, unit).attempt());
  }

  /** The attempt of this id. */
  public Optional<Attempt> find(AttemptId id) {
    return scope.read(
        "attempts.find",
        id.value(),
        reader -> reader.find(Attempt.KIND, id.value()).map(Stored::value));
  }

  /** All attempts of an enrollment, the oldest first. */
  public Page<Attempt> of(EnrollmentId enrollment, PageRequest page) {
    return scope.read(
        "attempts.of",
        enrollment.value(),
        reader ->
            Pages.of(reader, Query.of(Attempt.KIND).where("enrollment", enrollment.value()), page));
  }

  /**
   * Lets content take one request in an attempt: its new state, the facts that come of it and all
   * that follows are one transaction.
   *
   * @throws NotFoundException if there is no such attempt
   * @throws RejectedException ATTEMPT_ENDED, or whatever the content type refuses
   * @throws IllegalArgumentException if the unit has another content type
   */
  public <S, G, R, A> A advance(AttemptId attempt, ContentType<S, G, R, A> type, R request) {
    return scope.write(
        "attempts.advance", attempt.value(), op -> advance(op, attempt, type, request));
  }

  /**
   * Starts an attempt on a unit, or resumes the one that has not ended, and lets content take a
   * request in it; see {@link #start} and {@link #advance}.
   */
  public <S, G, R, A> A open(
      EnrollmentId enrollment, UnitId unit, ContentType<S, G, R, A> type, R request) {
    return scope.write(
        "attempts.open",
        enrollment.value(),
        op -> advance(op, Opened.of(op, enrollment, unit).attempt().id(), type, request));
  }

  /** The state that content keeps of an attempt, if it was asked anything yet. */
  public <S> Optional<S> state(AttemptId attempt, ContentType<S, ?, ?, ?> type) {
    return scope.read(
        "attempts.state",
        attempt.value(),
        reader -> reader.find(type.states(), attempt.value()).map(Stored::value));
  }

  /**
   * Records what is known from outside: an attempt that began and ended there. It is recorded whatever became of the
   * enrollment, and completes it if it was the last that was missing.
   *
   * @param occurredAt when, not later than now
   * @throws NotFoundException if the enrollment or unit does not exist in this tenant
   * @throws RejectedException ATTEMPTS_EXHAUSTED, or FUTURE_FACT, of a time that ends after now too
   */
  public Attempt record(
      EnrollmentId enrollment, UnitId unit, List<Fact> facts, Instant occurredAt) {
    return scope.write(
        "attempts.record",
        enrollment.value(),
        op -> record(op, enrollment, unit, facts, occurredAt));
  }

  /**
   * Ends an attempt, so that the next one begins anew; harmless if it has ended.
   *
   * @throws NotFoundException if there is no such attempt
   */
  public Attempt end(AttemptId attempt) {
    return scope.write("attempts.end", attempt.value(), op -> end(op, attempt));
  }

  /** What {@link #start} does, inside an operation of a package above. */
  public static Attempt start(Operation op, EnrollmentId enrollment, UnitId unit) {
    return Opened.of(op, enrollment, unit).attempt();
  }

  /** The attempt on a unit that has not ended, inside an operation of a package above. */
  public static Optional<Attempt> open(Reader reader, EnrollmentId enrollment, UnitId unit) {
    return Opened.find(reader, enrollment, unit);
  }

  /**
   * Adds facts that became known later, such as a grade, to an attempt that may have ended; inside an operation of a package
   * above.
   */
  public static Attempt add(Operation op, AttemptId id, List<Fact> facts) {
    Stored<Attempt> attempt = load(op.tx(), id);
    Stored<Enrollment> enrollment = Enrollments.load(op.tx(), attempt.value().enrollment());
    return write(op, attempt, enrollment, facts, op.now());
  }

  /** What {@link #advance} does, inside an operation of a package above. */
  public static <S, G, R, A> A advance(
      Operation op, AttemptId id, ContentType<S, G, R, A> type, R request) {
    return advance(op, id, type, request, op.now());
  }

  /**
   * The same for a request that was due at an earlier time.
   *
   * @param at when, not later than now
   */
  public static <S, G, R, A> A advance(
      Operation op, AttemptId id, ContentType<S, G, R, A> type, R request, Instant at) {
    Stored<Attempt> attempt = load(op.tx(), id);
    if (attempt.value().ended()) {
      throw new RejectedException(LearningReason.ATTEMPT_ENDED, "attempt " + id);
    }
    Stored<Enrollment> enrollment = Enrollments.load(op.tx(), attempt.value().enrollment());
    Unit unit = unit(op.tx(), attempt.value(), type);
    Memory<S, G> memory = Memory.of(op.tx(), type, attempt.value());
    Step<S, G, A> step = type.advance(
        new Sitting<>(
            attempt.value(), enrollment.value(), unit, memory.state(), memory.learnerState(), at),
        request);
    memory.write(op.tx(), type, step);
    write(op, attempt, enrollment, step.facts(), at);
    return step.reply();
  }

  static Attempt record(
      Operation op, EnrollmentId enrollment, UnitId unit, List<Fact> facts, Instant occurredAt) {
    Attempt started = Opened.anew(op, enrollment, unit, occurredAt);
    Stored<Attempt> attempt = load(op.tx(), started.id());
    Stored<Enrollment> stored = Enrollments.load(op.tx(), enrollment);
    requirePast(op, facts);
    List<Fact> all = Stream.concat(facts.stream(), Stream.of(new Fact.End())).toList();
    return write(op, attempt, stored, all, occurredAt);
  }

  private static Attempt end(Operation op, AttemptId id) {
    Stored<Attempt> attempt = load(op.tx(), id);
    Stored<Enrollment> enrollment = Enrollments.load(op.tx(), attempt.value().enrollment());
    return write(op, attempt, enrollment, List.of(new Fact.End()), op.now());
  }

  private static Attempt write(
      Operation op,
      Stored<Attempt> attempt,
      Stored<Enrollment> enrollment,
      List<Fact> facts,
      Instant at) {
    LearnerKey learner = enrollment.value().learner();
    List<Fact> safe = facts.stream().map(fact -> withoutText(op, learner, fact)).toList();
    Worked worked = Worked.of(attempt.value(), enrollment.value())
        .with(safe, at, at.isBefore(op.now()), when -> Learners.header(op, learner, when));
    if (!worked.attempt().equals(attempt.value())) {
      op.tx().update(attempt, worked.attempt());
    }
    if (!worked.enrollment().equals(enrollment.value())) {
      op.tx().update(enrollment, worked.enrollment());
    }
    worked.events().forEach(op::record);
    return worked.attempt();
  }

  /** What a learner wrote himself is kept apart, where it can be erased. */
  private static Fact withoutText(Operation op, LearnerKey learner, Fact fact) {
    if (!(fact instanceof Fact.Answer answer)) {
      return fact;
    }
    Interaction interaction = answer.interaction();
    String response = interaction.responseOrNull();
    if (response == null || !interaction.type().isWritten()) {
      return fact;
    }
    return new Fact.Answer(
        answer.partOrNull(),
        interaction.withResponseText(PersonalText.keep(op, learner, response)));
  }

  /** Time that has yet to be worked is known to nobody. */
  private static void requirePast(Operation op, List<Fact> facts) {
    facts.stream()
        .filter(Fact.Time.class::isInstance)
        .map(fact -> ((Fact.Time) fact).to())
        .filter(to -> to.isAfter(op.now()))
        .findFirst()
        .ifPresent(to -> op.header(to, LocalDate.EPOCH));
  }

  private static Stored<Attempt> load(Reader reader, AttemptId id) {
    return reader
        .find(Attempt.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("attempt", id));
  }

  private static Unit unit(Reader reader, Attempt attempt, ContentType<?, ?, ?, ?> type) {
    EnrollmentRef of = attempt.ref().of();
    CourseVersion version = Catalog.version(reader, of.course(), of.version()).orElseThrow();
    Unit unit = version.unit(attempt.unit());
    if (!unit.content().type().equals(type.name())) {
      throw new IllegalArgumentException(
          "unit " + unit.id() + " is " + unit.content().type() + ", not " + type.name());
    }
    return unit;
  }

  /** What content remembers of an attempt and its learner, as it was read. */
  private record Memory<S, G>(
      Optional<Stored<S>> stored, S state, Optional<Stored<G>> storedLearner, G learnerState) {
    static <S, G> Memory<S, G> of(Reader reader, ContentType<S, G, ?, ?> type, Attempt attempt) {
      Optional<Stored<S>> state = reader.find(type.states(), attempt.id().value());
      LearnerKey key = attempt.ref().of().learner();
      Optional<Stored<G>> learner =
          type.learnerStates().flatMap(kind -> reader.find(kind, key.value()));
      return new Memory<>(
          state,
          state.map(Stored::value).orElseGet(() -> type.newState(attempt)),
          learner,
          learner.map(Stored::value).orElseGet(() -> type.newLearnerState(key)));
    }

    void write(Transaction tx, ContentType<S, G, ?, ?> type, Step<S, G, ?> step) {
      put(tx, type.states(), stored, step.state());
      type.learnerStates().ifPresent(kind -> {
        if (storedLearner.isPresent() || !step.learnerState().equals(learnerState)) {
          put(tx, kind, storedLearner, step.learnerState());
        }
      });
    }

    private static <T> void put(Transaction tx, Kind<T> kind, Optional<Stored<T>> old, T next) {
      if (old.isEmpty()) {
        tx.insert(kind, next);
      } else if (!old.get().value().equals(next)) {
        tx.update(old.get(), next);
      }
    }
  }
}
