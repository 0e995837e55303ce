package org.lmskit.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Catalog;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Scope;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Score;
import org.lmskit.path.progress.LeafAsked;
import org.lmskit.path.progress.Recheck;
import org.lmskit.recognition.RecognitionEvent.EquivalencyDeclared;
import org.lmskit.recognition.RecognitionEvent.EquivalencyEnded;
import org.lmskit.recognition.RecognitionEvent.PriorLearningRecognised;
import org.lmskit.recognition.RecognitionEvent.PriorLearningWithdrawn;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/**
 * Courses that count as others, and learning from elsewhere: both satisfy steps of learning paths and requirements that ask
 * for the course. Obtained from {@code lms.recognitions()}; thread-safe.
 */
public final class Recognitions {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(CourseEquivalence.KIND, PriorLearning.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Recognitions(Scope scope) {
    this.scope = scope;
  }

  /** Registers what requirements ask of courses; for {@code Lms}. */
  public static void register(Questions.Builder questions) {
    questions.on(LeafAsked.class, Counting::answer);
  }

  /** Registers how recognitions follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(CourseEquivalence.KIND, PriorLearning.KIND)
        .on(
            EquivalencyDeclared.class,
            (e, all) -> all.put(
                CourseEquivalence.KIND,
                CourseEquivalence.after(all.find(CourseEquivalence.KIND, id(e.equivalency())), e)))
        .on(
            EquivalencyEnded.class,
            (e, all) ->
                all.change(CourseEquivalence.KIND, id(e.equivalency()), old -> old.after(e)))
        .on(
            PriorLearningRecognised.class,
            (e, all) -> all.put(PriorLearning.KIND, PriorLearning.of(e)))
        .on(
            PriorLearningWithdrawn.class,
            (e, all) ->
                all.remove(PriorLearning.KIND, PriorLearning.id(e.learner(), e.course(), e.on())));
  }

  /**
   * Declares that a course counts as another one, or otherwise than before. Telling it again changes nothing. Completions of
   * the past count too, in the same call: for paths, for duties, and for certifications that ask for that course.
   *
   * @throws RejectedException COURSE_UNKNOWN if one of the courses was never published
   */
  public Equivalency declare(Equivalency equivalency) {
    return scope.write(
        "recognitions.declare", equivalency.course().value(), op -> declare(op, equivalency));
  }

  /** Ends that a course counts as another one; harmless if it does not. Nothing that it led to is taken back. */
  public void end(CourseId course, CourseId as) {
    scope.write("recognitions.end", course.value(), op -> {
      Optional<Stored<CourseEquivalence>> old =
          op.tx().find(CourseEquivalence.KIND, Equivalency.id(course, as));
      old.ifPresent(stored -> stored.value().current().ifPresent(current -> {
        EquivalencyEnded event = new EquivalencyEnded(op.header(), current);
        op.tx().update(stored, stored.value().after(event));
        op.record(event);
      }));
      return old.isPresent();
    });
  }

  /** All equivalencies. */
  public Page<Equivalency> equivalencies(PageRequest page) {
    return scope.read(
        "recognitions.equivalencies",
        "",
        reader -> Pages.of(
                reader,
                Query.of(CourseEquivalence.KIND).where("state", CourseEquivalence.CURRENT),
                page)
            .map(one -> one.current().orElseThrow()));
  }

  /** Looks anew at all paths of a learner, after equivalencies changed. */
  public void recheck(LearnerId learner) {
    scope.write("recognitions.recheck", learner.value(), op -> {
      Optional<LearnerKey> key = Learners.findKey(op.tx(), learner);
      key.ifPresent(known -> Recheck.learner(op, known));
      return key.isPresent();
    });
  }

  /**
   * Records that a learner did elsewhere what counts as a course. Telling it again changes nothing.
   *
   * @param on the civil day on which he did it, not after today
   * @param scoreOrNull how well, if that is known
   * @param source where he did it and what shows that, in the words of whoever recognises it
   * @throws RejectedException COURSE_UNKNOWN, FUTURE_DAY, SOURCE_MISSING
   */
  public PriorLearning recognise(
      LearnerId learner,
      CourseId course,
      LocalDate on,
      @Nullable Score scoreOrNull,
      String source) {
    return scope.write(
        "recognitions.recognise",
        learner.value(),
        op -> recognise(op, Learners.keyOf(op, learner), course, on, scoreOrNull, source));
  }

  /**
   * Takes a recognition back. What it led to stays until a person decides.
   *
   * @throws NotFoundException if there is none of that day
   * @throws RejectedException REASON_MISSING
   */
  public void withdraw(LearnerId learner, CourseId course, LocalDate on, String reason) {
    scope.write("recognitions.withdraw", learner.value(), op -> {
      LearnerKey key = Learners.findKey(op.tx(), learner)
          .orElseThrow(() -> NotFoundException.of("learner", learner));
      Stored<PriorLearning> old = op.tx()
          .find(PriorLearning.KIND, PriorLearning.id(key, course, on))
          .orElseThrow(() -> new NotFoundException(
              "no prior learning of " + on + " that counts as course " + course));
      requireText(reason, RecognitionReason.REASON_MISSING, "say why it is taken back");
      op.tx().delete(old);
      op.record(new PriorLearningWithdrawn(
          Learners.header(op, key), key, course, on, PersonalText.keep(op, key, reason)));
      return key;
    });
  }

  /** What was recognised of a learner, by day. */
  public List<PriorLearning> of(LearnerId learner) {
    return scope.read(
        "recognitions.of",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .map(key -> Counting.prior(reader, key))
            .orElseGet(List::of));
  }

  /** All by which other courses ever counted as this one; for the packages above. */
  public static List<Equivalency> countingAs(Reader reader, CourseId course) {
    return Counting.countingAs(reader, course);
  }

  /** The courses as which one counts that was completed on a day, itself in front; for the packages above. */
  public static List<CourseId> countsAs(Reader reader, CourseId course, LocalDate completedOn) {
    return Counting.countsAs(reader, course, completedOn);
  }

  /**
   * What somebody did that counts as a course.
   *
   * @param learner who
   * @param as what it counts as
   * @param on the day on which he did it
   */
  public record Done(LearnerKey learner, CourseId as, LocalDate on) {}

  /** All that counts by an equivalency, of everybody; for the packages above. */
  public static List<Done> done(Reader reader, Equivalency by) {
    return Counting.done(reader, by);
  }

  private static Equivalency declare(Operation op, Equivalency next) {
    requireCourse(op.tx(), next.course());
    requireCourse(op.tx(), next.as());
    Optional<Stored<CourseEquivalence>> old = op.tx().find(CourseEquivalence.KIND, id(next));
    if (old.flatMap(stored -> stored.value().current()).filter(next::equals).isEmpty()) {
      EquivalencyDeclared event = new EquivalencyDeclared(op.header(), next);
      CourseEquivalence after = CourseEquivalence.after(old.map(Stored::value), event);
      old.ifPresentOrElse(
          stored -> op.tx().update(stored, after),
          () -> op.tx().insert(CourseEquivalence.KIND, after));
      op.record(event);
      Counting.done(op.tx(), next).stream()
          .map(Done::learner)
          .distinct()
          .forEach(learner -> Recheck.learner(op, learner));
    }
    return next;
  }

  private static PriorLearning recognise(
      Operation op,
      LearnerKey learner,
      CourseId course,
      LocalDate on,
      @Nullable Score score,
      String source) {
    requireCourse(op.tx(), course);
    LocalDate today = Appointments.dayOf(op, learner, op.now());
    if (on.isAfter(today)) {
      throw new RejectedException(
          RecognitionReason.FUTURE_DAY,
          "learning of " + on + ", today is " + today,
          Map.of("day", on.toString(), "today", today.toString()));
    }
    requireText(source, RecognitionReason.SOURCE_MISSING, "say where it was done");
    Optional<Stored<PriorLearning>> old =
        op.tx().find(PriorLearning.KIND, PriorLearning.id(learner, course, on));
    if (old.isPresent()) {
      return old.get().value();
    }
    Instant start =
        on.atStartOfDay(Appointments.zoneOn(op.tx(), learner, on, op.zone())).toInstant();
    PriorLearningRecognised event = new PriorLearningRecognised(
        op.header(on.equals(today) ? op.now() : start, on),
        learner,
        course,
        score,
        PersonalText.keep(op, learner, source));
    PriorLearning learning = PriorLearning.of(event);
    op.tx().insert(PriorLearning.KIND, learning);
    op.record(event);
    Recheck.learner(op, learner);
    return learning;
  }

  private static String id(Equivalency equivalency) {
    return Equivalency.id(equivalency.course(), equivalency.as());
  }

  private static void requireCourse(Reader reader, CourseId course) {
    if (!Catalog.isPublished(reader, course)) {
      throw new RejectedException(
          RecognitionReason.COURSE_UNKNOWN,
          "no course " + course + " is published",
          Map.of("course", course.value()));
    }
  }

  private static void requireText(String text, RecognitionReason otherwise, String message) {
    if (text.isBlank()) {
      throw new RejectedException(otherwise, message);
    }
  }
}
